// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts for people that stand in the sources of a library: literals of at least two words, as far as those go. */
final class SourceSentences {

    private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORDS = Pattern.compile(".*[A-Za-z]{2,} .*|.* [A-Za-z]{2,}.*");
    /** What is thrown at a programmer, logged, or no text for people. */
    private static final Pattern ASIDE = Pattern.compile("IllegalArgument|IllegalState|NullPointer|requireNonNull|"
            + "ClassCast|Pattern\\.compile|@Suppress|System\\.Logger|UncheckedIO|toString\\(|\\.split\\(|getProperty");

    /** What the window does not use. */
    private static final Set<String> NOT_SHOWN = Set.of("PatientMail.java");

    private SourceSentences() {
    }

    /** Returns the literals of the sources in a folder. */
    static List<String> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SourceSentences::isShown).sorted()
                    .flatMap(file -> literals(read(file))).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isShown(Path file) {
        for (Path part : file) {
            if (NOT_SHOWN.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> literals(String source) {
        String code = COMMENT.matcher(source).replaceAll("").replaceAll("\"\\s*\\+\\s*\"", "");
        return Stream.of(code.split("[;{}]\\s*\\n")).filter(statement -> !ASIDE.matcher(statement).find())
                .flatMap(statement -> LITERAL.matcher(statement).results().map(found -> found.group(1)))
                .map(SourceSentences::unescaped).filter(text -> WORDS.matcher(text).matches());
    }

    private static String unescaped(String literal) {
        Matcher code = Pattern.compile("\\\\u([0-9a-fA-F]{4})").matcher(literal);
        return code.replaceAll(found -> Matcher.quoteReplacement(
                Character.toString(Integer.parseInt(found.group(1), 16)))).translateEscapes();
    }
}
