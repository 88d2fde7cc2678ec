package dev.csai.chat.retrieval;

import dev.csai.shared.text.QueryWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms to look up, and how much of its word each stands for. */
final class AskedTerms {

    private final Map<String, Double> weights = new LinkedHashMap<>();

    AskedTerms(List<QueryWord> words) {
        for (QueryWord word : words) {
            double share = 1.0 / word.terms().size();
            word.terms().forEach(term -> weights.merge(term, share, Math::max));
        }
    }

    String[] terms() {
        return weights.keySet().toArray(String[]::new);
    }

    /** In the order of the terms. */
    Double[] weights() {
        return weights.values().toArray(Double[]::new);
    }
}
