package dev.csai.chat.identity;

import java.util.UUID;

/** What is needed of somebody to check a password. */
record Person(UUID id, String passwordHash) {

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
