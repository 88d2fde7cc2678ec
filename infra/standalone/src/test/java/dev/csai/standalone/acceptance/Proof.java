package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Chunk;
import dev.csai.standalone.acceptance.Contract.Citation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks every citation of an answer up in the document it names. */
final class Proof {

    private static final Pattern MARK = Pattern.compile("\\s*\\[(\\d+)]");

    private final Member owner;
    private final Map<UUID, List<Chunk>> chunks = new ConcurrentHashMap<>();

    Proof(Member owner) {
        this.owner = owner;
    }

    /** Every mark has its citation, every citation its mark, and the cited chunk holds the sentence before the mark. */
    void holdsFor(Answer answer) {
        Matcher mark = MARK.matcher(answer.text());
        int from = 0;
        String sentence = "";
        var marked = new java.util.TreeSet<Integer>();
        while (mark.find()) {
            String said = plain(answer.text().substring(from, mark.start()));
            sentence = said.isEmpty() ? sentence : said;
            int index = Integer.parseInt(mark.group(1));
            marked.add(index);
            Citation citation = answer.citations().stream().filter(each -> each.index() == index).findFirst()
                    .orElseThrow(() -> new AssertionError("nothing is cited by [" + index + "] in " + answer));
            assertSupports(citation, sentence, answer);
            from = mark.end();
        }
        assertThat(answer.citations()).as("citations of %s", answer.text()).extracting(Citation::index)
                .containsExactlyElementsOf(marked);
    }

    private void assertSupports(Citation citation, String sentence, Answer answer) {
        List<Chunk> document = chunks.computeIfAbsent(citation.documentId(), owner::chunks);
        Chunk cited = document.stream().filter(chunk -> chunk.chunkId().equals(citation.chunkId())).findFirst()
                .orElseThrow(() -> new AssertionError("the cited chunk does not exist: " + citation));
        assertThat(plain(cited.text())).as("the chunk cited by [%d] in %s", citation.index(), answer.text())
                .contains(sentence);
        assertThat(plain(cited.text())).as("the chunk of the snippet").contains(plain(citation.snippet()));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
