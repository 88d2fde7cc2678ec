package dev.csai.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChildReportTests {
    @Test
    void survives_the_way_to_the_parent() {
        ChildReport extracted = new ChildReport.Extracted("text/plain", new PageCount(3, 1), 7, 99);
        assertThat(ChildReport.parse(extracted.toLine() + "\n")).contains(extracted);
        for (ExtractionProblem problem : ExtractionProblem.values()) {
            ChildReport refused = new ChildReport.Refused(problem);
            assertThat(ChildReport.parse(refused.toLine())).contains(refused);
        }
    }

    @Test
    void anything_else_is_no_report() {
        assertThat(ChildReport.parse("")).isEmpty();
        assertThat(ChildReport.parse("csai-extraction/1 refused nonsense")).isEmpty();
        assertThat(ChildReport.parse("csai-extraction/1 extracted text/plain x 0 1 1")).isEmpty();
        assertThat(ChildReport.parse("csai-extraction/1 extracted application/pdf 3 -1 1 1")).isEmpty();
        assertThat(ChildReport.parse("csai-extraction/1 extracted application/pdf 3 4 1 1")).isEmpty();
        assertThat(ChildReport.parse("x csai-extraction/1 refused corrupt")).isEmpty();
    }

    @Test
    void problems_have_the_slugs_of_the_contract() {
        assertThat(Arrays.stream(ExtractionProblem.values()).map(ExtractionProblem::slug)).containsExactly("encrypted",
                "image-only", "corrupt",
                "empty", "too-large", "bomb", "unsupported-type", "unsafe", "timeout");
    }
}
