package dev.csai.chat.tenancy;

import dev.csai.chat.web.PlainText;
import org.jspecify.annotations.Nullable;

/** @param reason why; up to 500 characters */
record SuspensionRequest(@Nullable String reason) {

    private static final int MAX_REASON = 500;

    String checkedReason() {
        return PlainText.required(reason, "/reason", MAX_REASON);
    }
}
