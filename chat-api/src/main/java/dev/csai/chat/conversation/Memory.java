package dev.csai.chat.conversation;

import dev.csai.chat.answer.Question;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What of a conversation is remembered for the next answer: the latest utterances that fit a budget of tokens. */
@Component
class Memory {

    /** A token of English is about four letters, one of Hebrew about two; the cautious figure keeps the budget. */
    private static final int LETTERS_PER_TOKEN = 2;

    /**
     * @param tokens budget for all remembered utterances together
     * @param messages the most that are read
     */
    @ConfigurationProperties("csai.memory")
    record MemorySettings(@DefaultValue("1000") int tokens, @DefaultValue("12") int messages) {}

    private static final String RECENT = """
            select m.author, m.text
            from chat.messages m
            join chat.turns t on t.tenant_id = m.tenant_id and t.id = m.turn_id
            where m.tenant_id = :tenant and m.conversation_id = :conversation and t.ordinal < :ordinal
            order by m.position desc limit :messages
            """;

    private final TenantTransaction transaction;
    private final MemorySettings settings;

    Memory(TenantTransaction transaction, MemorySettings settings) {
        this.transaction = transaction;
        this.settings = settings;
    }

    Mono<Question> question(Turn turn) {
        Language language = language(turn);
        if (turn.ordinal() == 1) {
            return Mono.just(new Question(turn.tenant(), turn.text(), language, List.of()));
        }
        return transaction.in(turn.tenant(), db -> db.sql(RECENT)
                .bind("tenant", turn.tenant().value())
                .bind("conversation", turn.conversationId())
                .bind("ordinal", turn.ordinal())
                .bind("messages", settings.messages())
                .map(row -> new Question.Said("contact".equals(row.get("author", String.class)),
                        String.valueOf(row.get("text", String.class))))
                .all()
                .collectList())
                .map(latestFirst -> new Question(turn.tenant(), turn.text(), language, withinBudget(latestFirst)));
    }

    private List<Question.Said> withinBudget(List<Question.Said> latestFirst) {
        List<Question.Said> kept = new ArrayList<>();
        int tokens = 0;
        for (Question.Said said : latestFirst) {
            tokens += said.text().length() / LETTERS_PER_TOKEN;
            if (tokens > settings.tokens()) {
                break;
            }
            kept.add(said);
        }
        return kept.reversed();
    }

    private static Language language(Turn turn) {
        Language written = Language.of(turn.text());
        if (written != Language.OTHER) {
            return written;
        }
        return turn.locale().toLowerCase(Locale.ROOT).startsWith("he") ? Language.HEBREW : Language.ENGLISH;
    }
}
