package dev.csai.standalone.acceptance;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files as a browser's form sends them. */
final class Multipart {

    static final String BOUNDARY = "----csai-acceptance-7MA4YWxkTrZu0gW";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Multipart() {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record FileBytes(String name, String contentType, byte[] bytes) {

        static FileBytes text(String name, String text) {
            return new FileBytes(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static HttpRequest.BodyPublisher of(List<FileBytes> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (FileBytes file : files) {
            write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file.name().replace("\"", "%22") + "\"\r\nContent-Type: " + file.contentType() + "\r\n\r\n");
            body.writeBytes(file.bytes());
            write(body, "\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
