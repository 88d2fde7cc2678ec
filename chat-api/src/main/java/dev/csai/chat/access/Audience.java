package dev.csai.chat.access;

/** A kind of caller that a rule of access speaks of; {@code ACTING} is an operator who acts for a tenant. */
enum Audience {
    ANYONE, VISITOR, OWNER, ADMIN, AGENT, ACTING, OPERATOR;

    static Audience of(Role role) {
        return switch (role) {
            case OWNER -> OWNER;
            case ADMIN -> ADMIN;
            case AGENT -> AGENT;
        };
    }
}
