package dev.csai.ingest.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.extract.Block;
import dev.csai.ingest.extract.Block.Kind;
import dev.csai.shared.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTests {

    /** A token is a word. */
    private static final Chunker CHUNKER = new Chunker(new ChunkSize(20, 5, 0), ChunkerTests::words);

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static List<Chunk> chunks(Block... blocks) {
        return chunks(CHUNKER, Arrays.asList(blocks));
    }

    private static List<Chunk> chunks(Chunker chunker, List<Block> blocks) {
        List<Chunk> chunks = new ArrayList<>();
        chunker.chunks(blocks.iterator()).forEachRemaining(chunks::add);
        return chunks;
    }

    private static Block heading(int level, String text) {
        return new Block(Kind.HEADING, level, null, text);
    }

    private static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, 0, null, text);
    }

    private static Block paragraph(int page, String text) {
        return new Block(Kind.PARAGRAPH, 0, page, text);
    }

    private static String sentence(int words) {
        return IntStream.range(0, words).mapToObj(i -> (i == 0 ? "W" : "w") + i).collect(Collectors.joining(" ")) + ".";
    }

    @Test
    void a_paragraph_is_a_chunk() {
        assertThat(chunks(paragraph("One two three four five six."), paragraph("Seven eight nine ten eleven.")))
                .containsExactly(
                        new Chunk(0, null, null, "One two three four five six.", Language.ENGLISH, 6),
                        new Chunk(1, null, null, "Seven eight nine ten eleven.", Language.ENGLISH, 5));
    }

    @Test
    void short_ones_under_the_same_heading_go_together() {
        assertThat(chunks(paragraph("Our menu:"), new Block(Kind.LIST_ITEM, 1, null, "Pizza"),
                new Block(Kind.LIST_ITEM, 1, null, "Pasta")))
                .containsExactly(new Chunk(0, null, null, "Our menu:\nPizza\nPasta", Language.ENGLISH, 4));
    }

    @Test
    void a_heading_begins_a_chunk_and_names_it() {
        assertThat(chunks(heading(1, "Shop"), heading(2, "Hours"), paragraph("At nine."), heading(2, "Returns"),
                paragraph("In two weeks."), heading(1, "Blog"), paragraph("Soon.")))
                .extracting(Chunk::heading, Chunk::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Shop › Hours", "At nine."),
                        org.assertj.core.groups.Tuple.tuple("Shop › Returns", "In two weeks."),
                        org.assertj.core.groups.Tuple.tuple("Blog", "Soon."));
    }

    @Test
    void a_heading_with_nothing_below_it_becomes_text() {
        assertThat(chunks(heading(1, "A"), heading(2, "B"), heading(2, "C"), paragraph("Below."), heading(1, "D")))
                .extracting(Chunk::heading, Chunk::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A › C", "A › B\nBelow."),
                        org.assertj.core.groups.Tuple.tuple("D", "D"));
    }

    @Test
    void a_long_paragraph_is_divided_between_sentences_into_like_parts() {
        String text = sentence(8) + " " + sentence(8) + " " + sentence(8) + " " + sentence(8);

        assertThat(chunks(paragraph(text))).extracting(Chunk::text)
                .containsExactly(sentence(8) + " " + sentence(8), sentence(8) + " " + sentence(8));
    }

    @Test
    void the_parts_of_a_divided_paragraph_overlap_if_told_to() {
        var overlapping = new Chunker(new ChunkSize(20, 5, 6), ChunkerTests::words);
        String text = sentence(11) + " " + sentence(5) + " " + sentence(11);

        assertThat(chunks(overlapping, List.of(paragraph(text)))).extracting(Chunk::text)
                .containsExactly(sentence(11) + " " + sentence(5), sentence(5) + " " + sentence(11));
    }

    @Test
    void keeps_the_page_on_which_most_of_a_chunk_stands() {
        assertThat(chunks(paragraph(1, "Short end."), paragraph(2, "A longer beginning follows here.")))
                .extracting(Chunk::page).containsExactly(2);
    }

    @Test
    void knows_the_language_of_each_chunk() {
        assertThat(chunks(paragraph("אנחנו פותחים בתשע בבוקר בכל יום"), paragraph("We open at nine every day")))
                .extracting(Chunk::language).containsExactly(Language.HEBREW, Language.ENGLISH);
    }

    @Test
    void divides_what_has_neither_sentences_nor_spaces() {
        List<Chunk> chunks = chunks(new Chunker(new ChunkSize(20, 5, 0), String::length),
                List.of(paragraph("x".repeat(8_000)), paragraph("😀".repeat(500))));

        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.tokens()).isLessThanOrEqualTo(20));
        assertThat(chunks.stream().map(Chunk::text).collect(Collectors.joining()).replace("\n", ""))
                .isEqualTo("x".repeat(8_000) + "😀".repeat(500));
    }

    @Test
    void loses_no_letter_of_any_document_and_cuts_it_the_same_way_again() {
        for (int seed = 0; seed < 200; seed++) {
            List<Block> document = document(new Random(seed));

            List<Chunk> chunks = chunks(CHUNKER, document);

            String everything = chunks.stream().map(chunk -> chunk.heading() + "\n" + chunk.text() + "\n")
                    .collect(Collectors.joining());
            for (Block block : document) {
                for (String word : block.text().split("\\s+", -1)) {
                    assertThat(everything).as("seed %d", seed).contains(word);
                }
            }
            assertThat(chunks).extracting(Chunk::ordinal)
                    .containsExactlyElementsOf(IntStream.range(0, chunks.size()).boxed().toList());
            assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.tokens()).isLessThanOrEqualTo(20));
            assertThat(chunks(CHUNKER, document)).isEqualTo(chunks);
        }
    }

    private static List<Block> document(Random random) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < random.nextInt(30); i++) {
            // Every word is there once, so that none can stand in for a lost one.
            int from = i * 1_000;
            String text = IntStream.rangeClosed(1, 1 + random.nextInt(60))
                    .mapToObj(word -> "u" + (from + word) + "u" + (random.nextInt(6) == 0 ? "." : ""))
                    .collect(Collectors.joining(" "));
            Kind kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
            blocks.add(new Block(kind, kind == Kind.HEADING ? 1 + random.nextInt(4) : 0, null, text));
        }
        return blocks;
    }

    @Test
    void reads_no_further_than_it_must() {
        var read = new ArrayList<Block>();
        Iterator<Block> endless = new Iterator<>() {

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Block next() {
                Block block = paragraph("Six words are in this one.");
                read.add(block);
                return block;
            }
        };

        CHUNKER.chunks(endless).next();

        assertThat(read).hasSize(2);
    }

    @Test
    void makes_nothing_of_nothing() {
        assertThat(chunks()).isEmpty();
    }
}
