// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The rules of .editorconfig, for every text file that someone has written. */
class SourcesTest {

    private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t]\\R");
    private static final Pattern INDENTED_BY_TAB = Pattern.compile("(?m)^ *\\t");
    private static final String LICENCE = "SPDX-License-Identifier: EPL-2.0";
    private static final int WIDTH = 120;
    private static final Pattern NEEDS_LICENCE = Pattern.compile(".*\\.(java|xml|sh|bat|c|py)");

    @Test
    void everyFileKeepsTheEditorSettings() throws Exception {
        var faults = new ArrayList<String>();
        for (var file : Project.sources()) {
            var text = text(file);
            if (text.isPresent() && !file.endsWith("LICENSE") && !isFuzzInput(file)) {
                faults(file, text.get()).forEach(fault -> faults.add(Project.FOLDER.relativize(file) + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Inputs of fuzz tests are octets, whatever they look like. */
    private static boolean isFuzzInput(Path file) {
        return file.toString().contains("FuzzTestInputs");
    }

    /** The text of a file; nothing for a picture or another file that is not UTF-8. */
    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file)).filter(text -> text.indexOf('\0') < 0);
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }

    static List<String> faults(Path file, String text) {
        var faults = new ArrayList<String>();
        var name = file.getFileName().toString();
        boolean crlf = name.endsWith(".bat");
        if (text.replace("\r\n", "").contains(crlf ? "\n" : "\r") || !crlf && text.contains("\r\n")) {
            faults.add("wrong line ends");
        }
        if (INDENTED_BY_TAB.matcher(text).find()) {
            faults.add("a tab for indentation");
        }
        if (TRAILING_SPACE.matcher(text).find()) {
            faults.add("space at the end of a line");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            faults.add("no line end at the end");
        }
        if (name.endsWith(".java") && text.lines().anyMatch(line -> columns(line) > WIDTH)) {
            faults.add("a line of more than " + WIDTH + " columns");
        }
        boolean licensed = text.lines().limit(5).anyMatch(line -> line.contains(LICENCE));
        if (!licensed && (NEEDS_LICENCE.matcher(name).matches() || text.startsWith("#!"))) {
            faults.add("no licence in the first lines");
        }
        return faults;
    }

    private static int columns(String line) {
        return line.codePointCount(0, line.length());
    }

    @Test
    void findsEachFault() {
        assertThat(faults(Path.of("A.txt"), "fine\n")).isEmpty();
        assertThat(faults(Path.of("A.txt"), "a\r\n")).containsExactly("wrong line ends");
        assertThat(faults(Path.of("a.bat"), "rem " + LICENCE + "\r\n")).isEmpty();
        assertThat(faults(Path.of("a.bat"), "rem " + LICENCE + "\n")).containsExactly("wrong line ends");
        assertThat(faults(Path.of("A.txt"), "a\tb\n")).isEmpty();
        assertThat(faults(Path.of("A.txt"), "a\n \tb\n")).containsExactly("a tab for indentation");
        assertThat(faults(Path.of("A.txt"), "a \nb\n")).containsExactly("space at the end of a line");
        assertThat(faults(Path.of("A.txt"), "a")).containsExactly("no line end at the end");
        assertThat(faults(Path.of("A.java"), "class A {}\n")).containsExactly("no licence in the first lines");
        var wide = "// " + LICENCE + "\n" + "x".repeat(120);
        assertThat(faults(Path.of("A.java"), wide + "\n")).isEmpty();
        assertThat(faults(Path.of("A.java"), wide + "x\n"))
                .containsExactly("a line of more than 120 columns");
        assertThat(faults(Path.of("run"), "#!/bin/sh\n")).containsExactly("no licence in the first lines");
    }
}
