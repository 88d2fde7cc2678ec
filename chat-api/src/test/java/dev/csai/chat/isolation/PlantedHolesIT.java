package dev.csai.chat.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.TestApp;
import dev.csai.planted.PlantedApp;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten holes, of the kinds that are made by accident, in an app and a database of their own. */
class PlantedHolesIT {

    private final TestApp app = PlantedApp.running().app();

    @Test
    void the_matrix_finds_each_of_ten_holes_and_nothing_else() {
        app.sql("create policy open on chat.feedback to csai_app using (true)");
        app.sql("alter view billing.usage_v1 set (security_invoker = false)");

        Matrix.Report report = Matrix.of(app, Permissions.declaredIn("permissions.txt", "planted.txt"));

        Set<String> found = report.findings().stream().map(finding -> finding.where() + ": " + finding.what())
                .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrder(
                "database: chat.feedback has a policy for {csai_app} that does not tie rows to one tenant: open",
                "database: billing.usage_v1 is a view without security_invoker",
                "GET /v1/conversations/leaks/without-role: is answered 200 instead of 403",
                "GET /v1/conversations/leaks/events: tells a text of another tenant",
                "GET /v1/knowledge/leaks/without-scope: is answered 200 instead of 403",
                "POST /v1/knowledge/leaks/tenant-in-body: tells a text of another tenant",
                "GET /v1/knowledge/leaks/tenant-in-query: tells a text of another tenant",
                "GET /v1/knowledge/leaks/remembered: tells a text of another tenant",
                "GET /v1/knowledge/leaks/files/{id}: tells a text of another tenant",
                "GET /v1/knowledge/leaks/files/{id}: answers 200 to another's file and 404 to nothing",
                "GET /v1/knowledge/leaks/files/{id}: tells another's file from an unknown one",
                "GET /v1/knowledge/leaks/any-origin: lets any page read the answer");
    }
}
