// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Sentences in English and in another language. May be used on any thread. */
final class PhraseBook {

    /** What is said in the language that the libraries speak anyway. */
    static final PhraseBook EMPTY = new PhraseBook(List.of());

    private static final String TRANSLATION = "= ";

    private final List<Phrase> phrases;
    private final Map<String, String> fixed = new HashMap<>();
    private final List<Phrase> open;

    private PhraseBook(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        phrases.stream().filter(Phrase::isFixed).forEach(each -> fixed.put(each.english(), each.translation()));
        open = phrases.stream().filter(Predicate.not(Phrase::isFixed))
                .sorted(Comparator.comparingInt(Phrase::weight).reversed()).toList();
    }

    /**
     * Reads a book: a line of English, then a line that begins with an equals sign; empty lines and lines that begin
     * with a number sign between.
     */
    static PhraseBook read(BufferedReader in) throws IOException {
        List<Phrase> phrases = new ArrayList<>();
        String english = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith(TRANSLATION)) {
                phrases.add(new Phrase(english, line.substring(TRANSLATION.length())));
            } else if (!line.startsWith("#")) {
                english = line;
            }
        }
        return new PhraseBook(phrases);
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Returns a sentence in the language of this book; one that is not in it stays as it is. */
    String translate(String english) {
        return find(english).or(() -> inTheMiddle(english)).orElse(english);
    }

    private Optional<String> find(String english) {
        String known = fixed.get(english);
        return known != null ? Optional.of(known) : open.stream()
                .flatMap(phrase -> phrase.apply(english, this::translate).stream())
                .filter(text -> !text.equals(english)).findFirst();
    }

    /** What stands in the middle of one sentence may begin another. */
    private Optional<String> inTheMiddle(String english) {
        if (english.isEmpty() || !Character.isUpperCase(english.charAt(0))) {
            return Optional.empty();
        }
        return find(Character.toLowerCase(english.charAt(0)) + english.substring(1))
                .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }
}
