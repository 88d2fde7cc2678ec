package dev.csai.chat.inbox;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.conversation.Transcript;
import dev.csai.chat.db.OperatorTransaction;
import dev.csai.chat.db.Reach.OfOperator;
import dev.csai.chat.inbox.ConversationFilter.AskedOfAll;
import dev.csai.chat.inbox.ConversationView.ConversationTenant;
import dev.csai.chat.web.Csv;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All tenants' conversations over HTTP, for operators. The tenant's log tells who has read what was said, or taken a
 * file of its conversations along.
 */
@RestController
@RequestMapping("/v1/admin")
class AllConversationsController {

    private final Conversations conversations;
    private final ConversationsCsv csv;
    private final Transcript transcript;
    private final OperatorTransaction transaction;
    private final OfOperator reach;
    private final Audit audit;

    AllConversationsController(Conversations conversations, ConversationsCsv csv, Transcript transcript,
            OperatorTransaction transaction, Audit audit) {
        this.conversations = conversations;
        this.csv = csv;
        this.transcript = transcript;
        this.transaction = transaction;
        this.reach = new OfOperator(transaction);
        this.audit = audit;
    }

    /** The latest activity first. */
    @GetMapping("/conversations")
    Mono<Page<ConversationView>> allConversations(Operator operator, @ParameterObject AskedOfAll asked,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return conversations.page(reach, ConversationFilter.of(asked), Page.checkedLimit(limit),
                Activity.ofCursor(cursor));
    }

    /** Those that began last first, at most 50,000. */
    @GetMapping(path = "/conversations.csv", produces = Csv.TYPE)
    Mono<ResponseEntity<Flux<DataBuffer>>> allConversationsFile(Operator operator, @ParameterObject AskedOfAll asked,
            @RequestParam(defaultValue = "50000") int limit) {
        TenantId tenant = asked.tenantId();
        return csv.file(reach, ConversationFilter.of(asked), ConversationsCsv.checkedLimit(limit),
                db -> tenant == null
                        ? audit.looked(db, TenantId.PLATFORM, null)
                        : Conversations.tenantKnown(db, tenant)
                                .then(audit.looked(db, tenant, Target.of("tenant", tenant.value()))));
    }

    @GetMapping("/conversations/{id}")
    Mono<ConversationView> oneOfAllConversations(Operator operator, @PathVariable UUID id) {
        return transaction.in(db -> Conversations.find(db, id)).switchIfEmpty(Conversations.unknown());
    }

    /** Oldest first. */
    @GetMapping("/conversations/{id}/messages")
    Mono<Page<Transcript.Line>> messagesOfAnyConversation(Operator operator, @PathVariable UUID id,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        int lines = Page.checkedLimit(limit);
        UUID after = Page.idCursor(cursor);
        return transaction.in(db -> Conversations.find(db, id)
                .mapNotNull(ConversationView::tenant)
                .map(ConversationTenant::id)
                .map(TenantId::new)
                .flatMap(tenant -> audit.looked(db, tenant, Target.of("conversation", id))
                        .then(Mono.defer(() -> transcript.read(db, tenant, id, lines, after)))))
                .switchIfEmpty(Conversations.unknown());
    }
}
