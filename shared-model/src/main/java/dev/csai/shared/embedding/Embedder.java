package dev.csai.shared.embedding;

import dev.csai.shared.text.Language;
import java.util.Set;
import org.springframework.ai.embedding.EmbeddingModel;

/**
 * An embedding model, its name and what it can read. A vector of a language the model does not know ranks worse than
 * none at all, so neither chunks nor questions of other languages get one.
 *
 * @param name stored with every generation; vectors of different names are never compared
 */
public record Embedder(EmbeddingModel model, String name, Set<Language> languages) {

    public Embedder {
        languages = Set.copyOf(languages);
    }

    public static Embedder of(MiniLmEmbeddingModel model) {
        return new Embedder(model, MiniLmEmbeddingModel.NAME, Set.of(Language.ENGLISH));
    }

    public boolean reads(Language language) {
        return languages.contains(language);
    }
}
