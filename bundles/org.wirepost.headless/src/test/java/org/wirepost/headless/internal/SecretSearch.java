// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for a secret in what a program has shown or written: as it is and in UTF-16, in base64 however it lies there
 * (alone, as PLAIN sends it, within other octets), for URLs, in JSON, in hexadecimal digits.
 */
public final class SecretSearch {

    private final Map<String, String> forms = new LinkedHashMap<>();

    /** Prepares to look for a secret of a user. */
    public SecretSearch(String user, String secret) {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE, ISO_8859_1)) {
            byte[] octets = secret.getBytes(charset);
            forms.put("as " + charset, new String(octets, ISO_8859_1));
            for (int before = 0; before < 3; before++) {
                String inside = insideBase64(octets, before);
                forms.put(charset + " in base64 behind " + before, inside);
                forms.put(charset + " in base64 for URLs behind " + before, inside.replace('+', '-').replace('/', '_'));
            }
            String hex = HexFormat.of().formatHex(octets);
            forms.put(charset + " in hexadecimal", hex);
            forms.put(charset + " in HEXADECIMAL", hex.toUpperCase(Locale.ROOT));
        }
        String url = URLEncoder.encode(secret, UTF_8);
        forms.put("for URLs", url);
        forms.put("for URLs, in small letters", url.toLowerCase(Locale.ROOT));
        forms.put("for URLs, blanks by %20", url.replace("+", "%20"));
        forms.put("as PLAIN", Base64.getEncoder().encodeToString(("\0" + user + "\0" + secret).getBytes(UTF_8)));
        forms.put("as XOAUTH2", Base64.getEncoder().encodeToString(("user=" + user + "\1auth=Bearer " + secret
                + "\1\1").getBytes(UTF_8)));
        StringBuilder json = new StringBuilder();
        secret.chars().forEach(c -> json.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        forms.put("in JSON", json.toString());
    }

    private static String insideBase64(byte[] octets, int before) {
        byte[] shifted = new byte[before + octets.length];
        System.arraycopy(octets, 0, shifted, before, octets.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring(before == 0 ? 0 : before + 1, (before + octets.length) * 8 / 6);
    }

    /** Returns how many forms are looked for. */
    public int forms() {
        return forms.size();
    }

    /** Returns where and in which form the secret stands in a text; nothing when it does not. */
    public List<String> in(String where, String text) {
        return in(where, text.getBytes(UTF_8));
    }

    /** Returns in which forms the secret stands in a throwable, its causes and what they suppress. */
    public List<String> in(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return in("an exception", trace.toString());
    }

    /** Returns in which files of a folder the secret stands, and how; also in their names. */
    public List<String> in(Path folder) throws IOException {
        List<String> hits = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                hits.addAll(in("the name of a file", file.toString()));
                hits.addAll(in(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return hits;
    }

    private List<String> in(String where, byte[] octets) {
        String text = new String(octets, ISO_8859_1);
        return forms.entrySet().stream().filter(form -> text.contains(form.getValue()))
                .map(form -> form.getKey() + " in " + where).toList();
    }
}
