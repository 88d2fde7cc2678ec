package dev.csai.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadablePagesIT {

    private final TestApp app = TestApp.shared();
    private final TenantId tenant = app.tenant(100_000);
    private String token = "";
    private String id = "";

    @BeforeEach
    void upload() {
        String email = TestApp.newEmail();
        app.member(tenant, Role.OWNER, email);
        token = app.token(email);
        id = app.post("/v1/knowledge/documents").token(token)
                .body("multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\na\r\n--x--\r\n")
                .send().text("/id");
        app.sql("insert into ingest.documents (tenant_id, document_id) values ('%s', '%s')".formatted(tenant, id));
    }

    @Test
    void a_completed_document_says_how_many_of_its_pages_could_not_be_read() {
        told("status = 'completed', unreadable_pages = 2");

        assertThat(get("/" + id).json().at("/unreadablePages").asInt()).isEqualTo(2);
        assertThat(get("").json().at("/items/0/unreadablePages").asInt()).isEqualTo(2);
    }

    @Test
    void nothing_is_said_where_all_were_read() {
        told("status = 'completed', unreadable_pages = 0");

        assertThat(get("/" + id).json().has("unreadablePages")).isFalse();
    }

    @Test
    void nothing_is_said_of_a_document_that_is_read_again_or_has_failed_since() {
        for (String status : new String[]{"pending", "processing", "failed"}) {
            told("status = '" + status + "', unreadable_pages = 2");

            assertThat(get("/" + id).json().has("unreadablePages")).as(status).isFalse();
        }
    }

    private void told(String outcome) {
        app.sql("update ingest.documents set " + outcome + " where document_id = '" + id + "'");
    }

    private Answer get(String path) {
        return app.get("/v1/knowledge/documents" + path).token(token).send();
    }
}
