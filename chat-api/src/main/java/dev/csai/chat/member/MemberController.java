package dev.csai.chat.member;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.identity.EmailAddress;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.web.Page;
import dev.csai.shared.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Members over HTTP. */
@RestController
@RequestMapping("/v1/members")
class MemberController {

    private final Members members;
    private final Inviting inviting;

    MemberController(Members members, Inviting inviting) {
        this.members = members;
        this.inviting = inviting;
    }

    record NewMember(@Nullable String email, @Nullable String role) {}

    record ChangedMember(@Nullable String role) {}

    @GetMapping
    Mono<Page<MemberView>> list(Member caller, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return members.page(caller.tenant(), Page.checkedLimit(limit), Page.idCursor(cursor));
    }

    /** Mails an invitation; a second one to the same address takes the place of the first. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MemberView> invite(Member caller, IdempotencyKey idempotency, @RequestBody NewMember invited) {
        return inviting.invite(caller, EmailAddress.checked(invited.email(), "/email"), checked(invited.role()),
                idempotency);
    }

    @PatchMapping("/{id}")
    Mono<MemberView> change(Member caller, @PathVariable UUID id, @RequestBody ChangedMember changed) {
        return members.change(caller, id, checked(changed.role()));
    }

    /** Of somebody who is invited: takes the invitation back. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Member caller, @PathVariable UUID id) {
        return members.remove(caller, id);
    }

    private static Role checked(@Nullable String word) {
        if (word == null) {
            throw ProblemException.invalid("/role", "required", "Name a role: owner, admin or agent.");
        }
        return Role.ofWord(word).orElseThrow(
                () -> ProblemException.invalid("/role", "unknown", "A role is owner, admin or agent."));
    }
}
