package dev.csai.chat.tenancy;

import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An operator at work with tenants. */
record Desk(TestApp app, UUID operator, String token) {

    static Desk of(TestApp app) {
        String email = TestApp.newEmail();
        UUID operator = app.seed.person("Oren", email, TestApp.PASSWORD, true);
        return new Desk(app, operator, app.token(email));
    }

    Call call(String method, String path) {
        return app.call(method, "/v1/admin/tenants" + path).token(token);
    }

    Answer get(String path) {
        return call("GET", path).send();
    }

    Answer suspend(TenantId tenant, String reason) {
        return call("POST", "/" + tenant + "/suspend").json("{\"reason\": \"" + reason + "\"}").send();
    }

    Answer activate(TenantId tenant) {
        return call("POST", "/" + tenant + "/activate").send();
    }

    Answer begin(TenantId tenant) {
        return call("POST", "/" + tenant + "/access").send();
    }

    /** The tenant's log as its people read it, newest first. */
    List<String> told(TenantId tenant, String operation) {
        return entries(tenant, operation).stream().map(Log::bare).toList();
    }

    List<JsonNode> entries(TenantId tenant, String operation) {
        return new Log(app, "/v1/admin/audit-log?tenantId=" + tenant + "&", token).of(operation);
    }
}
