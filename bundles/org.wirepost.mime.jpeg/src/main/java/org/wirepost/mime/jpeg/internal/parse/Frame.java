// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frame header (ITU-T T.81, B.2.2): what the picture is and how it is coded.
 *
 * @param marker SOF0 to SOF15
 * @param bits bits of a sample
 * @param width in pixels
 * @param height in pixels; 0 if it is given by a DNL segment behind the first scan
 * @param components the colour channels
 */
public record Frame(int marker, int bits, int width, int height, List<Component> components) {

    /**
     * One colour channel.
     *
     * @param id by which scans refer to it
     * @param across horizontal sampling factor, 1 to 4
     * @param down vertical sampling factor, 1 to 4
     * @param table number of the quantization table, 0 to 3
     */
    public record Component(int id, int across, int down, int table) {

        private boolean isValid() {
            return across >= 1 && across <= 4 && down >= 1 && down <= 4 && table <= 3;
        }
    }

    private static final int FIXED = 6;
    private static final int PER_COMPONENT = 3;

    /** Reads a header; nothing if it cannot be one. */
    public static Optional<Frame> read(Segment segment) {
        int count = segment.u8(5);
        if (!segment.whole() || segment.length() < FIXED + PER_COMPONENT * count || count == 0) {
            return Optional.empty();
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = FIXED + PER_COMPONENT * i;
            int sampling = segment.u8(at + 1);
            components.add(new Component(segment.u8(at), sampling >> 4, sampling & 15, segment.u8(at + 2)));
        }
        boolean valid = components.stream().allMatch(Component::isValid)
                && components.stream().mapToInt(Component::id).distinct().count() == count;
        Frame frame = new Frame(segment.marker(), segment.u8(0), segment.u16(3), segment.u16(1),
                List.copyOf(components));
        return valid && frame.width > 0 ? Optional.of(frame) : Optional.empty();
    }

    /** The same frame with the height that stood elsewhere. */
    public Frame withHeight(int found) {
        return new Frame(marker, bits, width, found, components);
    }

    /** Whether the picture is sent in several passes from coarse to fine. */
    public boolean progressive() {
        return (marker & 3) == 2;
    }

    /** Whether the coding is lossless (not the usual kind that decoders know). */
    public boolean lossless() {
        return (marker & 3) == 3;
    }

    /** Whether the entropy coding is arithmetic instead of Huffman. */
    public boolean arithmetic() {
        return marker > 0xC8;
    }

    /** Whether the frame is a refinement of another one (hierarchical mode). */
    public boolean differential() {
        return (marker & 7) >= 5;
    }

    /** Pixels in all. */
    public long pixels() {
        return (long) width * height;
    }

    /** How many blocks of 8 x 8 samples the picture has at least, over all components. */
    public long blocks() {
        long blocks = 0;
        for (Component component : components) {
            long across = (long) Math.ceil((double) width * component.across / widest() / 8);
            long down = (long) Math.ceil((double) height * component.down / tallest() / 8);
            blocks += across * down;
        }
        return blocks;
    }

    /** The component with this id. */
    public Optional<Component> component(int id) {
        return components.stream().filter(component -> component.id == id).findFirst();
    }

    /** The largest horizontal sampling factor. */
    public int widest() {
        return components.stream().mapToInt(Component::across).max().orElse(1);
    }

    /** The largest vertical sampling factor. */
    public int tallest() {
        return components.stream().mapToInt(Component::down).max().orElse(1);
    }

    /** How it is coded, in words. */
    public String coding() {
        String kind = lossless() ? "lossless" : progressive() ? "progressive"
                : marker == Marker.SOF0 ? "baseline" : "extended sequential";
        return kind + (arithmetic() ? ", arithmetic coding" : "") + (differential() ? ", hierarchical" : "");
    }
}
