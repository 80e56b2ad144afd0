// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house, applied to all bundles. */
class BundlesTest {

    private static final String WORKBENCH = "org.wirepost.ui";
    private static final Map<String, JavaClasses> BUNDLES = new TreeMap<>();

    @BeforeAll
    static void readClasses() {
        for (var bundle : Project.bundles()) {
            assertThat(bundle.resolve("target")).as("build the bundles first").isDirectory();
            var classes = bundle.resolve("target/classes");
            // A bundle may consist of a manifest.
            BUNDLES.put(bundle.getFileName().toString(), new ClassFileImporter()
                    .importPaths(Files.exists(classes) ? List.of(classes) : List.of()));
        }
    }

    @Test
    void everyBundleHasItsPlace() {
        assertThat(BUNDLES.keySet()).isEqualTo(Arrows.OF_WIREPOST.allowed().keySet());
    }

    @Test
    void importsFollowTheArrows() {
        assertThat(Arrows.OF_WIREPOST.violations(BUNDLES)).isEmpty();
    }

    @Test
    void theArrowsHaveNoCircle() {
        assertThat(Arrows.OF_WIREPOST.circles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.wirepost.smtp", "org.wirepost.mime", "org.wirepost.lab"})
    void theGroundFloorNeedsOnlyTheJdk(String bundle) {
        Rules.needsOnlyTheJdk(bundle).check(BUNDLES.get(bundle));
    }

    @Test
    void noApiNamesForeignTypes() {
        BUNDLES.forEach((bundle, classes) -> (bundle.equals(WORKBENCH)
                // A view is drawn with the toolkit by whoever brings it.
                ? Rules.apiNamesNoForeignTypes(Set.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.core"))
                : Rules.apiNamesNoForeignTypes()).check(classes));
    }

    @Test
    void onlyTheWorkbenchKnowsWhatAWindowIs() {
        BUNDLES.forEach((bundle, classes) -> {
            if (!bundle.equals(WORKBENCH)) {
                Rules.usesNoWindowToolkit().check(classes);
            }
        });
    }

    @Test
    void nobodyImportsTheWorkbench() {
        assertThat(Arrows.OF_WIREPOST.allowed().values()).noneMatch(allowed -> allowed.contains(WORKBENCH));
    }

    @Test
    void namesSaySomething() {
        BUNDLES.values().forEach(Rules.namesSaySomething()::check);
    }

    @Test
    void noJsonIsMadeOfObjectsByReflection() {
        BUNDLES.values().forEach(Rules.mapsNoObjects()::check);
    }

    @Test
    void nobodyReadsSerializedObjects() {
        BUNDLES.values().forEach(Rules.readsNoObjects()::check);
    }

    @Test
    void everyClassIsInThePackageOfItsBundle() {
        BUNDLES.forEach((bundle, classes) -> assertThat(classes).allSatisfy(type ->
                assertThat(type.getPackageName() + '.').startsWith(bundle + '.')));
    }

    @Test
    void everyExportedPackageHasAContractAndNothingElseIsExported() throws Exception {
        for (var bundle : Project.bundles()) {
            for (var folder : Project.packages(bundle)) {
                var info = folder.resolve("package-info.java");
                boolean internal = folder.toString().contains("internal");
                assertThat(internal || Files.exists(info)).as("%s has a package-info.java", folder).isTrue();
                var words = Files.exists(info) ? Files.readString(info) : "";
                assertThat(words.matches("(?s).*@[a-z.]*Export\\b.*")).as("%s is exported", folder)
                        .isEqualTo(!internal);
                assertThat(internal || words.matches("(?s).*@[a-z.]*Version\\(.*")).as("%s has a version", folder)
                        .isTrue();
                assertThat(internal || words.matches("(?s).*/\\*\\*.{80,}?\\*/.*")).as("%s has a contract", folder)
                        .isTrue();
            }
        }
    }
}
