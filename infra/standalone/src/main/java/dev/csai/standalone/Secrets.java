package dev.csai.standalone;

import dev.csai.standalone.server.PrivateFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Random secrets of this installation, made on first use and kept in one file that only its owner can read. */
final class Secrets {

    private static final int BYTES = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> values = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(DataFolder folder) {
        Secrets secrets = new Secrets(folder.root().resolve("secrets.properties"));
        secrets.load();
        return secrets;
    }

    /** 256 random bits as a key in Base64. */
    String key(String name) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(password(name)));
    }

    /** 256 random bits in digits and letters; the same at every call and after every restart. */
    synchronized String password(String name) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        values.put(name, made);
        PrivateFile.write(file, values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining()));
        return made;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
    }

    @Override
    public String toString() {
        return "Secrets[" + values.keySet() + "]";
    }
}
