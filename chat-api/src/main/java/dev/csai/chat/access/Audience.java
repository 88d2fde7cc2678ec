package dev.csai.chat.access;

/** A kind of caller that a rule of access speaks of. */
enum Audience {
    ANYONE, VISITOR, OWNER, ADMIN, AGENT, OPERATOR;

    static Audience of(Role role) {
        return switch (role) {
            case OWNER -> OWNER;
            case ADMIN -> ADMIN;
            case AGENT -> AGENT;
        };
    }
}
