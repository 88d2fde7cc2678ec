package dev.csai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line says.
 *
 * @param pgvector whether the search is measured with vectors in pgvector, too
 * @param write whether the page is rewritten
 */
record Arguments(List<Scenario> scenarios, boolean quick, boolean pgvector, boolean write) {

    private static final String ALL = "all";
    private static final Set<String> OPTIONS = Set.of("--quick", "--pgvector", "--write");

    Arguments {
        scenarios = List.copyOf(scenarios);
    }

    static Arguments of(String... words) {
        Set<String> options = Arrays.stream(words).filter(word -> word.startsWith("--")).collect(Collectors.toSet());
        List<String> names = Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
        if (!OPTIONS.containsAll(options) || names.size() > 1) {
            throw new IllegalArgumentException("not understood: " + String.join(" ", words));
        }
        String name = names.isEmpty() ? ALL : names.getFirst();
        List<Scenario> scenarios = Arrays.stream(Scenario.values())
                .filter(scenario -> name.equals(ALL) || name.equals(scenario.word())).toList();
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("nothing to measure is called " + name);
        }
        boolean quick = options.contains("--quick");
        // A quick run is for looking, not for the record.
        boolean write = options.contains("--write") || (name.equals(ALL) && !quick);
        return new Arguments(scenarios, quick, options.contains("--pgvector"), write);
    }
}
