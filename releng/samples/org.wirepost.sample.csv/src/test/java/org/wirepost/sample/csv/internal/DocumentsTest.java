// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"CsvHandler.java", "CsvScan.java", "CsvHandlerTest.java"})
    void theGuideNamesEachFile(String file) throws IOException {
        assertThat(PROJECT.resolve("releng/docs/extending.md")).content().contains(file);
    }
}
