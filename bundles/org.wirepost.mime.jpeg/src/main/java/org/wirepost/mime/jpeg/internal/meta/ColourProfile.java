// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.meta;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.parse.Segment;

/** The first piece of an ICC profile (ICC.1:2022), read for its name. */
public final class ColourProfile {

    private static final int START = Kind.ICC_HEAD.length() + 2;
    private static final int TAGS = 128;
    private static final int TAG_SIZE = 12;
    private static final int DESCRIPTION = 0x64657363;
    private static final int MULTI_LANGUAGE = 0x6D6C7563;
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_NAME = 200;

    private final Segment segment;

    private ColourProfile(Segment segment) {
        this.segment = segment;
    }

    /** The name of the profile, if this is its first piece and the name lies in it. */
    public static Optional<String> name(Segment segment) {
        return segment.u8(START - 2) == 1 ? new ColourProfile(segment).name() : Optional.empty();
    }

    private Optional<String> name() {
        int count = Math.min(u32(TAGS), MOST_TAGS);
        for (int i = 0; i < count; i++) {
            int at = TAGS + 4 + TAG_SIZE * i;
            if (u32(at) == DESCRIPTION) {
                return text(u32(at + 4)).map(String::strip).filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(int at) {
        if (at < 0 || at > segment.length()) {
            return Optional.empty();
        }
        if (u32(at) == DESCRIPTION) {
            return Optional.of(bytes(at + 12, u32(at + 8) - 1, StandardCharsets.US_ASCII));
        }
        if (u32(at) == MULTI_LANGUAGE && u32(at + 8) > 0) {
            return Optional.of(bytes(at + u32(at + 24), u32(at + 20), StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private String bytes(int at, int length, Charset charset) {
        if (at < 0 || length < 0) {
            return "";
        }
        int count = Math.min(Math.min(length, LONGEST_NAME), Math.max(0, segment.length() - START - at));
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) segment.u8(START + at + i);
        }
        return new String(bytes, charset).replace("\0", "");
    }

    /** Four bytes; numbers beyond two thousand million come out negative and are refused by their users. */
    private int u32(int at) {
        return at < 0 || at > segment.length() ? 0 : segment.u16(START + at) << 16 | segment.u16(START + at + 2);
    }
}
