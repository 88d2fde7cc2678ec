package dev.csai.chat.conversation;

import dev.csai.chat.answer.Question;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
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
public class Memory {

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

    /**
     * @param locale of the conversation; decides where the text does not tell its language
     * @param earlier oldest first
     */
    public Question question(TenantId tenant, String text, String locale, List<Question.Said> earlier) {
        List<Question.Said> latestFirst = earlier.reversed().stream().limit(settings.messages()).toList();
        return new Question(tenant, text, language(text, locale), withinBudget(latestFirst));
    }

    Mono<Question> question(Turn turn) {
        if (turn.ordinal() == 1) {
            return Mono.just(question(turn.tenant(), turn.text(), turn.locale(), List.of()));
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
                .map(latestFirst -> question(turn.tenant(), turn.text(), turn.locale(), latestFirst.reversed()));
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

    private static Language language(String text, String locale) {
        Language written = Language.of(text);
        if (written != Language.OTHER) {
            return written;
        }
        return locale.toLowerCase(Locale.ROOT).startsWith("he") ? Language.HEBREW : Language.ENGLISH;
    }
}
