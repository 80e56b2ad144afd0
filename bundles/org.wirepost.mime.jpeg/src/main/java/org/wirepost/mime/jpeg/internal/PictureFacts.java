// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.parse.Orientation;

/**
 * The picture itself in words.
 *
 * @param quality as estimated, 0 if unknown
 * @param adobe the colour transform an Adobe segment names
 * @param jfif whether the file says it is JFIF
 */
record PictureFacts(Frame frame, Orientation orientation, int quality, Optional<Integer> adobe, boolean jfif) {

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("width", frame.width()));
        facts.add(Fact.of("height", frame.height()));
        facts.add(new Fact("pixels", Long.toString(frame.pixels()), pixels()));
        facts.add(new Fact("orientation", Integer.toString(orientation.value()), orientation.words()));
        facts.add(new Fact("colour", colour(), colour() + sampling()));
        facts.add(new Fact("bits", Integer.toString(frame.bits()), frame.bits() + " bits per sample"));
        facts.add(Fact.of("coding", frame.coding()));
        if (quality > 0) {
            facts.add(new Fact("quality", Integer.toString(quality), "about " + quality + " of 100"));
        }
        return facts;
    }

    private String pixels() {
        String size = orientation.swaps() ? frame.height() + " × " + frame.width()
                : frame.width() + " × " + frame.height();
        return frame.pixels() < 100_000 ? size
                : size + " (" + Amount.decimal(frame.pixels() / 1e6, 1) + " megapixels)";
    }

    /** The colour space, decided as decoders do. */
    private String colour() {
        return switch (frame.components().size()) {
            case 1 -> "gray";
            case 3 -> isRgb() ? "RGB" : "YCbCr";
            case 4 -> adobe.orElse(0) == 2 ? "YCCK" : "CMYK";
            default -> frame.components().size() + " channels";
        };
    }

    private boolean isRgb() {
        if (jfif) {
            return false;
        }
        return adobe.map(transform -> transform == 0).orElseGet(() -> frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G' && frame.components().get(2).id() == 'B');
    }

    /** How much coarser the colours are stored than the brightness. */
    private String sampling() {
        if (frame.components().size() != 3) {
            return "";
        }
        Frame.Component first = frame.components().get(0);
        Frame.Component second = frame.components().get(1);
        int across = first.across() / Math.max(1, second.across());
        int down = first.down() / Math.max(1, second.down());
        return switch (across * 10 + down) {
            case 11 -> ", 4:4:4";
            case 21 -> ", 4:2:2";
            case 22 -> ", 4:2:0";
            case 12 -> ", 4:4:0";
            case 41 -> ", 4:1:1";
            default -> "";
        };
    }
}
