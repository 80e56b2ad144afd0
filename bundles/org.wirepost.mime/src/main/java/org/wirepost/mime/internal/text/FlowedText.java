// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

/**
 * Lays text out as {@code format=flowed; delsp=no} (RFC 3676): each line of the text is a paragraph, wrapped at 72
 * columns with a blank at every line end that is not the paragraph's own. Lines that begin with {@code >} are quotes of
 * that depth; the signature separator stays as it is.
 */
public final class FlowedText {

    private static final int WIDTH = 72;
    private static final int LEAST_WIDTH = 20;
    private static final String SIGNATURE = "-- ";

    private final String text;
    private final StringBuilder out;

    private FlowedText(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + text.length() / 16 + 16);
    }

    /**
     * Lays out a text.
     *
     * @param text its lines may end with CRLF, LF or CR
     * @return the flowed lines with the same line ends
     */
    public static String of(String text) {
        FlowedText flowed = new FlowedText(text);
        int start = 0;
        while (start < text.length()) {
            int end = flowed.lineEnd(start);
            int next = flowed.afterBreak(end);
            flowed.line(start, end, next == end ? "\r\n" : text.substring(end, next));
            flowed.out.append(text, end, next);
            start = next;
        }
        return flowed.out.toString();
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private int afterBreak(int end) {
        if (end == text.length()) {
            return end;
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    private void line(int start, int end, String lineBreak) {
        int content = start;
        while (content < end && text.charAt(content) == '>') {
            content++;
        }
        int depth = content - start;
        if (depth > 0 && content < end && text.charAt(content) == ' ') {
            content++;
        }
        if (end - content == SIGNATURE.length() && text.startsWith(SIGNATURE, content)) {
            piece(depth, content, end);
            return;
        }
        int last = end;
        while (last > content && text.charAt(last - 1) == ' ') {
            last--;
        }
        int width = Math.max(LEAST_WIDTH, WIDTH - depth - 1);
        int at = content;
        while (at < last) {
            int cut = cut(at, last, width);
            piece(depth, at, cut);
            if (cut < last) {
                out.append(lineBreak);
            }
            at = cut;
        }
        if (content >= last) {
            out.append(">".repeat(depth));
        }
    }

    private void piece(int depth, int start, int end) {
        out.append(">".repeat(depth));
        char first = text.charAt(start);
        boolean signature = end - start == SIGNATURE.length() && text.startsWith(SIGNATURE, start);
        if (depth > 0 || first == ' ' || first == '>' || !signature && text.startsWith("From ", start)) {
            out.append(' ');
        }
        out.append(text, start, end);
    }

    /** Returns where the piece that begins at {@code start} ends: behind blanks, or at the end of the paragraph. */
    private int cut(int start, int last, int width) {
        int best = -1;
        int columns = 0;
        for (int i = start; i < last; i++) {
            char c = text.charAt(i);
            columns += Character.isLowSurrogate(c) ? 0 : 1;
            boolean canCut = c == ' ' && text.charAt(i + 1) != ' '
                    && !text.regionMatches(start, SIGNATURE, 0, i + 1 - start);
            if (columns > width && best > 0) {
                return best;
            }
            if (canCut) {
                best = i + 1;
            }
        }
        return columns <= width || best < 0 ? last : best;
    }
}
