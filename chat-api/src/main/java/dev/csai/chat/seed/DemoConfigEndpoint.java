package dev.csai.chat.seed;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Gives the demo page its key. Where nobody has created the demo there is none. */
@RestController
class DemoConfigEndpoint {

    record DemoConfig(String apiKey) {}

    private final SystemTransaction system;

    DemoConfigEndpoint(SystemTransaction system) {
        this.system = system;
    }

    @GetMapping("/demo/config.json")
    Mono<ResponseEntity<DemoConfig>> config() {
        return system.in(db -> db.sql(DemoSeed.KEY)
                .bind("tenant", DemoSeed.TENANT.value())
                .mapValue(String.class)
                .one())
                .map(key -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new DemoConfig(key)))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("demo")));
    }
}
