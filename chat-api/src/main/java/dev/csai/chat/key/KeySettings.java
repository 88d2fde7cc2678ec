package dev.csai.chat.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.web.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a key may be changed, as it comes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeySettings(@Nullable String name, @Nullable List<@Nullable String> allowedOrigins) {

    private static final int MAX_NAME = 120;

    static KeySettings of(Key key) {
        List<String> origins = key.allowedOrigins();
        return new KeySettings(key.name(), origins == null ? null : List.copyOf(origins));
    }

    String checkedName() {
        return PlainText.required(name, "/name", MAX_NAME);
    }

    List<String> checkedOrigins(Kind kind) {
        return AllowedOrigins.checked(allowedOrigins, kind);
    }
}
