package dev.csai.chat.dashboard;

import dev.csai.chat.access.Caller.InPerson;
import dev.csai.chat.access.Caller.Operator;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Dashboards over HTTP. Days are those of the zone, which is named as IANA does. */
@RestController
class DashboardController {

    private static final String UTC = "UTC";

    private final TenantFigures tenant;
    private final PlatformFigures platform;
    private final Clock clock;

    DashboardController(TenantFigures tenant, PlatformFigures platform, Clock clock) {
        this.tenant = tenant;
        this.platform = platform;
        this.clock = clock;
    }

    @GetMapping("/v1/dashboard")
    Mono<TenantDashboard> dashboard(InPerson caller, @RequestParam(defaultValue = UTC) String zone) {
        return tenant.at(caller, Days.in(zone, clock.instant()));
    }

    @GetMapping("/v1/admin/dashboard")
    Mono<PlatformDashboard> platformDashboard(Operator operator, @RequestParam(defaultValue = UTC) String zone) {
        return platform.at(Days.in(zone, clock.instant()));
    }
}
