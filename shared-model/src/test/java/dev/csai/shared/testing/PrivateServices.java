package dev.csai.shared.testing;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Servers of one's own, run by {@code infra/services} from installed binaries. A test that crashes a server starts its
 * own; everything else takes the shared ones of {@link TestServices}.
 *
 * <p>The script ends when its standard input does, so the servers end with this JVM, even with {@code kill -9}.
 */
public final class PrivateServices implements AutoCloseable {

    private final Process script;
    private final BufferedReader answers;
    private final Writer commands;
    private final Map<Service, URI> urls = new EnumMap<>(Service.class);

    private PrivateServices(Process script) {
        this.script = script;
        answers = script.inputReader(StandardCharsets.UTF_8);
        commands = script.outputWriter(StandardCharsets.UTF_8);
    }

    /** Servers that keep what they confirmed through a crash, the machine's own included. */
    public static PrivateServices durable(Service... services) {
        return start(Stream.concat(Stream.of("--durable"), Stream.of(services).map(Service::word)).toList());
    }

    /** Servers that keep what they confirmed (Redis: nothing) only through a crash of their own. */
    static PrivateServices quick(Service... services) {
        return start(Stream.of(services).map(Service::word).toList());
    }

    private static PrivateServices start(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(script().toString());
        command.addAll(arguments);
        try {
            Path complaints = Files.createTempFile("csai-services", ".err");
            PrivateServices started = new PrivateServices(
                    new ProcessBuilder(command).redirectError(complaints.toFile()).start());
            started.awaitReady(complaints);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("infra/services could not be run", e);
        }
    }

    public URI url(Service service) {
        URI url = urls.get(service);
        if (url == null) {
            throw new IllegalArgumentException(service + " was not started");
        }
        return url;
    }

    /** Kills the server without giving it time for anything. */
    public void crash(Service service) {
        obey("crash " + service.word());
    }

    /** Starts a crashed server again, on the same port and files, and waits until it serves. */
    public void restart(Service service) {
        obey("start " + service.word());
    }

    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            throw new UncheckedIOException("infra/services had ended before", e);
        }
        script.onExit().join();
    }

    private void obey(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            String answer = answers.readLine();
            if (!(command + " done").equals(answer)) {
                throw new IllegalStateException("infra/services failed to " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("infra/services failed to " + command, e);
        }
    }

    private void awaitReady(Path complaints) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.equals("ready")) {
            int equals = line.indexOf('=');
            String variable = line.substring(0, equals);
            URI url = URI.create(line.substring(equals + 1));
            Stream.of(Service.values()).filter(service -> service.variable().equals(variable))
                    .forEach(service -> urls.put(service, url));
            line = answers.readLine();
        }
        // The file stays open in the script; only its name is no longer needed.
        String said = Files.readAllLines(complaints).stream().collect(joining(" "));
        Files.delete(complaints);
        if (line == null) {
            throw new IllegalStateException(said);
        }
    }

    /** Tests run in their module's directory or in the repository's root. */
    private static Path script() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null) {
            Path script = directory.resolve("infra/services");
            if (Files.isExecutable(script)) {
                return script;
            }
            directory = directory.getParent();
        }
        throw new IllegalStateException("infra/services was not found above the working directory");
    }
}
