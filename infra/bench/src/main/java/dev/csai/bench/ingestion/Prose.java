package dev.csai.bench.ingestion;

import java.util.List;
import java.util.SplittableRandom;

/** English of a sort: common words in sentences and paragraphs of usual length, none of which comes twice. */
final class Prose {

    private static final String COMMON = """
            the a of to and in is it you that we for on are with as have be at one or had by word but not what all were \
            when your can said there use an each which she do how their if will up other about out many then them these \
            so some her would make like him into time has look two more write go see number no way could people my than \
            first water been call who oil its now find long down day did get come made may part over new sound take only \
            little work know place year live me back give most very after thing our just name good sentence man think \
            say great where help through much before line right too mean old any same tell boy follow came want show \
            also around form three small set put end does another well large must big even such because turn here why \
            ask went men read need land different home us move try kind hand picture again change off play spell air \
            away animal house point page letter mother answer found study still learn should world high every near add \
            food between own below country plant last school father keep tree never start city earth eye light thought \
            head under story saw left few while along might close something seem next hard open example begin life \
            always those both paper together got group often run important until children side feet car mile night walk \
            white sea began grow took river four carry state once book hear stop without second later miss idea enough \
            eat face watch far really almost let above girl sometimes mountain cut young talk soon list song leave \
            family body music color stand sun question fish area mark dog horse bird problem complete room knew since \
            ever piece told usually friend easy heard order red door sure become top ship across today during short \
            better best however low hour black product happened whole measure remember early wave reach listen wind \
            rock space cover fast several hold himself toward five step morning pass vowel true hundred against pattern \
            delivery invoice customer refund opening warranty service account payment ticket office contract supplier""";
    private static final List<String> WORDS = List.of(COMMON.split("\\s+"));

    private static final int SHORTEST_SENTENCE = 7;
    private static final int LONGEST_SENTENCE = 22;
    private static final int SENTENCES = 7;
    private static final int PARAGRAPHS_OF_A_SECTION = 6;

    private final SplittableRandom random;

    Prose(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Paragraphs of about a hundred words, with a heading before every few of them. */
    String text(int paragraphs) {
        StringBuilder text = new StringBuilder();
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            if (paragraph % PARAGRAPHS_OF_A_SECTION == 0) {
                text.append("# ").append(words(4)).append("\n\n");
            }
            text.append(paragraph()).append("\n\n");
        }
        return text.toString();
    }

    private String paragraph() {
        StringBuilder paragraph = new StringBuilder();
        for (int sentence = 0; sentence < SENTENCES; sentence++) {
            paragraph.append(words(random.nextInt(SHORTEST_SENTENCE, LONGEST_SENTENCE))).append(". ");
        }
        return paragraph.toString().strip();
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
