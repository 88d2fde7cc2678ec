package dev.csai.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTests {

    private static JavaClasses product;

    @BeforeAll
    static void read_the_product() {
        product = House.PRODUCT.classes();
        assertThat(product.stream().map(type -> type.getPackageName().split("\\.", -1)[2]).distinct())
                .as("modules that were read")
                .contains("shared", "chat", "ingest", "billing", "adapter", "standalone");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_product_keeps(Rule rule) {
        rule.in(House.PRODUCT, Exemptions.of(rule)).check(product);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void a_house_that_breaks_it_is_told_so(Rule rule) {
        House bad = House.breaking(rule);
        ArchRule applied = rule.in(bad, List.of());
        assertThatThrownBy(() -> applied.check(bad.classes()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.sentence())
                .hasMessageContaining(Proofs.of(rule));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void no_exemption_is_kept_that_nobody_needs(Rule rule) {
        List<String> findings = rule.in(House.PRODUCT, List.of()).evaluate(product).getFailureReport().getDetails();
        for (Exempt exempt : Exemptions.of(rule)) {
            assertThat(findings).as(exempt.toString()).anyMatch(finding -> finding.contains(exempt.name()));
        }
    }
}
