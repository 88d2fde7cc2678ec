package dev.csai.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    void nothing_listens_after_the_end() {
        URI url;
        try (PrivateServices services = PrivateServices.durable(Service.REDIS)) {
            url = services.url(Service.REDIS);
            assertThat(connects(url)).isTrue();
        }

        assertThat(connects(url)).isFalse();
    }

    private static boolean connects(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
