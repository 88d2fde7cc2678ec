package dev.csai.chat.usage;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.usage.MonthlyUsage.Usage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a tenant has used, over HTTP. */
@RestController
class UsageController {

    private final Usages usages;

    UsageController(Usages usages) {
        this.usages = usages;
    }

    @GetMapping("/v1/billing/usage")
    Mono<Usage> usage(Insider caller) {
        return usages.current(caller.tenant());
    }
}
