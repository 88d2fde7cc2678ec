package dev.csai.chat.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A count beside that of an equally long time before.
 *
 * @param changePercent in whole per cent, rounded; absent where there was nothing before, of which nothing is a part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trend(long count, long before, @Nullable Long changePercent) {

    static Trend of(long count, long before) {
        return new Trend(count, before, before == 0 ? null : Math.round(100.0 * (count - before) / before));
    }
}
