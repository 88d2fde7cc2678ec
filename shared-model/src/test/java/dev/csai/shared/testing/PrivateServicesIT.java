package dev.csai.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivateServicesIT {

    @Test
    void a_durable_server_keeps_what_it_committed_through_a_crash() throws SQLException {
        try (PrivateServices services = PrivateServices.durable(Service.POSTGRES)) {
            Database database = Database.of(Endpoint.of(services.url(Service.POSTGRES)), "postgres");
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 42 as answer");
            }

            services.crash(Service.POSTGRES);
            services.restart(Service.POSTGRES);

            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select answer, current_setting('fsync') from kept")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(42);
                assertThat(row.getString(2)).isEqualTo("on");
            }
        }
    }

    @Test
    void a_crashed_server_does_not_listen_until_it_is_restarted() {
        try (PrivateServices services = PrivateServices.durable(Service.REDIS)) {
            URI url = services.url(Service.REDIS);

            services.crash(Service.REDIS);
            assertThat(listening(url)).isFalse();

            services.restart(Service.REDIS);
            assertThat(listening(url)).isTrue();
        }
    }

    @Test
    void no_server_outlives_a_jvm_that_was_killed() throws IOException {
        Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<URI> urls = new ArrayList<>();
        try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                urls.add(URI.create(line));
            }
            assertThat(urls).hasSize(Service.values().length).allMatch(PrivateServicesIT::listening);
        } finally {
            jvm.destroyForcibly();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> urls.stream().noneMatch(PrivateServicesIT::listening));
    }

    private static boolean listening(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Starts every server, prints the URLs and an empty line, and waits to be killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws IOException {
            PrivateServices services = PrivateServices.quick(Service.values());
            Stream.of(Service.values()).map(services::url).forEach(System.out::println);
            System.out.println();
            int end = System.in.read();
            throw new IllegalStateException("not killed but told " + end);
        }
    }
}
