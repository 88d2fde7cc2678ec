package dev.csai.bench.turn;

import java.util.List;
import java.util.Locale;

/** What a visitor of the demo shop asks. */
final class Questions {

    private static final List<String> TEMPLATES = List.of(
            "What are your opening hours on Friday the %d?",
            "How much is the delivery fee to Ramat Gan for order %d?",
            "Can I reserve a table for a group of %d people?",
            "Which bus stops in front of the door of number %d?",
            "Is delivery free for an order above %d shekels?",
            "How long does delivery to Givatayim take for order %d?",
            "Can I pay order %d with a credit card or cash?",
            "When does the kitchen take its last order number %d?");

    private Questions() {}

    /** None of them twice, so that no vector of a question is remembered. */
    static String distinct(long number) {
        return String.format(Locale.ROOT, TEMPLATES.get((int) (number % TEMPLATES.size())), number);
    }

    /** Always the same, so that its vector is. */
    static String repeated(long number) {
        return "What are your opening hours on Friday?";
    }
}
