// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for what changes, in English and in another language. In the English one {@code {0}} stands
 * for a part that stays as it is, {@code {0#}} for one of digits, {@code {0!}} for one word, {@code {0@}} for the reply
 * of a server, and {@code [0]} for one that is translated as well.
 */
final class Phrase {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)([#@!]?)}|\\[(\\d)]");

    private final String english;
    private final String translation;
    private final Pattern pattern;
    /** For each place, in order, whether it is translated. */
    private final List<Boolean> translated = new ArrayList<>();
    private final int weight;

    Phrase(String english, String translation) {
        this.english = english;
        this.translation = translation;
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        int end = 0;
        int letters = 0;
        while (place.find()) {
            text.append(Pattern.quote(english.substring(end, place.start()))).append(group(place));
            letters += place.start() - end;
            translated.add(place.group(3) != null);
            end = place.end();
        }
        text.append(Pattern.quote(english.substring(end)));
        pattern = Pattern.compile(text.toString(), Pattern.DOTALL);
        weight = letters + english.length() - end;
    }

    private static String group(Matcher place) {
        return "#".equals(place.group(2)) ? "(\\d+)" : "@".equals(place.group(2)) ? "(\\d{3}(?:[ -].*)?)"
                : "!".equals(place.group(2)) ? "([^\\s:;,]+)" : "(.+?)";
    }

    String english() {
        return english;
    }

    String translation() {
        return translation;
    }

    /** How much of the sentence is fixed: of several that fit, the one with most is meant; but a reply ends it all. */
    int weight() {
        return english.contains("@}") ? Integer.MAX_VALUE : weight;
    }

    boolean isFixed() {
        return translated.isEmpty();
    }

    /**
     * Translates a sentence if this is its pattern.
     *
     * @param sentence in English
     * @param parts translates what is to be translated within
     */
    Optional<String> apply(String sentence, UnaryOperator<String> parts) {
        Matcher matcher = pattern.matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(translation);
        while (place.find()) {
            int number = Integer.parseInt(place.group(1));
            String part = matcher.group(number + 1);
            place.appendReplacement(text, Matcher.quoteReplacement(translated.get(number) ? parts.apply(part) : part));
        }
        return Optional.of(place.appendTail(text).toString());
    }
}
