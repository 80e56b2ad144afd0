// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.util.List;
import java.util.Optional;

import org.wirepost.mime.Limits;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.internal.encode.Base64Lines;
import org.wirepost.mime.internal.encode.ContentScan;
import org.wirepost.mime.internal.encode.EncodingChoice;
import org.wirepost.mime.internal.encode.QuotedPrintable;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.header.Parameters;
import org.wirepost.mime.internal.text.CrlfText;

/** The words of a message: plain text or HTML, in memory. */
final class TextLeaf extends Node {

    /** Text is encoded in pieces, so that no array has to hold the worst case of a long text. */
    private static final int PIECE = 64 * 1024;

    private final String subtype;
    private final boolean flowed;
    private final int size;
    /** Dropped once they are laid out. */
    private byte[] octets;
    private final EncodingChoice choice;
    private ByteBuilder quoted = new ByteBuilder(0);

    /**
     * Encodes a text.
     *
     * @param subtype {@code plain} or {@code html}
     * @param text its lines may end in any way
     * @param flowed whether it is laid out as RFC 3676 demands
     * @param alone whether it is the whole message, which has to end with a line end
     * @param limits what the server takes
     */
    TextLeaf(String subtype, String text, boolean flowed, boolean alone, Limits limits) throws MimeException {
        this.subtype = subtype;
        this.flowed = flowed;
        this.octets = CrlfText.of(subtype.equals("html") ? "HTML text" : "text", text, alone);
        this.size = octets.length;
        ContentScan scan = new ContentScan();
        scan.update(octets, 0, octets.length);
        scan.end();
        this.choice = EncodingChoice.forText(scan, limits, flowed, this::quotedLength);
    }

    byte[] octets() {
        return octets;
    }

    /** Returns the octets that are put into the layout, roughly if in base64; text that goes as it is is not copied. */
    int encodedLength() {
        return choice.encoding() == TransferEncoding.QUOTED_PRINTABLE ? quoted.size()
                : choice.encoding() == TransferEncoding.BASE64 ? octets.length / 2 * 3 : 0;
    }

    private long quotedLength() {
        quoted = new ByteBuilder(octets.length + octets.length / 4 + 64);
        QuotedPrintable encoder = new QuotedPrintable();
        int at = 0;
        while (at < octets.length) {
            int end = Math.min(octets.length, at + PIECE);
            at = encoder.encode(octets, at, end, end == octets.length, quoted);
        }
        return quoted.size();
    }

    @Override
    TransferEncoding encoding() {
        return choice.encoding();
    }

    @Override
    void fields(HeaderWriter out) {
        if (!flowed) {
            out.simple("Content-Type", subtype.equals("html") ? "text/html; charset=utf-8"
                    : "text/plain; charset=utf-8");
            return;
        }
        out.begin("Content-Type");
        out.word("text/" + subtype);
        Parameters.plain(out, "charset", "utf-8");
        Parameters.plain(out, "format", "flowed");
        Parameters.plain(out, "delsp", "no");
        out.end();
    }

    @Override
    void content(Layout layout) {
        ByteBuilder out = layout.literal();
        switch (choice.encoding()) {
            case QUOTED_PRINTABLE -> out.add(quoted.array(), 0, quoted.size());
            case BASE64 -> {
                int length = (int) Base64Lines.encodedLength(octets.length);
                out.reserve(length);
                out.size(new Base64Lines().encode(octets, 0, octets.length, false, out.array(), out.size()));
            }
            default -> layout.add(octets);
        }
        octets = new byte[0];
        quoted = new ByteBuilder(0);
    }

    @Override
    PartPlan describe(String path) {
        return new PartPlan(path, "text/" + subtype, Optional.empty(), choice.encoding(), choice.reason().get(),
                size, header(), body(), List.of());
    }
}
