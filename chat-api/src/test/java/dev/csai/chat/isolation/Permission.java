package dev.csai.chat.isolation;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call an operation.
 *
 * @param who in the words of the declaration
 * @param ownRefusals statuses with which it refuses those it admits
 * @param body a valid one; empty where none was given
 */
record Permission(Set<String> who, Set<Integer> ownRefusals, String body) {

    private static final String ANYONE = "anyone";

    static Permission of(String who, String body) {
        Set<String> words = Set.of(who.split(" +", -1));
        return new Permission(words.stream().filter(word -> !isNumber(word)).collect(Collectors.toUnmodifiableSet()),
                words.stream().filter(Permission::isNumber).map(Integer::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                body);
    }

    boolean admitsAnyone() {
        return who.contains(ANYONE);
    }

    boolean admits(String audience) {
        return who.contains(audience);
    }

    /** Those that a secret key may have. */
    Stream<String> scopes() {
        return who.stream().filter(word -> word.contains(":"));
    }

    String newBody() {
        return body.isEmpty() ? "{}" : body.replace("$uuid", UUID.randomUUID().toString());
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
