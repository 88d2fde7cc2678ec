package dev.csai.chat.onboarding;

import dev.csai.chat.access.Caller.InPerson;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/onboarding")
class OnboardingController {

    private final FirstSteps steps;

    OnboardingController(FirstSteps steps) {
        this.steps = steps;
    }

    record ChangedOnboarding(@Nullable Boolean dismissed) {

        boolean checked() {
            if (dismissed == null) {
                throw ProblemException.invalid("/dismissed", "required", "Say whether it is dismissed.");
            }
            return dismissed;
        }
    }

    @GetMapping
    Mono<Onboarding> onboarding(InPerson person) {
        return steps.of(person.tenant());
    }

    @PatchMapping
    Mono<Onboarding> dismiss(InPerson person, @RequestBody ChangedOnboarding changed) {
        return steps.dismiss(person.tenant(), changed.checked());
    }
}
