package dev.csai.standalone.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
final class ModuleRules {

    private ModuleRules() {}

    static ArchRule appsDoNotKnowEachOther(House house, List<Exempt> exempt) {
        return slices().matching(house.root() + ".(*)..").should().notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(house.in("shared")))
                .ignoreDependency(resideInAPackage(house.in("shared")), alwaysTrue())
                .ignoreDependency(resideInAPackage(house.in("standalone")), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage(house.in("standalone")))
                .because("apps meet over the broker and the database, and are deployed one by one");
    }

    static ArchRule sharedKnowsNoApp(House house, List<Exempt> exempt) {
        return noClasses().that().resideInAPackage(house.in("shared")).and(Exempt.none(exempt))
                .should().dependOnClassesThat().resideInAnyPackage(house.in("chat"), house.in("ingest"),
                        house.in("billing"), house.in("adapter"), house.in("standalone"))
                .because("it holds what crosses a border and no feature's behaviour");
    }

    static ArchRule nothingDependsOnStandalone(House house, List<Exempt> exempt) {
        return noClasses().that().resideOutsideOfPackage(house.in("standalone")).and(Exempt.none(exempt))
                .should().dependOnClassesThat().resideInAPackage(house.in("standalone"))
                .because("an app must not know on what it runs");
    }

    static ArchRule featuresHaveNoCycles(House house, List<Exempt> exempt) {
        return slices().matching(house.root() + ".(*).(*)..").should().beFreeOfCycles()
                .because("a feature that knows another is not known by it");
    }
}
