package dev.csai.shared.testing;

import java.util.Locale;

/** A server that tests need. */
public enum Service {

    POSTGRES,
    RABBIT,
    REDIS;

    /** The environment variable whose URL, credentials included, is used instead of starting a server. */
    String variable() {
        return "CSAI_TEST_" + name() + "_URL";
    }

    /** The name by which {@code infra/services} knows it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
