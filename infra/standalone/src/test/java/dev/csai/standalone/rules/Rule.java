package dev.csai.standalone.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house, in the order of its description. */
enum Rule {

    APPS_DO_NOT_KNOW_EACH_OTHER(ModuleRules::appsDoNotKnowEachOther),
    SHARED_KNOWS_NO_APP(ModuleRules::sharedKnowsNoApp),
    NOTHING_DEPENDS_ON_STANDALONE(ModuleRules::nothingDependsOnStandalone),
    FEATURES_HAVE_NO_CYCLES(ModuleRules::featuresHaveNoCycles),
    ONLY_CHAT_IS_REACTIVE(StackRules::onlyChatIsReactive),
    ONLY_CHAT_LISTENS(StackRules::onlyChatListens),
    CHAT_SPEAKS_NO_JDBC(StackRules::chatSpeaksNoJdbc),
    CHAT_NEVER_BLOCKS(StackRules::chatNeverBlocks),
    SPRING_AI_STAYS_AT_ITS_EDGE(StackRules::springAiStaysAtItsEdge),
    NOBODY_CALLS_OUT(StackRules::nobodyCallsOut),
    NO_FIELD_INJECTION(StyleRules::noFieldInjection),
    EVERY_PACKAGE_IS_NULL_MARKED(StyleRules::everyPackageIsNullMarked),
    NO_EMPTY_NAMES(StyleRules::noEmptyNames),
    TIME_COMES_FROM_A_CLOCK(StyleRules::timeComesFromAClock),
    NOBODY_SLEEPS(StyleRules::nobodySleeps);

    /** Makes the rule for the packages of one house. */
    @FunctionalInterface
    private interface Maker {

        ArchRule make(House house, List<Exempt> exempt);
    }

    @SuppressWarnings("ImmutableEnumChecker") // Only ever a reference to a static method.
    private final Maker maker;

    Rule(Maker maker) {
        this.maker = maker;
    }

    ArchRule in(House house, List<Exempt> exempt) {
        return maker.make(house, exempt).as(sentence());
    }

    String sentence() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
