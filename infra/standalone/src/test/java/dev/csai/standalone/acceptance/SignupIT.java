package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.LoginAnswer;
import dev.csai.standalone.acceptance.Contract.Problem;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From nothing but an address to a tenant that knows something, and back in without a password. */
class SignupIT {

    private static final String PASSWORD = "umbrella quartz seventeen";
    private static final Duration MAIL = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}\\r?$");
    private static final Pattern TOKEN = Pattern.compile("https?://\\S+/console/[a-z-]+#token=([\\w-]+)");

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void whoever_gives_the_mailed_code_has_a_tenant_of_their_own() {
        String email = newEmail();
        signUp(email, "Kite Shop").expect(202);
        String code = found(CODE, mails(email, 1).getFirst(), 0);

        Reply verified = post("verify", Map.of("email", email, "code", code));
        Member owner = new Member(platform().http(),
                new LogIn(() -> verified.as(200, LoginAnswer.class).accessToken()));

        assertThat(owner.documents()).isEmpty();
        assertThat(owner.ingest(Shop.ENGLISH).status()).isEqualTo("completed");
        assertThat(owner.search(Shop.ENGLISH_QUESTION, 1)).hasSize(1);
        assertThat(owner.usage()).containsEntry("messages", 0L);
        post("login", Map.of("email", email, "password", PASSWORD)).expect(200);
    }

    @Test
    void a_mailed_link_logs_in_once_and_another_sets_a_new_password() {
        Tenant tenant = platform().newTenant("forgetful people");
        String email = platform().newOwner(tenant.id(), "Forgetful");
        post("magic-link", Map.of("email", email)).expect(202);
        String link = found(TOKEN, mails(email, 1).getFirst(), 1);

        assertThat(post("magic-link/redeem", Map.of("token", link)).as(200, LoginAnswer.class).accessToken())
                .isNotEmpty();
        assertThat(post("magic-link/redeem", Map.of("token", link)).as(400, Problem.class).slug())
                .isEqualTo("link-over");

        post("password/forgot", Map.of("email", email)).expect(202);
        String reset = found(TOKEN, mails(email, 2).getFirst(), 1);
        post("password/reset", Map.of("token", reset, "password", PASSWORD)).expect(204);
        post("login", Map.of("email", email, "password", Platform.PASSWORD)).expect(401);
        post("login", Map.of("email", email, "password", PASSWORD)).expect(200);
        assertThat(mails(email, 3).getFirst()).contains("was changed");
    }

    @Test
    void nobody_learns_whether_an_address_is_known() {
        Tenant tenant = platform().newTenant("discreet people");
        String known = platform().newOwner(tenant.id(), "Discreet");
        String unknown = newEmail();
        for (String call : List.of("magic-link", "password/forgot")) {
            Reply one = post(call, Map.of("email", known)).expect(202);
            Reply other = post(call, Map.of("email", unknown)).expect(202);
            assertThat(one.bytes()).isEqualTo(other.bytes());
        }
        assertThat(signUp(known, "Second").expect(202).bytes()).isEqualTo(signUp(newEmail(), "Third").expect(202)
                .bytes());
        assertThat(mails(known, 3).getFirst()).contains("has an account already");
        assertThat(platform().mailsTo(unknown)).isEmpty();
    }

    private Reply signUp(String email, String company) {
        return post("signup", Map.of("companyName", company, "email", email, "password", PASSWORD));
    }

    private Reply post(String call, Map<String, String> body) {
        Http http = platform().http();
        return http.send(http.to("/v1/auth/" + call).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Reply.JSON.writeValueAsString(body))).build());
    }

    private List<String> mails(String email, int count) {
        return await("mail to " + email).atMost(MAIL).pollInterval(Duration.ofMillis(100))
                .until(() -> platform().mailsTo(email), mails -> mails.size() == count);
    }

    private static String newEmail() {
        return "new-" + UUID.randomUUID() + "@acceptance.csai.local";
    }

    private static String found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group).strip();
    }
}
