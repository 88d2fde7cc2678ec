package dev.csai.ingest.extract;

import dev.csai.ingest.extract.Block.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Blocks as JSON lines, written by the child and read by the parent one at a time. */
final class BlockFile {
    /** Each costs time and memory however short it is. Ten characters each, in a document of as many as one may have. */
    static final int MAX_BLOCKS = 1_000_000;

    /** The file comes from the process that read the hostile document, so it is held to the same limits as any input. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2)
                    .maxStringLength(Block.MAX_CHARACTERS).maxNumberLength(9)
                    .maxNameLength(16).build())
            .rootValueSeparator("\n").build();

    private BlockFile() {}

    /** Hands the blocks over in reading order; each is read when it is asked for. */
    static <T> T read(Path file, Function<Iterator<Block>, T> reading) throws IOException {
        try (var reader = Files.newBufferedReader(file);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), reader)) {
            return reading.apply(new Blocks(parser));
        }
    }

    private static Block readBlock(JsonParser parser) {
        var kind = Kind.PARAGRAPH;
        int level = 0;
        Integer page = null;
        String text = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "kind" -> kind = Kind.valueOf(parser.getString());
                case "level" -> level = parser.getIntValue();
                case "page" -> page = parser.getIntValue();
                case "text" -> text = parser.getString();
                default -> throw new IllegalArgumentException("unknown member " + name);
            }
        }
        return new Block(kind, level, page, text);
    }

    private static final class Blocks implements Iterator<Block> {
        private final JsonParser parser;

        Blocks(JsonParser parser) {
            this.parser = parser;
            parser.nextToken();
        }

        @Override
        public boolean hasNext() {
            return parser.currentToken() == JsonToken.START_OBJECT;
        }

        @Override
        public Block next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Block block = readBlock(parser);
            parser.nextToken();
            return block;
        }
    }

    /** Cleans, divides and writes blocks, and stops a document that has too much text. */
    static final class Writer implements BlockSink, Closeable {
        private final JsonGenerator json;
        private final long maxCharacters;
        private long characters;
        private int blocks;

        Writer(Path file, long maxCharacters) throws IOException {
            this.json = JSON.createGenerator(ObjectWriteContext.empty(), Files.newBufferedWriter(file));
            this.maxCharacters = maxCharacters;
        }

        @Override
        public void accept(Kind kind, int level, @Nullable Integer page, String rawText) throws RefusedFile {
            String text = CleanText.of(rawText);
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                return;
            }
            for (String part : LongText.divide(text, Block.MAX_CHARACTERS)) {
                characters += part.length();
                if (characters > maxCharacters) {
                    throw new RefusedFile(ExtractionProblem.TOO_LARGE,
                            "more than %d characters of text".formatted(maxCharacters));
                }
                if (blocks == MAX_BLOCKS) {
                    throw new RefusedFile(ExtractionProblem.TOO_LARGE, "more than %d blocks".formatted(MAX_BLOCKS));
                }
                write(new Block(kind, Math.clamp(level, 0, 9), page, part));
            }
        }

        private void write(Block block) {
            json.writeStartObject();
            json.writeStringProperty("kind", block.kind().name());
            json.writeNumberProperty("level", block.level());
            if (block.page() != null) {
                json.writeNumberProperty("page", block.page());
            }
            json.writeStringProperty("text", block.text());
            json.writeEndObject();
            blocks++;
        }

        int blocks() {
            return blocks;
        }

        long characters() {
            return characters;
        }

        @Override
        public void close() {
            json.close();
        }
    }
}
