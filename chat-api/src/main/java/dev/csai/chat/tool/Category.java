package dev.csai.chat.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a business would look for a tool under. */
enum Category {
    ORDERS, BOOKINGS, CUSTOMERS, MARKETING, SUPPORT, OTHER;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
