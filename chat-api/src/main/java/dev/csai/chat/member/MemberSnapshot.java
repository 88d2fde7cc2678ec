package dev.csai.chat.member;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Snapshot;
import org.jspecify.annotations.Nullable;

/** What the audit log tells of somebody. */
record MemberSnapshot(String email, @Nullable String name, String role, String status) implements Snapshot {

    static MemberSnapshot ofInvitedOwner(String email) {
        return new MemberSnapshot(email, null, Role.OWNER.word(), MemberView.INVITED);
    }

    static MemberSnapshot of(MemberView person) {
        return new MemberSnapshot(person.email(), person.name(), person.role(), person.status());
    }
}
