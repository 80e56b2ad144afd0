// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Builds EXIF structures for tests. */
final class ExifBuilder {

    /** The directories in the order in which they are laid out. */
    enum Dir {
        MAIN, EXIF, INTEROP, GPS, SECOND
    }

    private record Value(int tag, int type, int count, byte[] bytes) {
    }

    private final ByteOrder order;
    private final Map<Dir, List<Value>> dirs = new EnumMap<>(Dir.class);
    private byte[] thumbnail = {};
    private byte[] leftovers = {};

    private ExifBuilder(ByteOrder order) {
        this.order = order;
    }

    static ExifBuilder littleEndian() {
        return new ExifBuilder(ByteOrder.LITTLE_ENDIAN);
    }

    static ExifBuilder bigEndian() {
        return new ExifBuilder(ByteOrder.BIG_ENDIAN);
    }

    ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    ExifBuilder value(Dir dir, int tag, int type, int count, byte[] bytes) {
        dirs.computeIfAbsent(dir, unused -> new ArrayList<>()).add(new Value(tag, type, count, bytes));
        return this;
    }

    ExifBuilder text(Dir dir, int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return value(dir, tag, 2, bytes.length, bytes);
    }

    ExifBuilder number(Dir dir, int tag, int value) {
        return value(dir, tag, 3, 1, buffer(2).putShort((short) value).array());
    }

    ExifBuilder fractions(Dir dir, int tag, int... parts) {
        ByteBuffer bytes = buffer(parts.length * 4);
        for (int part : parts) {
            bytes.putInt(part);
        }
        return value(dir, tag, 5, parts.length / 2, bytes.array());
    }

    /** The Eiffel tower. */
    ExifBuilder paris() {
        return text(Dir.GPS, 1, "N").fractions(Dir.GPS, 2, 48, 1, 51, 1, 29601, 1000).text(Dir.GPS, 3, "E")
                .fractions(Dir.GPS, 4, 2, 1, 17, 1, 40203, 1000).fractions(Dir.GPS, 6, 3301, 10);
    }

    /** The bytes of latitude and longitude as they stand in the file. */
    List<byte[]> parisBytes() {
        return List.of(buffer(24).putInt(48).putInt(1).putInt(51).putInt(1).putInt(29601).putInt(1000).array(),
                buffer(24).putInt(2).putInt(1).putInt(17).putInt(1).putInt(40203).putInt(1000).array(),
                buffer(8).putInt(29601).putInt(1000).array(), buffer(8).putInt(40203).putInt(1000).array());
    }

    ExifBuilder thumbnail(byte[] jpeg) {
        thumbnail = jpeg;
        return value(Dir.SECOND, 0x0103, 3, 1, buffer(2).putShort((short) 6).array());
    }

    /** Bytes at the end that nothing refers to. */
    ExifBuilder leftovers(byte[] bytes) {
        leftovers = bytes;
        return this;
    }

    byte[] tiff() {
        pointer(Dir.EXIF, Dir.INTEROP, 0xA005);
        pointer(Dir.MAIN, Dir.EXIF, 0x8769);
        pointer(Dir.MAIN, Dir.GPS, 0x8825);
        if (thumbnail.length > 0) {
            value(Dir.SECOND, 0x0201, 4, 1, new byte[4]);
            value(Dir.SECOND, 0x0202, 4, 1, buffer(4).putInt(thumbnail.length).array());
        }
        Map<Dir, Integer> places = new EnumMap<>(Dir.class);
        int at = 8;
        for (Map.Entry<Dir, List<Value>> dir : dirs.entrySet()) {
            places.put(dir.getKey(), at);
            at += size(dir.getValue());
        }
        ByteBuffer out = buffer(at + thumbnail.length + leftovers.length);
        out.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        out.putShort((short) 42).putInt(8);
        for (Map.Entry<Dir, List<Value>> dir : dirs.entrySet()) {
            write(out, dir.getKey(), dir.getValue(), places, at);
        }
        return out.put(thumbnail).put(leftovers).array();
    }

    private void pointer(Dir from, Dir to, int tag) {
        if (dirs.containsKey(to)) {
            value(from, tag, 4, 1, new byte[4]);
        }
    }

    private static int size(List<Value> values) {
        int size = 2 + 12 * values.size() + 4;
        for (Value value : values) {
            size += value.bytes.length > 4 ? value.bytes.length + (value.bytes.length & 1) : 0;
        }
        return size;
    }

    private void write(ByteBuffer out, Dir dir, List<Value> values, Map<Dir, Integer> places, int thumbnailAt) {
        int outside = places.get(dir) + 2 + 12 * values.size() + 4;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        out.putShort((short) values.size());
        for (Value value : values) {
            out.putShort((short) value.tag).putShort((short) value.type).putInt(value.count);
            Integer pointed = switch (value.tag) {
                case 0x8769 -> places.get(Dir.EXIF);
                case 0x8825 -> places.get(Dir.GPS);
                case 0xA005 -> places.get(Dir.INTEROP);
                case 0x0201 -> Integer.valueOf(thumbnailAt);
                default -> null;
            };
            if (pointed != null) {
                out.putInt(pointed);
            } else if (value.bytes.length <= 4) {
                out.put(value.bytes).put(new byte[4 - value.bytes.length]);
            } else {
                out.putInt(outside + data.size());
                data.writeBytes(value.bytes);
                data.writeBytes(new byte[value.bytes.length & 1]);
            }
        }
        out.putInt(dir == Dir.MAIN ? places.getOrDefault(Dir.SECOND, 0) : 0);
        out.put(data.toByteArray());
    }
}
