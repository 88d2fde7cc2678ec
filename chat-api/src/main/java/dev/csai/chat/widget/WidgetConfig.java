package dev.csai.chat.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the widget looks and speaks for one tenant.
 *
 * @param greeting absent when the tenant has written none
 * @param direction {@code ltr} or {@code rtl}, as the locale is written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WidgetConfig(Brand brand, @Nullable String greeting, String locale, String direction, List<String> languages,
        Features features) {

    WidgetConfig {
        languages = List.copyOf(languages);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Brand(String name, @Nullable String logoUrl, String color, String position) {}

    record Features(boolean feedback, boolean handoff) {}
}
