package dev.csai.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyFilesIT {

    private final TestApp app = TestApp.shared();
    private final TenantId tenant = app.tenant(100_000);
    private final Path blobs = Path.of("target/blobs", tenant.toString());

    @Test
    void twenty_files_come_in_with_one_request() {
        Answer answer = upload(20);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/items")).hasSize(20);
        assertThat(blobs).isNotEmptyDirectory();
    }

    @Test
    void a_request_with_one_more_is_told_how_many_it_may_hold_and_leaves_nothing() {
        Answer answer = upload(21);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/code")).isEqualTo("too-many");
        assertThat(answer.text("/detail")).isEqualTo("One request holds at most 20 files; send the others in another.");
        assertThat(app.rows("select id from chat.documents where tenant_id = '" + tenant + "'")).isEmpty();
        assertThat(app.rows("select payload from public.told where tenant_id = '" + tenant + "'")).isEmpty();
        assertThat(blobs).doesNotExist();
    }

    private Answer upload(int files) {
        String email = TestApp.newEmail();
        app.member(tenant, Role.OWNER, email);
        String body = IntStream.range(0, files)
                .mapToObj(
                        number -> "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%1$d.txt\"\r\n\r\n%1$d\r\n"
                                .formatted(number))
                .collect(Collectors.joining("", "", "--x--\r\n"));
        return app.post("/v1/knowledge/documents").token(app.token(email))
                .body("multipart/form-data; boundary=x", body).send();
    }
}
