package dev.csai.chat.trial;

import dev.csai.chat.access.Caller.Insider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TrialController {

    private final Trying trying;

    TrialController(Trying trying) {
        this.trying = trying;
    }

    @PostMapping("/v1/assistant/test")
    Mono<Trial> test(Insider caller, @RequestBody TrialRequest request) {
        return trying.answer(caller, new Tried(request.isOfDraft(), request.checkedText(),
                request.checkedLocale(), request.checkedHistory()));
    }
}
