package dev.csai.standalone.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/**
 * A class that a rule leaves out.
 *
 * @param name fully qualified; classes nested in it are left out too
 * @param reason why the rule's aim is not harmed
 */
record Exempt(String name, String reason) {

    Exempt {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an exemption needs a reason: " + name);
        }
    }

    boolean covers(JavaClass type) {
        return type.getName().equals(name) || type.getName().startsWith(name + "$");
    }

    static DescribedPredicate<JavaClass> none(List<Exempt> exempt) {
        return DescribedPredicate.describe("are not exempt",
                type -> exempt.stream().noneMatch(each -> each.covers(type)));
    }
}
