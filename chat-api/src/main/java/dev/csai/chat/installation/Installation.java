package dev.csai.chat.installation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Origin;
import dev.csai.chat.installation.Finding.Code;
import dev.csai.chat.installation.Finding.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a check. Nothing of the page's text is in it.
 *
 * @param origin where the page was in the end
 * @param installed whether the widget works there
 * @param status of the page, if one came
 * @param keyId of the key in the page, if it is one of the tenant's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Installation(String origin, boolean installed, @Nullable Integer status, @Nullable UUID keyId,
        List<Finding> findings) {

    Installation {
        findings = List.copyOf(findings);
    }

    static Installation of(Origin origin, @Nullable Integer status, @Nullable UUID keyId, List<Code> codes) {
        List<Finding> findings = codes.stream().sorted().map(Finding::of).toList();
        boolean installed = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new Installation(origin.text(), installed, status, keyId, findings);
    }
}
