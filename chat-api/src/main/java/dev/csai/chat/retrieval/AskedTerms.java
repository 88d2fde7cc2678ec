package dev.csai.chat.retrieval;

import dev.csai.shared.text.QueryWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms to look up, and how much of its word each stands for. */
@SuppressWarnings("ArrayRecordComponent")
record AskedTerms(String[] terms, Double[] weights) {

    static AskedTerms of(List<QueryWord> words) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (QueryWord word : words) {
            double share = 1.0 / word.terms().size();
            word.terms().forEach(term -> weights.merge(term, share, Math::max));
        }
        return new AskedTerms(weights.keySet().toArray(String[]::new), weights.values().toArray(Double[]::new));
    }
}
