package dev.csai.planted;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Endpoints with one hole each, as somebody in a hurry could leave it. */
@RestController
public final class LeakyEndpoints {

    private static final String NAME = "select name from chat.tenants where id = :tenant";

    private final TenantTransaction transaction;
    private final SystemTransaction system;
    private final Path blobs;
    private final Map<String, Named> answers = new ConcurrentHashMap<>();

    LeakyEndpoints(TenantTransaction transaction, SystemTransaction system,
            @Value("${csai.blobs.directory}") Path blobs) {
        this.transaction = transaction;
        this.system = system;
        this.blobs = blobs;
    }

    record Named(String name) {}

    record Wish(@Nullable UUID tenantId) {}

    /** For admins and owners, but agents see what begins with this path. */
    @GetMapping("/v1/conversations/leaks/without-role")
    Mono<Named> withoutRole(Insider caller) {
        return named(caller.tenant());
    }

    /** For people, but a scope opens what begins with this path. */
    @GetMapping("/v1/knowledge/leaks/without-scope")
    Mono<Named> withoutScope(Insider caller) {
        return named(caller.tenant());
    }

    @PostMapping("/v1/knowledge/leaks/tenant-in-body")
    Mono<Named> tenantInBody(Insider caller, @RequestBody Wish wish) {
        return named(wish.tenantId() == null ? caller.tenant() : new TenantId(wish.tenantId()));
    }

    @GetMapping("/v1/knowledge/leaks/tenant-in-query")
    Mono<Named> tenantInQuery(Insider caller, @RequestParam(required = false) @Nullable UUID tenantId) {
        return named(tenantId == null ? caller.tenant() : new TenantId(tenantId));
    }

    /** Remembered by what was asked and not by who asked. */
    @GetMapping("/v1/knowledge/leaks/remembered")
    Mono<Named> remembered(Insider caller) {
        return Mono.justOrEmpty(answers.get("name"))
                .switchIfEmpty(named(caller.tenant()).doOnNext(name -> answers.put("name", name)));
    }

    /** Never ends, and tells everybody of everything. */
    @GetMapping(path = "/v1/conversations/leaks/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Named>> events(Insider caller) {
        return system.in(db -> db.sql("select file_name from chat.documents order by id desc limit 100")
                .mapValue(String.class).all().collectList())
                .flatMapIterable(names -> names)
                .map(name -> ServerSentEvent.builder(new Named(name)).build())
                .concatWith(Flux.never());
    }

    /** Looked for by the document alone. */
    @GetMapping("/v1/knowledge/leaks/files/{id}")
    Mono<String> file(Insider caller, @PathVariable UUID id) {
        return Mono.fromCallable(() -> read(id)).subscribeOn(Schedulers.boundedElastic());
    }

    @CrossOrigin
    @GetMapping("/v1/knowledge/leaks/any-origin")
    Mono<Named> anyOrigin(Insider caller) {
        return named(caller.tenant());
    }

    private Mono<Named> named(TenantId tenant) {
        return transaction.in(tenant, db -> db.sql(NAME).bind("tenant", tenant.value()).mapValue(String.class).one())
                .map(Named::new);
    }

    private String read(UUID id) {
        try (Stream<Path> tenants = Files.list(blobs)) {
            Path found = tenants.map(tenant -> tenant.resolve(id.toString())).filter(Files::exists).findFirst()
                    .orElseThrow(() -> ProblemException.notFound("file"));
            return Files.readString(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
