package dev.csai.chat.assistant;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.web.Page;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A tenant's assistant over HTTP. */
@RestController
@RequestMapping("/v1/assistant")
class AssistantController {

    private final Assistants assistants;
    private final PublishedVersions versions;
    private final Figures figures;
    private final PlatformModel platform;

    AssistantController(Assistants assistants, PublishedVersions versions, Figures figures, PlatformModel platform) {
        this.assistants = assistants;
        this.versions = versions;
        this.figures = figures;
        this.platform = platform;
    }

    /** @param revision that the draft had when it was last seen */
    record NewDraft(@Nullable Integer revision, @Nullable NewSettings settings) {

        NewSettings checkedSettings() {
            if (settings == null) {
                throw ProblemException.invalid("/settings", "required", "Say how the assistant is to answer.");
            }
            return settings;
        }
    }

    /** @param revision that the draft had when it was last seen */
    record SeenDraft(@Nullable Integer revision) {}

    @GetMapping
    Mono<AssistantView> find(Insider caller) {
        return assistants.find(caller.tenant()).map(this::view);
    }

    /** Changes the draft, and nothing of what is in force. */
    @PutMapping
    Mono<AssistantView> draft(Insider caller, @RequestBody NewDraft draft) {
        return assistants.draft(caller.tenant(), checked(draft.revision()), draft.checkedSettings()).map(this::view);
    }

    @PutMapping("/state")
    Mono<AssistantView> change(Insider caller, @RequestBody NewSwitches switches) {
        return assistants.change(caller.tenant(), switches.checked()).map(this::view);
    }

    @PostMapping("/publish")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Version> publish(Insider caller, IdempotencyKey idempotency, @RequestBody SeenDraft seen) {
        return assistants.publish(caller.tenant(), Publishing.by(caller), checked(seen.revision()), idempotency);
    }

    @GetMapping("/versions")
    Mono<Page<Version>> list(Insider caller, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return versions.page(caller.tenant(), Page.checkedLimit(limit), cursor);
    }

    @GetMapping("/versions/{number}")
    Mono<WholeVersion> find(Insider caller, @PathVariable int number) {
        return versions.find(caller.tenant(), number);
    }

    /** Brings what the version says into the draft, to be looked at before it is published. */
    @PostMapping("/versions/{number}/restore")
    Mono<AssistantView> restore(Insider caller, @PathVariable int number, @RequestBody SeenDraft seen) {
        return assistants.restore(caller.tenant(), checked(seen.revision()), number).map(this::view);
    }

    /** Puts the version in force again at once. */
    @PostMapping("/versions/{number}/publish")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Version> publishAgain(Insider caller, IdempotencyKey idempotency, @PathVariable int number) {
        return assistants.publishAgain(caller.tenant(), Publishing.by(caller), number, idempotency);
    }

    /** Of the last 30 days. */
    @GetMapping("/figures")
    Mono<Figures.AssistantFigures> figures(Insider caller) {
        return figures.of(caller.tenant());
    }

    private AssistantView view(Assistant assistant) {
        return AssistantView.of(assistant, platform);
    }

    private static int checked(@Nullable Integer revision) {
        if (revision == null) {
            throw ProblemException.invalid("/revision", "required", "Say which revision of the draft was seen.");
        }
        return revision;
    }
}
