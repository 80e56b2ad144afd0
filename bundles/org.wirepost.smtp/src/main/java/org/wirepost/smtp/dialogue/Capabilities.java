// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a server offered in its answer to EHLO (RFC 5321 section 4.1.1.1).
 *
 * <p>Keywords are compared without regard to case. Tolerated: lower case, {@code AUTH=PLAIN LOGIN} beside
 * {@code AUTH PLAIN LOGIN}, a keyword given twice (its parameters are joined), {@code SIZE} without a number.
 */
public final class Capabilities {

    /** No capability at all: before EHLO, after STARTTLS, and after HELO. */
    public static final Capabilities NONE = new Capabilities("", Map.of());

    private final String serverName;
    private final Map<String, List<String>> keywords;

    private Capabilities(String serverName, Map<String, List<String>> keywords) {
        this.serverName = serverName;
        this.keywords = keywords;
    }

    /**
     * Reads the capabilities out of a positive reply to EHLO.
     *
     * @param reply the reply; its first line names the server
     * @return the capabilities
     */
    public static Capabilities of(Reply reply) {
        List<String> texts = reply.texts();
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (String text : texts.subList(1, texts.size())) {
            String[] words = text.strip().replaceFirst("(?i)^AUTH=", "AUTH ").split("[ \t]+");
            if (!words[0].isEmpty()) {
                map.computeIfAbsent(words[0].toUpperCase(Locale.ROOT), key -> new ArrayList<>())
                        .addAll(List.of(words).subList(1, words.length));
            }
        }
        map.replaceAll((keyword, parameters) -> List.copyOf(new LinkedHashSet<>(parameters)));
        String[] first = texts.get(0).strip().split("[ \t]+");
        return new Capabilities(first[0], Collections.unmodifiableMap(map));
    }

    /** Returns the name by which the server called itself in the first line; empty when it gave none. */
    public String serverName() {
        return serverName;
    }

    /** Returns the keywords in the order offered, in upper case. */
    public Set<String> keywords() {
        return keywords.keySet();
    }

    /** Tells whether the keyword was offered. */
    public boolean offers(String keyword) {
        return keywords.containsKey(keyword.toUpperCase(Locale.ROOT));
    }

    /** Returns the parameters of a keyword, as written; empty when it was not offered or has none. */
    public List<String> parameters(String keyword) {
        return keywords.getOrDefault(keyword.toUpperCase(Locale.ROOT), List.of());
    }

    /** Returns the SASL mechanisms offered by AUTH, in upper case, in the order offered (RFC 4954). */
    public List<String> mechanisms() {
        return parameters("AUTH").stream().map(name -> name.toUpperCase(Locale.ROOT)).distinct().toList();
    }

    /**
     * Returns the largest message that the server takes, in octets (RFC 1870).
     *
     * @return empty when SIZE is not offered, has no number, is 0 (no fixed limit) or does not fit
     */
    public OptionalLong maximumSize() {
        for (String parameter : parameters("SIZE")) {
            if (parameter.matches("[0-9]{1,18}") && Long.parseLong(parameter) > 0) {
                return OptionalLong.of(Long.parseLong(parameter));
            }
        }
        return OptionalLong.empty();
    }

    /**
     * Returns these capabilities without some keywords, as if the server had not offered them.
     *
     * @param hidden keywords, in any case
     * @return the rest
     */
    public Capabilities without(Set<String> hidden) {
        Map<String, List<String>> rest = new LinkedHashMap<>(keywords);
        hidden.forEach(keyword -> rest.remove(keyword.toUpperCase(Locale.ROOT)));
        return new Capabilities(serverName, Collections.unmodifiableMap(rest));
    }

    @Override
    public String toString() {
        return keywords.toString();
    }
}
