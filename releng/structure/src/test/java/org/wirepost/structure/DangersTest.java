// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.structure.fixture.ground.Ground;
import org.wirepost.structure.fixture.guarded.Break;
import org.wirepost.structure.fixture.guarded.Chance;
import org.wirepost.structure.fixture.guarded.Connections;
import org.wirepost.structure.fixture.guarded.End;
import org.wirepost.structure.fixture.guarded.Handler;
import org.wirepost.structure.fixture.guarded.Objects;
import org.wirepost.structure.fixture.guarded.Print;
import org.wirepost.structure.fixture.guarded.Programs;
import org.wirepost.structure.fixture.guarded.Scratch;
import org.wirepost.structure.fixture.guarded.Sleep;
import org.wirepost.structure.fixture.guarded.Trace;
import org.wirepost.structure.fixture.guarded.Trust;
import org.wirepost.structure.fixture.guarded.Xml;

/** What is dangerous stands where it is expected, and each rule finds what it is there for. */
class DangersTest {

    private static final List<Danger> DANGERS = Danger.ALL;
    private static JavaClasses shipped;

    @BeforeAll
    static void readClasses() {
        var folders = Stream.concat(Project.bundles().stream(), Stream.of(Project.FOLDER.resolve("releng/launcher")))
                .map(bundle -> bundle.resolve("target/classes")).filter(Files::exists).toList();
        assertThat(folders).as("build the bundles first").hasSizeGreaterThan(9);
        shipped = new ClassFileImporter().importPaths(folders.toArray(Path[]::new));
    }

    @ParameterizedTest
    @FieldSource("DANGERS")
    void nobodyOutsideTheRooms(Danger danger) {
        danger.rule().check(shipped);
    }

    @ParameterizedTest
    @FieldSource("DANGERS")
    void everyRoomIsNeeded(Danger danger) {
        assertThat(danger.rooms()).allSatisfy(room -> assertThat(shipped.stream()
                .filter(type -> Danger.isIn(type, room)).flatMap(type -> danger.breaches(type).stream())).isNotEmpty());
    }

    @Test
    void handlersKnowNeitherAccountsNorSecrets() {
        Danger.OF_HANDLERS.rule().check(new ClassFileImporter().importPaths(
                Project.FOLDER.resolve("bundles/org.wirepost.mime/target/classes"),
                Project.FOLDER.resolve("bundles/org.wirepost.mime.jpeg/target/classes")));
    }

    static Stream<Arguments> isBroken() {
        var fixtures = List.of(Objects.class, Xml.class, Programs.class, Connections.class, Trust.class, End.class,
                Chance.class, Sleep.class, Trace.class, Print.class, Break.class, Scratch.class, Handler.class);
        var dangers = Stream.concat(DANGERS.stream(), Stream.of(Danger.OF_HANDLERS)).toList();
        assertThat(dangers).hasSameSizeAs(fixtures);
        return Stream.iterate(0, i -> i < dangers.size(), i -> i + 1)
                .map(i -> Arguments.of(dangers.get(i), fixtures.get(i)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void isBroken(Danger danger, Class<?> fixture) {
        assertThat(violations(danger, fixture)).isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(fixture.getSimpleName()));
        assertThat(violations(danger, Ground.class)).isEmpty();
        var room = new Danger(danger.name(), danger.forbidden(), Set.of(fixture.getName()));
        assertThat(violations(room, fixture)).as("a room").isEmpty();
    }

    private static List<String> violations(Danger danger, Class<?> type) {
        return danger.rule().evaluate(new ClassFileImporter().importClasses(type)).getFailureReport().getDetails();
    }
}
