package dev.csai.chat.inbox;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.conversation.Transcript;
import dev.csai.chat.db.Reach.OfTenant;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.inbox.ConversationFilter.Asked;
import dev.csai.chat.web.Csv;
import dev.csai.chat.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A tenant's conversations over HTTP, for its people. */
@RestController
class ConversationController {

    private final Conversations conversations;
    private final ConversationsCsv csv;
    private final Transcript transcript;
    private final TenantTransaction transaction;

    ConversationController(Conversations conversations, ConversationsCsv csv, Transcript transcript,
            TenantTransaction transaction) {
        this.conversations = conversations;
        this.csv = csv;
        this.transcript = transcript;
        this.transaction = transaction;
    }

    /**
     * The latest activity first. With a text, each page comes of a search through a part of the conversations: as long
     * as there is a cursor there may be more, even if none was found.
     */
    @GetMapping("/v1/conversations")
    Mono<Page<ConversationView>> conversations(Insider caller, @ParameterObject Asked asked,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return conversations.page(reach(caller), ConversationFilter.of(caller.tenant(), asked),
                Page.checkedLimit(limit), Activity.ofCursor(cursor));
    }

    /** Those that began last first, at most 50,000. */
    @GetMapping(path = "/v1/conversations.csv", produces = Csv.TYPE)
    Mono<ResponseEntity<Flux<DataBuffer>>> conversationsFile(Insider caller, @ParameterObject Asked asked,
            @RequestParam(defaultValue = "50000") int limit) {
        return csv.file(reach(caller), ConversationFilter.of(caller.tenant(), asked),
                ConversationsCsv.checkedLimit(limit), db -> Mono.empty());
    }

    @GetMapping("/v1/conversations/{id}")
    Mono<ConversationView> conversation(Insider caller, @PathVariable UUID id) {
        return transaction.in(caller.tenant(), db -> Conversations.find(db, caller.tenant(), id))
                .switchIfEmpty(Conversations.unknown());
    }

    /** Oldest first. */
    @GetMapping("/v1/conversations/{id}/messages")
    Mono<Page<Transcript.Line>> conversationMessages(Insider caller, @PathVariable UUID id,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        int lines = Page.checkedLimit(limit);
        UUID after = Page.idCursor(cursor);
        return transaction.in(caller.tenant(), db -> Conversations.find(db, caller.tenant(), id)
                .flatMap(found -> transcript.read(db, caller.tenant(), id, lines, after)))
                .switchIfEmpty(Conversations.unknown());
    }

    private OfTenant reach(Insider caller) {
        return new OfTenant(transaction, caller.tenant());
    }
}
