package dev.csai.chat.answer;
import dev.csai.shared.text.Language;
import java.util.List;
final class BestSentences {
    private BestSentences() {}
    record Pick(String sentence, int passage) {}
    static List<Pick> pick(String q, Language l, List<String> p) {
        return List.of();
    }
}
