// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Passes JSON on and escapes what JSON allows as it is but a terminal or an editor would act upon. Such characters
 * occur
 * in strings only, so the values stay the same for whoever reads them.
 */
public final class InertJson extends FilterWriter {

    private static final int FIRST_BEYOND_ASCII = 0x7F;

    /**
     * Writes to another writer.
     *
     * @param out takes the JSON
     */
    public InertJson(Writer out) {
        super(out);
    }

    /**
     * Returns a JSON text that is harmless to show.
     *
     * @param json any JSON text
     * @return the same object when nothing had to be replaced
     */
    public static String of(String json) {
        int first = 0;
        while (first < json.length() && json.charAt(first) < FIRST_BEYOND_ASCII) {
            first++;
        }
        if (first == json.length()) {
            return json;
        }
        StringBuilder safe = new StringBuilder(json.length() + 32).append(json, 0, first);
        json.substring(first).codePoints().forEach(c -> {
            if (c >= FIRST_BEYOND_ASCII && Inert.isUnsafe(c)) {
                new String(Character.toChars(c)).chars().forEach(unit -> safe.append(String.format("\\u%04x", unit)));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    @Override
    public void write(int c) throws IOException {
        out.write(of(String.valueOf((char) c)));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        out.write(of(new String(text, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(of(text.substring(offset, offset + length)));
    }
}
