// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.encode.Base64Lines;
import org.wirepost.mime.internal.encode.QuotedPrintable;

/** Rewrites a stretch of a message, fed in blocks. */
abstract sealed class Recoder {

    /**
     * Rewrites a block.
     *
     * @param in array
     * @param from where to begin
     * @param count how many
     * @param last whether the stretch ends with it
     * @param out takes the result
     */
    abstract void update(byte[] in, int from, int count, boolean last, ByteBuilder out);

    /** Ends every line with CRLF and changes nothing else. */
    static final class Lines extends Recoder {

        private boolean afterCr;

        @Override
        void update(byte[] in, int from, int count, boolean last, ByteBuilder out) {
            out.reserve(2 * count);
            byte[] to = out.array();
            int pos = out.size();
            int end = from + count;
            boolean cr = afterCr;
            for (int i = from; i < end; i++) {
                byte octet = in[i];
                if (octet > '\r' || octet != '\r' && octet != '\n') {
                    to[pos++] = octet;
                    cr = false;
                    continue;
                }
                if (octet == '\r' || !cr) {
                    to[pos++] = '\r';
                    to[pos++] = '\n';
                }
                cr = octet == '\r';
            }
            afterCr = cr;
            out.size(pos);
        }
    }

    /** Encodes lines, or mends what claims to be encoded, as quoted-printable. */
    static final class Quoted extends Recoder {

        private final Lines lines = new Lines();
        private final QuotedPrintable encoder;
        private final ByteBuilder kept = new ByteBuilder(1024);

        Quoted(boolean mending) {
            encoder = mending ? QuotedPrintable.mending() : new QuotedPrintable();
        }

        @Override
        void update(byte[] in, int from, int count, boolean last, ByteBuilder out) {
            lines.update(in, from, count, last, kept);
            int next = encoder.encode(kept.array(), 0, kept.size(), last, out);
            int rest = kept.size() - next;
            System.arraycopy(kept.array(), next, kept.array(), 0, rest);
            kept.size(rest);
        }
    }

    /** Encodes octets, with or without making their lines end with CRLF first, as base64. */
    static final class Base64 extends Recoder {

        private final Base64Lines encoder = new Base64Lines();
        private final Lines lines = new Lines();
        private final boolean text;
        private final ByteBuilder kept = new ByteBuilder(1024);

        Base64(boolean text) {
            this.text = text;
        }

        @Override
        void update(byte[] in, int from, int count, boolean last, ByteBuilder out) {
            if (text) {
                lines.update(in, from, count, last, kept);
            } else {
                kept.add(in, from, count);
            }
            // Some octets stay behind, so that a line is ended only when it is known that another one follows.
            int line = Base64Lines.OCTETS_PER_LINE;
            int ready = last ? kept.size() : Math.max(0, (kept.size() - 1) / line * line);
            out.reserve(ready * 2 + line * 2);
            out.size(encoder.encode(kept.array(), 0, ready, !last, out.array(), out.size()));
            int rest = kept.size() - ready;
            System.arraycopy(kept.array(), ready, kept.array(), 0, rest);
            kept.size(rest);
        }
    }

    /**
     * Sets existing base64 in lines of 76 characters and leaves out whatever is not base64, which readers have to
     * ignore anyway (RFC 2045 section 6.8).
     */
    static final class Base64Mender extends Recoder {

        private static final int LINE = 76;
        private int column;

        @Override
        void update(byte[] in, int from, int count, boolean last, ByteBuilder out) {
            for (int i = from; i < from + count; i++) {
                byte octet = in[i];
                boolean digit = octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z'
                        || octet >= '0' && octet <= '9' || octet == '+' || octet == '/' || octet == '=';
                if (digit) {
                    if (column == LINE) {
                        out.line();
                        column = 0;
                    }
                    out.add(octet);
                    column++;
                }
            }
        }
    }
}
