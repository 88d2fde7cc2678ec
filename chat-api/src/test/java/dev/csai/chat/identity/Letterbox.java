package dev.csai.chat.identity;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.secret.Sealer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What the app has told to be mailed. */
public record Letterbox(TestApp app) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}$");
    private static final Pattern TOKEN = Pattern.compile("#token=([\\w-]+)");

    /** Oldest first. */
    public List<Mail> to(String email) {
        String key = app.context().getEnvironment().getRequiredProperty("csai.secrets.key");
        MailSeal seal = new MailSeal(new Sealer(key), JSON);
        return app.rows("select payload from public.told where destination = 'csai.mail-requested'").stream()
                .map(payload -> JSON.readValue(payload, MailRequested.class))
                .sorted(java.util.Comparator.comparing(MailRequested::messageId))
                .map(request -> seal.open(request.messageId(), request.sealed()))
                .filter(mail -> mail.to().equals(email)).toList();
    }

    public String lastCode(String email) {
        return found(CODE.matcher(to(email).getLast().text()), 0);
    }

    public String lastToken(String email) {
        return found(TOKEN.matcher(to(email).getLast().text()), 1);
    }

    private static String found(Matcher matcher, int group) {
        if (!matcher.find()) {
            throw new AssertionError("the mail holds nothing of the kind");
        }
        return matcher.group(group);
    }
}
