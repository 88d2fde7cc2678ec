package dev.csai.chat.key;

import dev.csai.chat.access.Scope;
import dev.csai.shared.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wished for.
 *
 * @param kind {@code publishable} or {@code secret}
 * @param scopes at least one for a secret key; none for another
 */
record KeyRequest(@Nullable String name, @Nullable String kind, @Nullable List<@Nullable String> scopes,
        @Nullable List<@Nullable String> allowedOrigins) {

    private static final int MAX_SCOPES = 50;

    NewKey checked() {
        KeySettings settings = new KeySettings(name, allowedOrigins);
        String checkedName = settings.checkedName();
        Kind checkedKind = checkedKind();
        List<String> origins = settings.checkedOrigins(checkedKind);
        return switch (checkedKind) {
            case PUBLISHABLE -> {
                if (scopes != null && !scopes.isEmpty()) {
                    throw ProblemException.invalid("/scopes", "not-allowed", "A publishable key has no scopes.");
                }
                yield NewKey.publishable(checkedName, origins);
            }
            case SECRET -> NewKey.secret(checkedName, checkedScopes());
        };
    }

    private Kind checkedKind() {
        if (kind == null) {
            throw ProblemException.invalid("/kind", "required", "A key is publishable or secret.");
        }
        return Kind.ofWord(kind).orElseThrow(
                () -> ProblemException.invalid("/kind", "not-allowed", "A key is publishable or secret."));
    }

    /** Each once, in the order in which scopes are declared. */
    private List<String> checkedScopes() {
        if (scopes == null || scopes.isEmpty()) {
            throw ProblemException.invalid("/scopes", "required", "A secret key has at least one scope.");
        }
        if (scopes.size() > MAX_SCOPES) {
            throw ProblemException.invalid("/scopes", "too-many", "There are not so many scopes.");
        }
        Set<Scope> checked = EnumSet.noneOf(Scope.class);
        for (int index = 0; index < scopes.size(); index++) {
            checked.add(checkedScope(scopes.get(index), "/scopes/" + index));
        }
        return checked.stream().map(Scope::word).toList();
    }

    private static Scope checkedScope(@Nullable String word, String at) {
        return (word == null ? Optional.<Scope>empty() : Scope.ofWord(word))
                .orElseThrow(() -> ProblemException.invalid(at, "not-allowed", "There is no such scope."));
    }
}
