package dev.csai.standalone.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What a reader may rely on in every file. */
final class StyleRules {

    private static final String SAYS_NOTHING = ".*(Manager|Helper|Helpers|Util|Utils|Impl|Data|Info|Common)";
    private static final Set<String> INJECTING = Set.of("org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value", "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private static final Set<String> SLEEPING = Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos");

    private StyleRules() {}

    static ArchRule noFieldInjection(House house, List<Exempt> exempt) {
        return noFields().that().areDeclaredInClassesThat(Exempt.none(exempt))
                .should().beAnnotatedWith(DescribedPredicate.describe("an annotation that injects",
                        annotation -> INJECTING.contains(annotation.getRawType().getName())))
                .because("what a class needs is in its constructor");
    }

    static ArchRule everyPackageIsNullMarked(House house, List<Exempt> exempt) {
        return classes().that(Exempt.none(exempt)).should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type,
                            "package " + type.getPackageName() + " of " + type.getName() + " is not @NullMarked"));
                }
            }
        });
    }

    static ArchRule noEmptyNames(House house, List<Exempt> exempt) {
        return noClasses().that(Exempt.none(exempt)).should().haveNameMatching(SAYS_NOTHING)
                .because("a name says what a thing is or does");
    }

    static ArchRule timeComesFromAClock(House house, List<Exempt> exempt) {
        return noClasses().that(Exempt.none(exempt))
                .should().callMethodWhere(DescribedPredicate.describe("the time is read past the clock",
                        StyleRules::readsTimePastTheClock))
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Calendar")
                .because("a test must be able to move the time");
    }

    private static boolean readsTimePastTheClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean now = owner.getPackageName().equals("java.time") && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"));
    }

    static ArchRule nobodySleeps(House house, List<Exempt> exempt) {
        return noClasses().that(Exempt.none(exempt))
                .should().callMethodWhere(DescribedPredicate.describe("a thread sleeps",
                        call -> SLEEPING.contains(call.getTargetOwner().getName() + "." + call.getName())))
                .because("a sleep is a guess about another's speed");
    }
}
