// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirepost.transcript.Sizes;

/** What the keywords of EHLO mean, from a data file of this bundle. */
final class Glossary {

    private static final String RESOURCE = "capabilities.txt";
    private static final Map<String, String> MEANINGS = read();

    private Glossary() {
    }

    private static Map<String, String> read() {
        Map<String, String> meanings = new TreeMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Glossary.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] columns = line.split("\t");
                if (columns.length == 3) {
                    meanings.put(columns[0], columns[2] + " (" + columns[1] + ")");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return meanings;
    }

    /**
     * Returns what a keyword means.
     *
     * @param keyword in upper case
     * @param parameters as offered
     * @return a few words and the document that defines it
     */
    static String meaning(String keyword, List<String> parameters) {
        String meaning = MEANINGS.getOrDefault(keyword, "not known to Wirepost, and not used");
        if (keyword.equals("SIZE") && parameters.size() == 1 && parameters.get(0).length() < 19
                && parameters.get(0).chars().allMatch(c -> c >= '0' && c <= '9') && !parameters.get(0).isEmpty()) {
            long limit = Long.parseLong(parameters.get(0));
            return (limit == 0 ? "no fixed limit: " : "up to " + Sizes.of(limit) + ": ") + meaning;
        }
        return meaning;
    }
}
