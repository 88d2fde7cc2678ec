package dev.csai.chat.audit;

import dev.csai.chat.access.Caller.InPerson;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.audit.AuditLog.AuditEntry;
import dev.csai.chat.audit.EntryFilter.Asked;
import dev.csai.chat.audit.Verifying.Verification;
import dev.csai.chat.db.OperatorTransaction;
import dev.csai.chat.db.Reach;
import dev.csai.chat.db.Reach.OfOperator;
import dev.csai.chat.db.Reach.OfTenant;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.throttle.LocalWindows;
import dev.csai.chat.throttle.Take;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The audit log over HTTP: a tenant's own, and for operators all of them. */
@RestController
class AuditController {

    /** Each reads the whole log. */
    private static final int VERIFICATIONS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final AuditLog log;
    private final Verifying verifying;
    private final LocalWindows windows;
    private final TenantTransaction tenants;
    private final OperatorTransaction operators;

    AuditController(AuditLog log, Verifying verifying, LocalWindows windows, TenantTransaction tenants,
            OperatorTransaction operators) {
        this.log = log;
        this.verifying = verifying;
        this.windows = windows;
        this.tenants = tenants;
        this.operators = operators;
    }

    @GetMapping("/v1/audit-log")
    Mono<Page<AuditEntry>> list(InPerson caller, @ParameterObject Asked asked,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return log.page(new OfTenant(tenants, caller.tenant()), EntryFilter.of(asked, caller.tenant()),
                Page.checkedLimit(limit), Page.idCursor(cursor));
    }

    @GetMapping("/v1/audit-log/verification")
    Mono<Verification> verify(InPerson caller) {
        return verify(new OfTenant(tenants, caller.tenant()), caller.tenant());
    }

    /** Without a tenant: of all tenants and the platform's own. */
    @GetMapping("/v1/admin/audit-log")
    Mono<Page<AuditEntry>> listAll(Operator operator, @ParameterObject Asked asked,
            @RequestParam(required = false) @Nullable UUID tenantId, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return log.page(new OfOperator(operators),
                EntryFilter.of(asked, tenantId == null ? null : new TenantId(tenantId)), Page.checkedLimit(limit),
                Page.idCursor(cursor));
    }

    /** Without a tenant: of the platform's own. */
    @GetMapping("/v1/admin/audit-log/verification")
    Mono<Verification> verifyOf(Operator operator, @RequestParam(required = false) @Nullable UUID tenantId) {
        return verify(new OfOperator(operators), tenantId == null ? TenantId.PLATFORM : new TenantId(tenantId));
    }

    private Mono<Verification> verify(Reach reach, TenantId tenant) {
        Take.Counted take = windows.take("audit:verification:" + tenant, VERIFICATIONS, WINDOW);
        return take.granted()
                ? verifying.of(reach, tenant)
                : Mono.error(ProblemException.retryLater(ProblemType.RATE_LIMITED,
                        "The log was verified several times just now.", take.reset()));
    }
}
