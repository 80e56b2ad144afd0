// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What SECURITY.md promises names the tests that show it. */
class SecurityPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w+Test");
    private static final List<String> OTHERS = List.of("Report a weakness", "Versions", "In short", "Fuzzing",
            "How it is built");
    private static final Pattern FOLDER = Pattern.compile("releng/\\w+");

    @Test
    void everyTestThatIsNamedExists() throws Exception {
        var classes = Project.sources().stream().map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java")).map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(named(TEST)).hasSizeGreaterThan(30).isSubsetOf(classes);
    }

    @Test
    void everyFolderThatIsNamedExists() throws Exception {
        assertThat(named(FOLDER)).isNotEmpty()
                .allSatisfy(folder -> assertThat(Project.FOLDER.resolve(folder)).exists());
    }

    @Test
    void everyPromiseSaysHowItIsTestedAndWhatItLeavesOut() throws Exception {
        var sections = List.of(page().split("(?m)^## "));
        var promises = sections.subList(1, sections.size()).stream()
                .filter(section -> OTHERS.stream().noneMatch(section::startsWith)).toList();
        assertThat(promises).hasSizeGreaterThan(7)
                .allSatisfy(promise -> assertThat(promise).contains("\nTested: ", "\nNot promised: "));
    }

    @Test
    void readersAreLedToIt() {
        for (var page : List.of("README.md", "CONTRIBUTING.md")) {
            assertThat(Project.FOLDER.resolve(page)).content().contains("(SECURITY.md)");
        }
    }

    private static List<String> named(Pattern kind) throws Exception {
        return CODE.matcher(page()).results().map(MatchResult::group).map(code -> code.replace("`", ""))
                .filter(kind.asMatchPredicate()).toList();
    }

    private static String page() throws Exception {
        return Files.readString(Project.FOLDER.resolve("SECURITY.md"));
    }
}
