// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the documents show the code that is compiled here. */
class DocumentsTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent().getParent();
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "wirepost", "sample", "csv", "internal");

    @Test
    void theReadmeShowsTheHandler() throws IOException {
        String source = Files.readString(SOURCES.resolve("CsvHandler.java"));
        String shown = source.substring(source.indexOf("@Component"));
        assertThat(PROJECT.resolve("README.md")).content().contains("```java\n" + shown + "```\n");
    }

    @ParameterizedTest
    @CsvSource({"Apache Felix framework, felix.framework", "Apache Felix SCR, felix.scr",
            "Apache Felix File Install, felix.fileinstall", "picocli, picocli", "Gson, gson", "JUnit, junit",
            "AssertJ, assertj", "OSGi test, osgi.test", "ArchUnit, archunit", "Angus Mail, angus",
            "Apache James mime4j, mime4j", "GreenMail, greenmail", "JMH, jmh"})
    void theReadmeNamesTheVersionsThatAreUsed(String name, String property) throws IOException {
        String parent = Files.readString(PROJECT.resolve("releng/parent/pom.xml"));
        Matcher version = Pattern.compile("<" + Pattern.quote(property) + "\\.version>(.*)</").matcher(parent);
        assertThat(version.find()).as("%s.version in releng/parent", property).isTrue();
        assertThat(PROJECT.resolve("README.md")).content().contains("| " + name + " " + version.group(1) + " |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CsvHandler.java", "CsvScan.java", "CsvHandlerTest.java"})
    void theGuideNamesEachFile(String file) throws IOException {
        assertThat(PROJECT.resolve("releng/docs/extending.md")).content().contains(file);
    }
}
