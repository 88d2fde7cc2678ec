package dev.csai.chat.isolation;

import java.util.UUID;

/** Words that are nowhere else. */
final class Markers {

    private Markers() {}

    static String next() {
        return "quokka" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
