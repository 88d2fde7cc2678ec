package dev.csai.chat.knowledge;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of uploaded files, made safe to show and to put in a header. */
public final class FileNames {

    static final int MAX = 255;
    private static final String NAMELESS = "document";
    /** Controls, bidi overrides, separators and what file systems or shells give a meaning. */
    private static final Pattern UNSAFE = Pattern
            .compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}<>:\"|?*\\\\]+");

    private FileNames() {}

    public static String sanitised(String given) {
        String name = given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        name = UNSAFE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ");
        name = name.replaceAll("\\s+", " ").strip().replaceAll("^\\.+", "");
        name = name.isBlank() ? NAMELESS : name;
        return name.codePointCount(0, name.length()) <= MAX ? name : shortened(name);
    }

    /** Keeps the ending, by which people know the kind. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        return stem.substring(0, stem.offsetByCodePoints(0, MAX - ending.length())) + ending;
    }
}
