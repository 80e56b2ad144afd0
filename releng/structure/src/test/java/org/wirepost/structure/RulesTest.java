// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.wirepost.structure.fixture.ground.Ground;
import org.wirepost.structure.fixture.ground.IThing;
import org.wirepost.structure.fixture.ground.Mapped;
import org.wirepost.structure.fixture.ground.Painted;
import org.wirepost.structure.fixture.ground.ThingHelper;
import org.wirepost.structure.fixture.ground.ThingImpl;
import org.wirepost.structure.fixture.ground.Tree;
import org.wirepost.structure.fixture.ground.Upward;
import org.wirepost.structure.fixture.ground.Windowed;
import org.wirepost.structure.fixture.upper.Upper;

/** That each rule is broken by what it forbids, and by nothing else. */
class RulesTest {

    private static final Arrows ARROWS = new Arrows(Map.of("upper", Set.of("ground"), "ground", Set.of()));
    private static final String GROUND = "org.wirepost.structure.fixture.ground";

    @Test
    void anArrowDownwardsIsFine() {
        assertThat(ARROWS.violations(Map.of("ground", classes(Ground.class), "upper", classes(Upper.class)))).isEmpty();
    }

    @Test
    void anImportWithoutAnArrowIsFound() {
        assertThat(ARROWS.violations(Map.of(
                "ground", classes(Ground.class, Upward.class), "upper", classes(Upper.class))))
                .isNotEmpty().allSatisfy(line -> assertThat(line).contains("Upward").contains("Upper"));
    }

    @Test
    void aBundleWithoutAPlaceMayImportNothing() {
        assertThat(ARROWS.violations(Map.of("ground", classes(Ground.class), "cellar", classes(Upper.class))))
                .isNotEmpty();
    }

    @Test
    void aCircleIsFoundHoweverLong() {
        var circle = new Arrows(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a"), "d", Set.of("a")));
        assertThat(circle.circles()).containsExactly("a", "b", "c");
        assertThat(ARROWS.circles()).isEmpty();
    }

    @Test
    void thePlainLibraryRuleAllowsTheJdkAndForbidsTheRest() {
        assertThat(violations(Rules.needsOnlyTheJdk(GROUND), Ground.class)).isEmpty();
        assertThat(violations(Rules.needsOnlyTheJdk(GROUND), Upward.class)).isNotEmpty();
        assertThat(violations(Rules.needsOnlyTheJdk(GROUND), Painted.class)).isNotEmpty();
    }

    @Test
    void theApiRuleLooksAtWhatOthersSee() {
        assertThat(violations(Rules.apiNamesNoForeignTypes(), Upper.class)).isEmpty();
        assertThat(violations(Rules.apiNamesNoForeignTypes(), Painted.class)).hasSize(2)
                .anyMatch(line -> line.endsWith("paint(java.awt.Graphics) names java.awt.Graphics"))
                .anyMatch(line -> line.contains("loggers()"));
    }

    @Test
    void theApiRuleLetsThroughSomeTypesThatAreNamed() {
        assertThat(violations(Rules.apiNamesNoForeignTypes(Set.of("java.awt")), Painted.class)).singleElement()
                .asString().contains("loggers()");
    }

    @Test
    void theWindowRuleFindsAToolkitThatNobodySees() {
        assertThat(violations(Rules.usesNoWindowToolkit(), Windowed.class)).isNotEmpty();
        assertThat(violations(Rules.usesNoWindowToolkit(), Painted.class, Ground.class)).isEmpty();
    }

    @Test
    void theNameRuleFindsPrefixesAndEmptyWords() {
        assertThat(violations(Rules.namesSaySomething(), Ground.class, Painted.class)).isEmpty();
        for (var bad : List.of(IThing.class, ThingImpl.class, ThingHelper.class)) {
            assertThat(violations(Rules.namesSaySomething(), bad)).as(bad.getSimpleName()).isNotEmpty();
        }
    }

    @Test
    void theJsonRuleAllowsTreesAndFindsObjects() {
        assertThat(violations(Rules.mapsNoObjects(), Tree.class)).isEmpty();
        assertThat(violations(Rules.mapsNoObjects(), Mapped.class)).hasSize(3)
                .anyMatch(line -> line.contains("write(")).anyMatch(line -> line.contains("writer("))
                .anyMatch(line -> line.contains("read("));
    }

    /** Reads an object; nobody else does. */
    private static final class Reading {
        static Object read(java.io.ObjectInputStream in) throws Exception {
            return in.readObject();
        }
    }

    @Test
    void theObjectRuleFindsWhoReadsObjects() {
        assertThat(violations(Rules.readsNoObjects(), Reading.class)).isNotEmpty();
        assertThat(violations(Rules.readsNoObjects(), Ground.class, Mapped.class)).isEmpty();
    }

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(classes(types)).getFailureReport().getDetails();
    }

    private static JavaClasses classes(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
