package dev.csai.chat.member;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.identity.EmailAddress;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Invitations of owners by operators, over HTTP. */
@RestController
@RequestMapping("/v1/admin/tenants/{id}/invitations")
class OwnerInvitationsController {

    private final OwnerInvitations invitations;

    OwnerInvitationsController(OwnerInvitations invitations) {
        this.invitations = invitations;
    }

    record NewOwner(@Nullable String email) {}

    /**
     * Mails an invitation to own a tenant that has no owner; a second one to the same address takes the place of the
     * first. Where there is an owner it is a conflict, for owners decide about owners.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MemberView> inviteOwner(Operator operator, IdempotencyKey idempotency, @PathVariable UUID id,
            @RequestBody NewOwner invited) {
        return invitations.invite(operator, new TenantId(id), EmailAddress.checked(invited.email(), "/email"),
                idempotency);
    }

    /** Takes an owner's invitation back, whoever has sent it: its link leads nowhere from then on. */
    @DeleteMapping("/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeBackInvitation(Operator operator, @PathVariable UUID id, @PathVariable UUID invitationId) {
        return invitations.takeBack(new TenantId(id), invitationId);
    }
}
