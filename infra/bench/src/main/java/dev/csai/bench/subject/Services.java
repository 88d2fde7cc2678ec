package dev.csai.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of the bench's own from {@code infra/services}, which ends when this JVM does, however that ends. */
public final class Services implements AutoCloseable {

    private static final long STOP_SECONDS = 60;

    private final Process script;
    private final Writer leash;
    private final URI postgres;

    private Services(Process script, URI postgres) {
        this.script = script;
        this.leash = script.outputWriter(StandardCharsets.UTF_8);
        this.postgres = postgres;
    }

    public static Services postgres(Surroundings surroundings) throws IOException {
        Path complaints = Files.createTempFile(surroundings.scratch(), "services", ".err");
        ProcessBuilder command = new ProcessBuilder(surroundings.root().resolve("infra/services").toString(),
                "postgres").redirectError(complaints.toFile());
        // Beside everything else that is removed at the end.
        command.environment().put("TMPDIR", surroundings.scratch().toString());
        Process script = command.start();
        BufferedReader out = script.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null && !line.equals("ready"); line = out.readLine()) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("infra/services: " + Files.readString(complaints));
        }
        String url = lines.getFirst();
        return new Services(script, URI.create(url.substring(url.indexOf('=') + 1)));
    }

    /** Without user and password, behind "jdbc:" or "r2dbc:". */
    public String address() {
        return "postgresql://" + postgres.getHost() + ":" + postgres.getPort() + postgres.getPath();
    }

    public String password() {
        return postgres.getUserInfo().substring(postgres.getUserInfo().indexOf(':') + 1);
    }

    @Override
    public void close() throws IOException {
        leash.close();
        try {
            script.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
