// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.attachment.Probe;

/** Recognises the commonest kinds of file by their first bytes, from {@code signatures.txt}. */
final class Signatures {

    /** Bytes to stand at an offset; -1 stands for any byte. */
    private record Signature(int offset, int[] bytes, String type) {

        boolean fits(Probe probe) {
            for (int i = 0; i < bytes.length; i++) {
                int found = probe.at(offset + i);
                if (found < 0 || bytes[i] >= 0 && found != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final int ANY = -1;
    private static final List<Signature> ALL = load();

    private Signatures() {
    }

    /** The type whose signature the file carries. */
    static Optional<String> find(Probe probe) {
        for (Signature signature : ALL) {
            // Two letters alone may begin a text as well.
            if (signature.fits(probe) && (signature.bytes.length > 2 || !TextLook.isText(probe))) {
                return Optional.of(signature.type);
            }
        }
        return Optional.empty();
    }

    private static List<Signature> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Signatures.class.getResourceAsStream("signatures.txt"), StandardCharsets.UTF_8))) {
            List<Signature> all = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    all.add(parse(line));
                }
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException("signatures.txt cannot be read", e);
        }
    }

    private static Signature parse(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        return new Signature(Integer.parseInt(line.substring(0, first)), bytes(line.substring(first + 1, last)),
                line.substring(last + 1));
    }

    private static int[] bytes(String pattern) {
        List<Integer> bytes = new ArrayList<>();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '"') {
                int end = pattern.indexOf('"', i + 1);
                pattern.substring(i + 1, end).chars().forEach(bytes::add);
                i = end + 1;
            } else if (c == ' ') {
                i++;
            } else {
                String hex = pattern.substring(i, i + 2);
                bytes.add(hex.equals("??") ? ANY : Integer.parseInt(hex, 16));
                i += 2;
            }
        }
        return bytes.stream().mapToInt(Integer::intValue).toArray();
    }
}
