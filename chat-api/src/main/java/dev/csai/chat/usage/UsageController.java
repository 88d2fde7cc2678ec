package dev.csai.chat.usage;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.usage.MonthlyUsage.Usage;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Usage over HTTP. */
@RestController
class UsageController {

    private final TenantTransaction transaction;
    private final MonthlyUsage usage;
    private final Clock clock;

    UsageController(TenantTransaction transaction, MonthlyUsage usage, Clock clock) {
        this.transaction = transaction;
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping("/v1/billing/usage")
    Mono<Usage> usage(Insider caller) {
        return transaction.in(caller.tenant(), db -> usage.of(db, caller.tenant(), clock.instant()));
    }
}
