package dev.csai.chat.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a secret key may be good for. What each opens is in the {@link AccessTable}; writing does not include reading. */
public enum Scope {
    KNOWLEDGE_READ, KNOWLEDGE_WRITE, CONVERSATIONS_READ, CONVERSATIONS_WRITE, ASSISTANT_READ, ASSISTANT_WRITE,
    TOOLS_READ, TOOLS_WRITE, CHANNELS_READ, CHANNELS_WRITE, USAGE_READ, TENANT_READ;

    /** As tables and the API write it: {@code knowledge:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    public static Optional<Scope> ofWord(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    /** Whether the role may do all that the scope opens; nobody can give a key more than they have. */
    public boolean isWithin(Role role) {
        return AccessTable.RULES.stream()
                .filter(rule -> this == rule.scope())
                .allMatch(rule -> rule.may().contains(Audience.of(role)));
    }
}
