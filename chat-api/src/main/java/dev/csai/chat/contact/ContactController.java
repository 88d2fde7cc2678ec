package dev.csai.chat.contact;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.web.Page;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Contacts over HTTP. */
@RestController
@RequestMapping("/v1/contacts")
class ContactController {

    private final ContactDirectory contacts;

    ContactController(ContactDirectory contacts) {
        this.contacts = contacts;
    }

    record ChangedContact(@Nullable Boolean blocked) {

        boolean checked() {
            if (blocked == null) {
                throw ProblemException.invalid("/blocked", "required", "Say whether the contact is blocked.");
            }
            return blocked;
        }
    }

    @GetMapping
    Mono<Page<ContactView>> list(Insider caller, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String text) {
        return contacts.page(caller.tenant(), Page.checkedLimit(limit), Page.idCursor(cursor),
                PlainText.optional(text, "text", ContactClaim.MAX));
    }

    @GetMapping("/{id}")
    Mono<ContactView> find(Insider caller, @PathVariable UUID id) {
        return contacts.find(caller.tenant(), id);
    }

    @PatchMapping("/{id}")
    Mono<ContactView> change(Insider caller, @PathVariable UUID id, @RequestBody ChangedContact changed) {
        return contacts.block(caller.tenant(), id, changed.checked());
    }
}
