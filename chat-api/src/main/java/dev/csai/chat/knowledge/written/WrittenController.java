package dev.csai.chat.knowledge.written;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.knowledge.Document;
import dev.csai.chat.knowledge.FileLimits;
import dev.csai.chat.knowledge.Kind;
import dev.csai.chat.knowledge.written.QuestionsAndAnswers.QaRequest;
import dev.csai.chat.knowledge.written.Text.TextRequest;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.web.LargeJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What members type, over HTTP. */
@RestController
@RequestMapping("/v1/knowledge")
class WrittenController {

    private static final int MAX_BODY = (int) FileLimits.MAX_BYTES;

    private final WrittenDocuments documents;
    private final LargeJson json;

    WrittenController(WrittenDocuments documents, LargeJson json) {
        this.documents = documents;
        this.json = json;
    }

    @PostMapping(path = "/texts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TextRequest.class))))
    Mono<Document> addText(Insider caller, IdempotencyKey idempotency, ServerHttpRequest request) {
        return json.read(request, TextRequest.class, MAX_BODY)
                .flatMap(text -> documents.add(caller.tenant(), text.checked(), idempotency));
    }

    @GetMapping("/texts/{id}")
    Mono<Text> text(Insider caller, @PathVariable UUID id) {
        return documents.read(caller.tenant(), Kind.TEXT, id, Text.class);
    }

    @PutMapping(path = "/texts/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TextRequest.class))))
    Mono<Document> replaceText(Insider caller, @PathVariable UUID id, ServerHttpRequest request) {
        return json.read(request, TextRequest.class, MAX_BODY)
                .flatMap(text -> documents.replace(caller.tenant(), id, text.checked()));
    }

    @PostMapping(path = "/qa", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(implementation = QaRequest.class))))
    Mono<Document> addQa(Insider caller, IdempotencyKey idempotency, ServerHttpRequest request) {
        return json.read(request, QaRequest.class, MAX_BODY)
                .flatMap(qa -> documents.add(caller.tenant(), qa.checked(), idempotency));
    }

    @GetMapping("/qa/{id}")
    Mono<QuestionsAndAnswers> qa(Insider caller, @PathVariable UUID id) {
        return documents.read(caller.tenant(), Kind.QA, id, QuestionsAndAnswers.class);
    }

    @PutMapping(path = "/qa/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(implementation = QaRequest.class))))
    Mono<Document> replaceQa(Insider caller, @PathVariable UUID id, ServerHttpRequest request) {
        return json.read(request, QaRequest.class, MAX_BODY)
                .flatMap(qa -> documents.replace(caller.tenant(), id, qa.checked()));
    }

    @GetMapping("/profile")
    Mono<Profile> profile(Insider caller) {
        return documents.readOnly(caller.tenant(), Kind.PROFILE, Profile.class);
    }

    @PutMapping(path = "/profile", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Profile.class))))
    Mono<Document> putProfile(Insider caller, ServerHttpRequest request) {
        return json.read(request, Profile.class, MAX_BODY)
                .flatMap(profile -> documents.put(caller.tenant(), profile.checked()));
    }
}
