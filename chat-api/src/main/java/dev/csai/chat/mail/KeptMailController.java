package dev.csai.chat.mail;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The mails of an installation without a mail server, for who runs it. */
@RestController
class KeptMailController {

    private final KeptMails mails;

    KeptMailController(KeptMails mails) {
        this.mails = mails;
    }

    /** Newest first; none where mails are sent. */
    @GetMapping("/v1/admin/mails")
    Mono<Page<KeptMails.KeptMail>> mails(Operator operator, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return mails.page(Page.idCursor(cursor), Page.checkedLimit(limit));
    }
}
