package dev.csai.standalone.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Locale;

/**
 * Code laid out as modules under one package: the product, or a small bad copy of its layout that proves a rule.
 *
 * @param root the package above {@code chat}, {@code ingest}, {@code billing}, {@code adapter}, {@code shared} and
 *        {@code standalone}
 */
record House(String root) {

    private static final String FIXTURES = House.class.getPackageName() + ".fixtures.";

    static final House PRODUCT = new House("dev.csai");

    /** The house that breaks one rule. */
    static House breaking(Rule rule) {
        return new House(FIXTURES + rule.name().toLowerCase(Locale.ROOT).replace("_", ""));
    }

    /** The pattern of a package and all below it. */
    String in(String module) {
        return root + "." + module + "..";
    }

    JavaClasses classes() {
        ClassFileImporter importer = new ClassFileImporter();
        if (equals(PRODUCT)) {
            importer = importer.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(House::isShipped);
        }
        return importer.importPackages(root);
    }

    /** Neither tests nor what plays the providers in them. */
    private static boolean isShipped(Location location) {
        return !location.contains("-tests.jar") && !location.contains("simulators");
    }
}
