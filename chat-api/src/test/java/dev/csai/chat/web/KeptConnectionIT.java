package dev.csai.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.TestApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that is kept serves request after request, however soon the next comes after the last. */
class KeptConnectionIT {

    private static final int ROUNDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One is answered at once, one after Redis was asked, one after the database was. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/actuator/health/liveness", "/demo/config.json"})
    void what_comes_before_the_last_answer_has_ended_is_answered(String path) throws IOException {
        URI address = TestApp.shared().address();
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            for (int round = 1; round <= ROUNDS; round++) {
                int together = 1 + round % 3;
                socket.getOutputStream().write(request.repeat(together).getBytes(StandardCharsets.US_ASCII));
                for (int answer = 0; answer < together; answer++) {
                    assertThat(readAnswer(in)).as("answer in round %d", round).startsWith("HTTP/1.1 ");
                }
            }
        }
    }

    private static String readAnswer(BufferedReader in) throws IOException {
        String status = in.readLine();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            in.read();
        }
        return String.valueOf(status);
    }
}
