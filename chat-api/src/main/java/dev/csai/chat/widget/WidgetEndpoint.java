package dev.csai.chat.widget;

import dev.csai.chat.access.Caller.Visitor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class WidgetEndpoint {

    private static final CacheControl A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

    private final Widgets widgets;

    WidgetEndpoint(Widgets widgets) {
        this.widgets = widgets;
    }

    /** One browser may show the widgets of several tenants, so a cached answer is good for one key only. */
    @GetMapping("/v1/widget/config")
    Mono<ResponseEntity<WidgetConfig>> config(Visitor visitor,
            @RequestParam(required = false) @Nullable String locale) {
        return widgets.config(visitor.tenant(), locale)
                .map(config -> ResponseEntity.ok().cacheControl(A_MINUTE).varyBy("X-API-Key", "Origin").body(config));
    }
}
