package dev.csai.standalone.acceptance;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A member who uploads and visitors who ask until the process under them is gone. */
final class KilledTraffic {

    private static final int VISITORS = 3;
    private static final int PARAGRAPHS = 120;
    private static final List<String> QUESTIONS = List.of(Shop.ENGLISH_QUESTION,
            "How long is the warranty of the frame?", "Hello!", "What does the delivery of a cargo bike cost?",
            "Who invented the telescope?");

    private final Tenant tenant;
    private final Collection<UUID> documents = new ConcurrentLinkedQueue<>();
    private final Collection<Utterance> utterances = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Answer> answers = new ConcurrentHashMap<>();

    KilledTraffic(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Those whose upload was confirmed. */
    Collection<UUID> documents() {
        return documents;
    }

    /** All that were sent, whether anything came back or not. */
    Collection<Utterance> utterances() {
        return utterances;
    }

    /** What clients got, by the message's key. */
    Map<UUID, Answer> answers() {
        return answers;
    }

    /** Uploads and talk. */
    void runUntil(Duration life, int round, Runnable kill) {
        List<Runnable> people = new ArrayList<>(visitors(tenant.visitor()));
        people.add(() -> upload(round));
        runUntil(life, people, kill);
    }

    /** Talk alone, to the process behind that address. */
    void talkUntil(Duration life, Http door, Runnable kill) {
        runUntil(life, visitors(new Visitor(door, tenant.visitor().key())), kill);
    }

    private List<Runnable> visitors(Visitor visitor) {
        return IntStream.range(0, VISITORS).<Runnable>mapToObj(number -> () -> talk(visitor, number)).toList();
    }

    private static void runUntil(Duration life, List<Runnable> work, Runnable kill) {
        try (ExecutorService people = Executors.newFixedThreadPool(work.size())) {
            List<CompletableFuture<Void>> running = work.stream().map(each -> CompletableFuture.runAsync(each, people))
                    .toList();
            CompletableFuture.runAsync(kill,
                    CompletableFuture.delayedExecutor(life.toMillis(), TimeUnit.MILLISECONDS)).join();
            running.forEach(CompletableFuture::join);
        }
    }

    private void upload(int round) {
        untilTheEnd(number -> documents.add(tenant.owner()
                .upload(FileBytes.text("round-" + round + "-" + number + ".txt", manual(round, number))).id()), 3);
    }

    private void talk(Visitor visitor, int first) {
        untilTheEnd(number -> {
            Utterance utterance = Utterance.of(QUESTIONS.get((first + number) % QUESTIONS.size()));
            utterances.add(utterance);
            Reply reply = visitor.say(utterance);
            if (reply.status() == 200) {
                answers.put(utterance.clientMessageId(), reply.as(200, Answer.class));
            }
        }, Integer.MAX_VALUE);
    }

    /** Does it again and again; a connection that breaks is what this is about. */
    private static void untilTheEnd(java.util.function.IntConsumer step, int times) {
        try {
            for (int number = 0; number < times; number++) {
                step.accept(number);
            }
        } catch (UncheckedIOException killed) {
            // The process is gone; what it had confirmed is checked after the next start.
        }
    }

    private static String manual(int round, int number) {
        StringBuilder text = new StringBuilder();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            text.append(
                    ("Part %d of machine %d-%d is made of steel, weighs %d grams and is oiled every %d days. It was "
                            + "drawn by engineer number %d and tested %d times before it was sold to a customer abroad.%n%n")
                            .formatted(paragraph, round, number, 100 + paragraph * 7, 1 + paragraph % 30, paragraph * 3,
                                    paragraph + 11));
        }
        return text.toString();
    }
}
