package dev.csai.chat.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** Entity tags by content, each worked out once: the files do not change while the app runs. */
final class ContentTags {

    private final Map<Resource, String> known = new ConcurrentHashMap<>();

    String of(Resource file) {
        return known.computeIfAbsent(file, ContentTags::digest);
    }

    private static String digest(Resource file) {
        try {
            return DigestUtils.md5DigestAsHex(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("A page's file could not be read: " + file, e);
        }
    }
}
