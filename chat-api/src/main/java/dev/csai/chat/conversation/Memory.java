package dev.csai.chat.conversation;

import dev.csai.chat.answer.Question;
import dev.csai.chat.assistant.AssistantSettings;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What of a conversation is remembered for the next answer: the latest utterances that fit a budget of tokens. */
@Component
public class Memory {

    /** A token of English is about four letters, one of Hebrew about two; the cautious figure keeps the budget. */
    private static final int LETTERS_PER_TOKEN = 2;

    private static final String RECENT = """
            select m.author, m.text
            from chat.messages m
            join chat.turns t on t.tenant_id = m.tenant_id and t.id = m.turn_id
            where m.tenant_id = :tenant and m.conversation_id = :conversation and t.ordinal < :ordinal
            order by m.position desc limit :messages
            """;

    private final TenantTransaction transaction;

    Memory(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * @param locale of the conversation; decides where the text does not tell its language
     * @param earlier all there is, oldest first
     */
    public Question question(TenantId tenant, String text, String locale, AssistantSettings settings,
            List<Question.Said> earlier) {
        return question(tenant, text, locale, settings, earlier.isEmpty(), earlier);
    }

    Mono<Question> question(Turn turn, AssistantSettings settings) {
        boolean opening = turn.ordinal() == 1;
        Mono<List<Question.Said>> earlier = opening || settings.memory().messages() == 0
                ? Mono.just(List.of())
                : earlier(turn, settings.memory().messages());
        return earlier.map(said -> question(turn.tenant(), turn.text(), turn.locale(), settings, opening, said));
    }

    private static Question question(TenantId tenant, String text, String locale, AssistantSettings settings,
            boolean opening, List<Question.Said> earlier) {
        String tag = settings.fixedLanguage().orElseGet(() -> language(text, locale));
        return new Question(tenant, text, isHebrew(tag) ? Language.HEBREW : Language.ENGLISH, tag, opening,
                within(settings.memory(), earlier));
    }

    private Mono<List<Question.Said>> earlier(Turn turn, int messages) {
        return transaction.in(turn.tenant(), db -> db.sql(RECENT)
                .bind("tenant", turn.tenant().value())
                .bind("conversation", turn.conversationId())
                .bind("ordinal", turn.ordinal())
                .bind("messages", messages)
                .map(row -> new Question.Said("contact".equals(row.get("author", String.class)),
                        String.valueOf(row.get("text", String.class))))
                .all()
                .collectList())
                .map(List::reversed);
    }

    private static List<Question.Said> within(AssistantSettings.Memory memory, List<Question.Said> earlier) {
        List<Question.Said> kept = new ArrayList<>();
        int tokens = 0;
        for (Question.Said said : earlier.reversed()) {
            tokens += said.text().length() / LETTERS_PER_TOKEN;
            if (kept.size() == memory.messages() || tokens > memory.tokens()) {
                break;
            }
            kept.add(said);
        }
        return kept.reversed();
    }

    private static String language(String text, String locale) {
        return switch (Language.of(text)) {
            case HEBREW -> Language.HEBREW.tag();
            case ENGLISH -> isHebrew(locale) ? Language.ENGLISH.tag() : locale;
            case OTHER -> locale;
        };
    }

    private static boolean isHebrew(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("he");
    }
}
