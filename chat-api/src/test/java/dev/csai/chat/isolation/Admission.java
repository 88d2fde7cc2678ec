package dev.csai.chat.isolation;

import dev.csai.chat.testing.Answer;
import java.util.ArrayList;
import java.util.List;

/** Whether an operation lets in whom it is declared for, and nobody else. What it is called with changes nothing. */
record Admission(Door door) {

    private static final String NOTHING = "{}";

    List<Finding> at(Operation operation, Permission permission, Credential credential) {
        Answer answer = door.call(operation, credential, operation.ofNothing(), NOTHING);
        List<Finding> found = new ArrayList<>(door.faults(operation, credential, answer));
        int status = answer.status();
        if (credential.isAdmittedBy(permission)) {
            if ((status == 401 || status == 403) && !permission.ownRefusals().contains(status)) {
                found.add(finding(operation, credential, "is refused with " + status));
            }
        } else if (status != credential.refusal()) {
            found.add(finding(operation, credential,
                    "is answered " + status + " instead of " + credential.refusal()));
        } else if (answer.problem().isEmpty()) {
            found.add(finding(operation, credential, "is refused without a problem document"));
        }
        return found;
    }

    private static Finding finding(Operation operation, Credential credential, String what) {
        return new Finding(operation.toString(), credential.name(), what);
    }
}
