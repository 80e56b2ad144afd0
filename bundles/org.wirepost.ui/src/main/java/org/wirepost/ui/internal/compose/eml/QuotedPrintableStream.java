// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Undoes quoted-printable (RFC 2045 section 6.7); an escape that is none stands for itself. */
final class QuotedPrintableStream extends InputStream {

    private static final int HEX = 16;

    private final BufferedInputStream in;

    QuotedPrintableStream(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        while (c == '=') {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            if (first == '\r' && second == '\n') {
                c = in.read();
            } else if (first == '\n') {
                in.reset();
                in.read();
                c = in.read();
            } else {
                return escaped(first, second);
            }
        }
        return c;
    }

    private int escaped(int first, int second) throws IOException {
        int high = Character.digit(first, HEX);
        int low = Character.digit(second, HEX);
        if (high >= 0 && low >= 0) {
            return high * HEX + low;
        }
        in.reset();
        return '=';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
