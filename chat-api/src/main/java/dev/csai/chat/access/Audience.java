package dev.csai.chat.access;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;

/** A kind of caller that a rule of access speaks of. */
enum Audience {
    ANYONE, VISITOR, OWNER, ADMIN, AGENT, OPERATOR;

    static Audience of(Caller caller) {
        return switch (caller) {
            case Visitor visitor -> VISITOR;
            case Operator operator -> OPERATOR;
            case Member member -> switch (member.role()) {
                case OWNER -> OWNER;
                case ADMIN -> ADMIN;
                case AGENT -> AGENT;
            };
        };
    }
}
