package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignupIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);
    private static final String PASSWORD = "umbrella quartz seventeen";

    @Test
    void the_code_of_the_mail_founds_a_tenant_and_logs_in_its_owner() {
        String email = TestApp.newEmail();
        assertThat(signUp(email).status()).isEqualTo(202);

        Answer answer = verify(email, letterbox.lastCode(email));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/member/role")).isEqualTo("owner");
        assertThat(answer.text("/member/tenantName")).isEqualTo("Kite Shop");
        assertThat(answer.header("Set-Cookie").orElseThrow()).startsWith("csai_refresh=");
        assertThat(app.rows("select kind from chat.api_keys where tenant_id = '%s'"
                .formatted(answer.text("/member/tenantId")))).containsExactly("publishable");
        assertThat(app.login(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nothing_exists_before_the_code_is_given() {
        String email = TestApp.newEmail();
        signUp(email);

        assertThat(app.login(email, PASSWORD).status()).isEqualTo(401);
        assertThat(app.rows("select id::text from chat.people where email = '" + email + "'")).isEmpty();
    }

    @Test
    void a_code_works_once() {
        String email = TestApp.newEmail();
        signUp(email);
        String code = letterbox.lastCode(email);

        assertThat(verify(email, code).status()).isEqualTo(200);
        assertThat(verify(email, code).problem()).isEqualTo("wrong-code");
    }

    @Test
    void ten_copies_at_once_found_one_tenant() throws Exception {
        String email = TestApp.newEmail();
        signUp(email);
        String code = letterbox.lastCode(email);

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(10)) {
            List<Callable<Integer>> copies = java.util.Collections.nCopies(10, () -> verify(email, code).status());
            for (Future<Integer> status : people.invokeAll(copies)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(app.rows("""
                select m.id::text from chat.members m join chat.people p on p.id = m.person_id where p.email = '%s'
                """.formatted(email))).hasSize(1);
    }

    @Test
    void the_third_wrong_try_ends_the_code() {
        String email = TestApp.newEmail();
        signUp(email);
        String code = letterbox.lastCode(email);
        String wrong = code.equals("000000") ? "111111" : "000000";

        assertThat(verify(email, wrong).problem()).isEqualTo("wrong-code");
        assertThat(verify(email, wrong).problem()).isEqualTo("wrong-code");
        assertThat(verify(email, wrong).problem()).isEqualTo("wrong-code");
        assertThat(verify(email, code).problem()).isEqualTo("wrong-code");
    }

    @Test
    void a_second_wrong_try_leaves_a_third_that_may_be_right() {
        String email = TestApp.newEmail();
        signUp(email);
        String code = letterbox.lastCode(email);
        String wrong = code.equals("000000") ? "111111" : "000000";
        verify(email, wrong);
        verify(email, wrong);

        assertThat(verify(email, code).status()).isEqualTo(200);
    }

    @Test
    void a_code_is_good_for_15_minutes() {
        String email = TestApp.newEmail();
        signUp(email);
        String code = letterbox.lastCode(email);
        app.clock.forward(Duration.ofMinutes(15));

        assertThat(verify(email, code).problem()).isEqualTo("wrong-code");
    }

    @Test
    void signing_up_again_makes_the_earlier_code_useless() {
        String email = TestApp.newEmail();
        signUp(email);
        String first = letterbox.lastCode(email);
        signUp(email);
        String second = letterbox.lastCode(email);

        if (!first.equals(second)) {
            assertThat(verify(email, first).problem()).isEqualTo("wrong-code");
        }
        assertThat(verify(email, second).status()).isEqualTo(200);
    }

    @Test
    void a_known_address_is_told_so_by_mail_and_nowhere_else() {
        String known = TestApp.newEmail();
        app.member(app.tenant(1000), Role.AGENT, known);

        Answer answer = signUp(known);
        Answer other = signUp(TestApp.newEmail());

        assertThat(answer.status()).isEqualTo(other.status()).isEqualTo(202);
        assertThat(answer.response().body()).isEqualTo(other.response().body());
        assertThat(letterbox.to(known)).singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("has an account already"));
        assertThat(app.rows("select email from chat.signups where email = '" + known + "'")).isEmpty();
    }

    @Test
    void the_mail_speaks_the_language_of_who_signs_up_and_quotes_names_safely() {
        String email = TestApp.newEmail();
        app.post("/v1/auth/signup").json("""
                {"companyName": "<b>Dag & Yam</b>", "email": "%s", "password": "%s", "locale": "he-IL"}
                """.formatted(email, PASSWORD)).send();

        assertThat(letterbox.to(email)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("הקוד שלך ל-CSAI");
            assertThat(mail.html()).contains("dir=\"rtl\"", "&lt;b&gt;Dag &amp; Yam&lt;/b&gt;").doesNotContain("<b>");
            assertThat(mail.text()).contains("<b>Dag & Yam</b>");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /companyName | required  | ' ' | new@example.com | umbrella quartz seventeen
            /email       | malformed | Kite | nobody | umbrella quartz seventeen
            /email       | malformed | Kite | a@b.c@d.e | umbrella quartz seventeen
            /password    | too-short | Kite | new@example.com | eleven char
            /password    | too-common | Kite | new@example.com | password1234
            /password    | too-common | Kite | new@example.com | correct horse battery staple
            /password    | too-common | Kite | new@example.com | 123456789012
            /password    | too-common | Kite | new@example.com | qwertyuiop123
            /password    | too-common | Kite | new@example.com | aaaaaaaaaaaaaaaa
            /password    | too-common | Kite Surfing | kitesurfer@example.com | kitesurfer2024
            """)
    void what_is_wrong_is_said_of_its_field(String pointer, String code, String company, String email,
            String password) {
        Answer answer = app.post("/v1/auth/signup").json("""
                {"companyName": "%s", "email": "%s", "password": "%s"}""".formatted(company, email, password)).send();

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(answer.response().body()).doesNotContain(password);
    }

    private static Answer signUp(String email) {
        return app.post("/v1/auth/signup").json("""
                {"companyName": "Kite Shop", "email": "%s", "password": "%s", "industry": "Sports"}"""
                .formatted(email, PASSWORD)).send();
    }

    private static Answer verify(String email, String code) {
        return app.post("/v1/auth/verify").json("""
                {"email": "%s", "code": "%s"}""".formatted(email, code)).send();
    }
}
