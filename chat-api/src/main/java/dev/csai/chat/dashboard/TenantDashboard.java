package dev.csai.chat.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.inbox.ConversationView;
import dev.csai.chat.usage.MonthlyUsage.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's last seven days, of which today is one.
 *
 * @param at when it was so
 * @param conversations that began, beside those of the seven days before, up to this time of day
 * @param messagesToday from contacts, by channel; also those that came while the assistant was off, which the meter
 *        does not count
 * @param responseMs from a message to the assistant's answer, on average; absent where there was none
 * @param outcomes of the answers
 * @param recent where something was said last; none for operators, who read what was said in a transcript alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantDashboard(Instant at, String zone, Trend conversations, List<ChannelCount> messagesToday,
        @Nullable Long responseMs, Outcomes outcomes, Usage usage, List<Week.Day> days,
        List<ConversationView> recent) {

    record Outcomes(long answered, long abstained, long handedOff, long refused) {}
}
