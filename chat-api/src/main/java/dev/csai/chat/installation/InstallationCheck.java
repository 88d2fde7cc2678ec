package dev.csai.chat.installation;

import dev.csai.chat.access.Origin;
import dev.csai.chat.egress.Addresses;
import dev.csai.chat.egress.CallFailed;
import dev.csai.chat.egress.FetchedPage;
import dev.csai.chat.egress.GuardedPages;
import dev.csai.chat.identity.PageLinks;
import dev.csai.chat.installation.Finding.Code;
import dev.csai.chat.throttle.FirmLimits;
import dev.csai.chat.throttle.Windows.Window;
import dev.csai.shared.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fetches a tenant's page and says how the widget is installed there. Nothing of it is kept or billed. */
@Component
class InstallationCheck {

    static final int PER_MINUTE = 10;

    private static final Logger log = LoggerFactory.getLogger(InstallationCheck.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Longer than any key. */
    private static final int MAX_KEY = 100;

    private final GuardedPages pages;
    private final TenantFacts facts;
    private final FirmLimits limits;
    private final URI ours;

    InstallationCheck(GuardedPages pages, TenantFacts facts, FirmLimits limits, PageLinks links) {
        this.pages = pages;
        this.facts = facts;
        this.limits = limits;
        this.ours = links.widgetScript();
    }

    Mono<Installation> of(TenantId tenant, CheckedAddress address) {
        return limits.take(List.of(new Window("installation-check:" + tenant, PER_MINUTE, WINDOW)),
                "So many pages were checked within the minute that this one has to wait.")
                .then(Mono.defer(() -> pages.get(address.url())))
                .flatMap(page -> judge(tenant, address, page))
                .onErrorResume(CallFailed.class, failure -> {
                    log.info("The page of tenant {} could not be checked: {}", tenant, failure.toString());
                    return Mono.just(Installation.of(address.origin(), null, null, List.of(Code.UNREACHABLE)));
                });
    }

    private Mono<Installation> judge(TenantId tenant, CheckedAddress address, FetchedPage page) {
        Judging judging = new Judging(ours, address.origin(), page);
        if (!judging.isPage()) {
            return Mono.just(Installation.of(judging.origin(), page.status(), null, judging.found()));
        }
        return Mono.fromCallable(() -> PageReading.of(page, ours))
                // A page may take longer to read than an event loop should be away.
                .subscribeOn(Schedulers.parallel())
                .flatMap(reading -> judging.tag(reading)
                        .map(tag -> compare(tenant, judging, tag, reading, page.status()))
                        .orElseGet(() -> Mono.just(
                                Installation.of(judging.origin(), page.status(), null, judging.found()))));
    }

    private Mono<Installation> compare(TenantId tenant, Judging judging, WidgetTag tag, PageReading reading,
            int status) {
        return facts.of(tenant, tag.key().length() > MAX_KEY ? "" : tag.key())
                .map(known -> {
                    judging.compare(tag, reading, known);
                    return Installation.of(judging.origin(), status,
                            known.key().map(TenantFacts.PageKey::id).orElse(null),
                            judging.found());
                });
    }

    /** What a tenant wants to have looked at. */
    record CheckedAddress(URI url, Origin origin) {

        static Optional<CheckedAddress> of(String text) {
            return Addresses.parse(text)
                    .filter(url -> url.getRawUserInfo() == null)
                    .flatMap(url -> Origin.of(url).map(origin -> new CheckedAddress(url, origin)));
        }
    }
}
