package dev.csai.ingest.extract.sniff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Finds the encoding of a text from its bytes: byte order mark, strict UTF-8, UTF-16 by its zero bytes, then Hebrew
 * windows-1255 by the frequency of its letters, then windows-1252, which is also what ISO-8859-1 means in practice.
 */
final class TextDecoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1255 = Charset.forName("windows-1255");
    private static final Charset ISO_8859_8 = Charset.forName("ISO-8859-8");
    /** One damaged sequence among this many good ones is a blemish, not another encoding. */
    private static final int GOOD_SEQUENCES_PER_BAD_ONE = 20;

    private record Mark(List<Integer> bytes, Charset charset) {
        boolean begins(byte[] text) {
            if (text.length < bytes.size()) {
                return false;
            }
            for (int i = 0; i < bytes.size(); i++) {
                if ((text[i] & 0xFF) != bytes.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** UTF-32LE before UTF-16LE, whose mark is the beginning of its own. */
    private static final List<Mark> MARKS = List.of(new Mark(List.of(0xEF, 0xBB, 0xBF), UTF_8),
            new Mark(List.of(0xFF, 0xFE, 0, 0), Charset.forName("UTF-32LE")),
            new Mark(List.of(0, 0, 0xFE, 0xFF), Charset.forName("UTF-32BE")),
            new Mark(List.of(0xFF, 0xFE), UTF_16LE), new Mark(List.of(0xFE, 0xFF), UTF_16BE));

    /** @param certain false where the bytes would have been valid in other encodings too */
    record Decoded(String text, boolean certain) {}

    private TextDecoding() {}

    /** @return nothing where the bytes are not text in any encoding known here */
    static Optional<Decoded> decode(byte[] bytes) {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes)) {
                int length = mark.bytes().size();
                return certain(new String(bytes, length, bytes.length - length, mark.charset()));
            }
        }
        if (ByteCensus.hasZeros(bytes)) {
            return utf16(bytes);
        }
        Optional<Decoded> utf8 = strictly(bytes, UTF_8).or(() -> nearly(bytes)).flatMap(TextDecoding::certain);
        return utf8.isPresent() ? utf8 : singleByte(bytes);
    }

    /** What a declared legacy charset stands for in browsers. */
    static Charset asBrowsersRead(Charset declared) {
        if (declared.equals(ISO_8859_1)) {
            return WINDOWS_1252;
        }
        return declared.equals(ISO_8859_8) ? WINDOWS_1255 : declared;
    }

    private static Optional<Decoded> utf16(byte[] bytes) {
        return strictly(bytes, UTF_16LE).filter(Plausibility::isEverydayText)
                .or(() -> strictly(bytes, UTF_16BE).filter(Plausibility::isEverydayText))
                .flatMap(TextDecoding::certain);
    }

    private static Optional<Decoded> singleByte(byte[] bytes) {
        var census = new ByteCensus(bytes);
        if (census.looksHebrew()) {
            return guessed(new String(bytes, WINDOWS_1255));
        }
        return census.looksWestern() ? guessed(new String(bytes, WINDOWS_1252)) : Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nearly(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        long bad = text.chars().filter(c -> c == '\uFFFD').count();
        long good = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return good >= bad * GOOD_SEQUENCES_PER_BAD_ONE ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Decoded> certain(String text) {
        return Plausibility.hasFewControls(text) ? Optional.of(new Decoded(text, true)) : Optional.empty();
    }

    private static Optional<Decoded> guessed(String text) {
        return Plausibility.hasFewControls(text) ? Optional.of(new Decoded(text, false)) : Optional.empty();
    }
}
