package dev.csai.chat.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The declared table of who may call what. */
record Permissions(Map<String, Permission> byOperation) {

    Permissions {
        byOperation = Map.copyOf(byOperation);
    }

    /** @param resources beside this class's package, under {@code /isolation} */
    static Permissions declaredIn(String... resources) {
        Map<String, Permission> lines = new HashMap<>();
        for (String resource : resources) {
            text(resource).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(" +\\| +", 3);
                Permission before = lines.put(parts[0].strip(),
                        Permission.of(parts[1].strip(), parts.length > 2 ? parts[2].strip() : ""));
                if (before != null) {
                    throw new IllegalStateException("declared twice: " + parts[0]);
                }
            });
        }
        return new Permissions(lines);
    }

    /** What is declared and not there, and what is there and not declared. */
    List<Finding> mismatches(Collection<Operation> operations) {
        List<Finding> found = new ArrayList<>();
        operations.stream().map(Operation::toString).filter(operation -> !byOperation.containsKey(operation))
                .forEach(operation -> found.add(new Finding(operation, "", "nobody has declared who may call it")));
        var served = operations.stream().map(Operation::toString).collect(Collectors.toSet());
        byOperation.keySet().stream().filter(operation -> !served.contains(operation)).sorted()
                .forEach(operation -> found.add(new Finding(operation, "", "is declared and not there")));
        return found;
    }

    Permission of(Operation operation) {
        Permission found = byOperation.get(operation.toString());
        if (found == null) {
            throw new IllegalArgumentException(operation + " is not declared");
        }
        return found;
    }

    boolean declares(Operation operation) {
        return byOperation.containsKey(operation.toString());
    }

    private static String text(String resource) {
        try (InputStream file = Permissions.class.getResourceAsStream("/isolation/" + resource)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
