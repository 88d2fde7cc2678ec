package dev.csai.chat.installation;

import dev.csai.chat.access.Caller.InPerson;
import dev.csai.chat.installation.InstallationCheck.CheckedAddress;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class InstallationController {

    private final InstallationCheck check;

    InstallationController(InstallationCheck check) {
        this.check = check;
    }

    /** @param url of a page that is to have the widget */
    record InstallationCheckRequest(@Nullable String url) {

        private static final int MAX_URL = 2000;

        CheckedAddress checked() {
            return CheckedAddress.of(PlainText.required(url, "/url", MAX_URL))
                    .orElseThrow(() -> ProblemException.invalid("/url", "malformed",
                            "The address of a page begins with https:// or http:// and names its host."));
        }
    }

    @PostMapping("/v1/tenant/widget/installation-check")
    Mono<Installation> check(InPerson person, @RequestBody InstallationCheckRequest request) {
        return check.of(person.tenant(), request.checked());
    }
}
