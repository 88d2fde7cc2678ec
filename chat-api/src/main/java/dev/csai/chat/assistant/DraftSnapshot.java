package dev.csai.chat.assistant;

import dev.csai.chat.audit.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log tells of a draft: not its texts, which the versions keep.
 *
 * @param instructions how many characters they have
 * @param fallback the languages that have a sentence
 */
record DraftSnapshot(int revision, @Nullable String model, double temperature, int maxTokens, int topK,
        int instructions, int memoryMessages, int memoryTokens, String language, boolean tools, List<String> fallback)
        implements
            Snapshot {

    static DraftSnapshot of(int revision, AssistantSettings draft) {
        return new DraftSnapshot(revision, draft.model(), draft.temperature(), draft.maxTokens(), draft.topK(),
                draft.instructions().length(), draft.memory().messages(), draft.memory().tokens(), draft.language(),
                draft.tools(), draft.fallback().keySet().stream().sorted().toList());
    }
}
