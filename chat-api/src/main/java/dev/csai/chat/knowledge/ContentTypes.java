package dev.csai.chat.knowledge;

import java.util.regex.Pattern;

/** Names of kinds of files, as far as they are worth keeping. */
public final class ContentTypes {

    private static final Pattern BARE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}");

    private ContentTypes() {}

    /** Whether it is a type and a subtype in lower case, without parameters. */
    public static boolean isBare(String text) {
        return BARE.matcher(text).matches();
    }
}
