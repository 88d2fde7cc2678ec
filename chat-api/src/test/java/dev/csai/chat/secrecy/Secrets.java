package dev.csai.chat.secrecy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Secrets that are recognised wherever they turn up: each is a word of its own, of 20 letters. */
final class Secrets {

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    /** @param place where it is put */
    String in(String place) {
        return byPlace.computeIfAbsent(place,
                where -> "planted" + UUID.randomUUID().toString().replace("-", "").substring(0, 13));
    }

    /** One that was made elsewhere. */
    String also(String place, String secret) {
        byPlace.put(place, secret);
        return secret;
    }

    Map<String, String> all() {
        return Map.copyOf(byPlace);
    }
}
