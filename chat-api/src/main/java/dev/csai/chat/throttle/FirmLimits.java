package dev.csai.chat.throttle;

import dev.csai.chat.throttle.Windows.Window;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Limits that hold also while Redis is away: then each process counts for itself. */
@Component
public class FirmLimits {

    private final Windows windows;
    private final LocalWindows here;

    FirmLimits(Windows windows, LocalWindows here) {
        this.windows = windows;
        this.here = here;
    }

    /**
     * Takes one unit of each window, or fails with {@code rate-limited} when one has none left.
     *
     * @param limits with keys of one hash tag if there are several
     * @param refusal what a refused client is told
     */
    public Mono<Void> take(List<Window> limits, String refusal) {
        return windows.take(limits)
                .map(take -> switch (take) {
                    case Take.Counted counted -> counted;
                    case Take.Uncounted uncounted -> takeHere(limits);
                })
                .flatMap(take -> take.granted()
                        ? Mono.empty()
                        : Mono.error(ProblemException.retryLater(ProblemType.RATE_LIMITED, refusal, take.reset())));
    }

    /** The first that has none left, or the last; what was taken of those before it stays taken. */
    private Take.Counted takeHere(List<Window> limits) {
        Take.Counted take = takeHere(limits.getFirst());
        for (Window next : limits.subList(1, limits.size())) {
            take = take.granted() ? takeHere(next) : take;
        }
        return take;
    }

    private Take.Counted takeHere(Window limit) {
        return here.take(limit.key(), limit.limit(), limit.length());
    }
}
