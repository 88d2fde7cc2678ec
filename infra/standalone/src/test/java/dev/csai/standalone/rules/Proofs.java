package dev.csai.standalone.rules;

/** What must be said of the house that breaks a rule. */
final class Proofs {

    private Proofs() {}

    static String of(Rule rule) {
        return switch (rule) {
            case APPS_DO_NOT_KNOW_EACH_OTHER -> "Asker.<init>()> calls constructor";
            case SHARED_KNOWS_NO_APP -> "Contract.<init>()> calls constructor";
            case NOTHING_DEPENDS_ON_STANDALONE -> "Chooser.<init>()> calls constructor";
            case FEATURES_HAVE_NO_CYCLES -> "Cycle detected: Slice chat - here";
            case ONLY_CHAT_IS_REACTIVE -> "Invoices.next()> calls method <reactor.core.publisher.Mono.empty()>";
            case ONLY_CHAT_LISTENS -> "Door> is annotated with";
            case CHAT_SPEAKS_NO_JDBC -> "Rows.client> has type <org.springframework.jdbc.core.simple.JdbcClient>";
            case CHAT_NEVER_BLOCKS -> "Waiter.waitFor(reactor.core.publisher.Mono)> calls method";
            case SPRING_AI_STAYS_AT_ITS_EDGE -> "Prompts.model> has type <org.springframework.ai.chat.model.ChatModel>";
            case NOBODY_CALLS_OUT -> "calls method <java.net.URL.openStream()>";
            case NO_FIELD_INJECTION -> "Injected.needed> is annotated with";
            case EVERY_PACKAGE_IS_NULL_MARKED -> "everypackageisnullmarked.chat of ";
            case NO_EMPTY_NAMES -> "TurnManager> has name matching";
            case TIME_COMES_FROM_A_CLOCK -> "Now.read()> calls method <java.time.LocalDateTime.now()>";
            case NOBODY_SLEEPS -> "Sleeper.rest()> calls method <java.lang.Thread.sleep(long)>";
        };
    }
}
