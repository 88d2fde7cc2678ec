package dev.csai.chat.installation;

import dev.csai.chat.access.Origin;
import dev.csai.chat.egress.Addresses;
import dev.csai.chat.egress.FetchedPage;
import dev.csai.chat.installation.Finding.Code;
import dev.csai.chat.installation.TenantFacts.Facts;
import dev.csai.chat.installation.TenantFacts.PageKey;
import dev.csai.chat.installation.WidgetTag.Place;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Compares a page with what the widget needs. */
final class Judging {

    private static final String SECRET = "sk_";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final String CHAT = "/v1/chat/messages";

    private final URI ours;
    private final FetchedPage page;
    private final Origin origin;
    private final Set<Code> found = EnumSet.noneOf(Code.class);

    /**
     * @param ours the widget's script
     * @param asked where the tenant says that the page is
     */
    Judging(URI ours, Origin asked, FetchedPage page) {
        this.ours = ours;
        this.page = page;
        this.origin = Origin.of(page.url()).orElse(asked);
        found.add(Code.REACHED);
        if (!origin.equals(asked)) {
            found.add(Code.REDIRECTED);
        }
    }

    Origin origin() {
        return origin;
    }

    List<Code> found() {
        return List.copyOf(found);
    }

    /** Whether there is anything to read. */
    boolean isPage() {
        boolean isHtml = PageReading.isHtml(page);
        if (page.status() != HttpStatus.OK.value()) {
            found.add(Code.BAD_STATUS);
        } else {
            found.add(isHtml ? Code.HTML : Code.NOT_HTML);
        }
        return page.status() == HttpStatus.OK.value() && isHtml;
    }

    /** The tag that a browser runs; of several the first, since the others find that there is a widget already. */
    Optional<WidgetTag> tag(PageReading reading) {
        if (page.isCutShort()) {
            found.add(Code.CUT_SHORT);
        }
        List<WidgetTag> run = reading.tags().stream().filter(tag -> tag.place() == Place.RUN).toList();
        if (run.size() > 1) {
            found.add(Code.SEVERAL_TAGS);
        }
        Place place = run.isEmpty()
                ? reading.tags().stream().map(WidgetTag::place).findFirst().orElse(null)
                : Place.RUN;
        found.add(codeOf(place));
        return run.stream().findFirst();
    }

    private static Code codeOf(@Nullable Place place) {
        return switch (place) {
            case null -> Code.TAG_MISSING;
            case RUN -> Code.TAG_FOUND;
            case COMMENT -> Code.TAG_IN_COMMENT;
            case NOSCRIPT -> Code.TAG_IN_NOSCRIPT;
            case TEMPLATE -> Code.TAG_IN_TEMPLATE;
            case TEXT -> Code.TAG_AS_TEXT;
            case NOT_RUN -> Code.TAG_NOT_RUN;
        };
    }

    void compare(WidgetTag tag, PageReading reading, Facts facts) {
        host(tag);
        key(tag, facts.key());
        policies(tag, reading.policies(), facts.logoUrl());
    }

    private void host(WidgetTag tag) {
        boolean isOther = !isOurs(tag.source()) || !isOurs(tag.api());
        boolean isMixed = origin.scheme().equals("https") && "http".equalsIgnoreCase(tag.source().getScheme());
        found.add(isOther ? Code.OTHER_HOST : isMixed ? Code.MIXED_CONTENT : Code.OWN_HOST);
    }

    /** The same machine and service; in the open it is usually sent on to where it is encrypted. */
    private boolean isOurs(URI address) {
        Origin own = Origin.of(ours).orElseThrow();
        return Origin.of(address).filter(other -> other.host().equals(own.host())
                && (other.port() == own.port() || (isUsual(other) && isUsual(own)))).isPresent();
    }

    private static boolean isUsual(Origin origin) {
        return origin.port() == (origin.scheme().equals("https") ? HTTPS : HTTP);
    }

    private void key(WidgetTag tag, Optional<PageKey> known) {
        if (tag.key().isEmpty()) {
            found.add(Code.KEY_MISSING);
        } else if (tag.key().startsWith(SECRET)) {
            found.add(Code.KEY_SECRET);
        } else if (known.isEmpty()) {
            found.add(Code.KEY_UNKNOWN);
        } else {
            known(known.get());
        }
    }

    private void known(PageKey key) {
        if (key.revoked()) {
            found.add(Code.KEY_REVOKED);
            return;
        }
        found.add(key.expiring() ? Code.KEY_EXPIRING : Code.KEY_KNOWN);
        found.add(Origin.mayUse(origin.text(), key.allowedOrigins(), Origin.of(ours))
                ? Code.ORIGIN_ALLOWED
                : Code.ORIGIN_MISSING);
    }

    private void policies(WidgetTag tag, List<ContentPolicy> policies, @Nullable String logoUrl) {
        boolean runs = policies.stream().allMatch(each -> each.allowsScript(tag.source(), tag.nonce(), origin));
        boolean asks = policies.stream().allMatch(each -> each.allowsConnection(tag.api().resolve(CHAT), origin));
        Optional<URI> logo = Optional.ofNullable(logoUrl)
                .flatMap(url -> Addresses.parse(tag.api().resolve(url).toString()));
        boolean shows = logo.isEmpty() || policies.stream().allMatch(each -> each.allowsImage(logo.get(), origin));
        if (!runs) {
            found.add(Code.POLICY_BLOCKS_SCRIPT);
        }
        if (!asks) {
            found.add(Code.POLICY_BLOCKS_CONNECTION);
        }
        if (!shows) {
            found.add(Code.POLICY_BLOCKS_IMAGE);
        }
        if (runs && asks && shows) {
            found.add(Code.POLICY_OPEN);
        }
    }
}
