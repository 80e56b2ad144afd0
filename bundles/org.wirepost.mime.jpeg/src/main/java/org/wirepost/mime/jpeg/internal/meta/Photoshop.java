// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.meta;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.parse.Segment;

/**
 * A segment of Photoshop's image resources, in which IPTC data (IIM 4.2) lie.
 *
 * @param iptc the numbers of the IPTC data sets of record 2
 * @param copies whether it holds copies of other metadata, or cannot be read
 */
public record Photoshop(Set<Integer> iptc, boolean copies) {

    private static final int IPTC = 0x0404;
    private static final Set<Integer> COPIES = Set.of(0x0422, 0x0423, 0x0424);
    /** Content location code and name, city, sublocation, province, country code and name. */
    private static final Set<Integer> PLACES = Set.of(26, 27, 90, 92, 95, 100, 101);

    /** Reads the resources of a segment. */
    public static Photoshop read(Segment segment) {
        Set<Integer> iptc = new TreeSet<>();
        boolean copies = false;
        int at = Kind.PHOTOSHOP_HEAD.length();
        while (at + 12 <= segment.length()) {
            int id = segment.u16(at + 4);
            int name = segment.u8(at + 6) + 1;
            int sizeAt = at + 6 + name + (name & 1);
            long size = (long) segment.u16(sizeAt) << 16 | segment.u16(sizeAt + 2);
            int data = sizeAt + 4;
            if (data + size > segment.length()) {
                return new Photoshop(iptc, true);
            }
            if (id == IPTC) {
                dataSets(segment, data, data + (int) size, iptc);
            }
            copies |= COPIES.contains(id);
            at = data + (int) (size + (size & 1));
        }
        return new Photoshop(iptc, copies);
    }

    private static void dataSets(Segment segment, int from, int to, Set<Integer> found) {
        int at = from;
        while (at + 5 <= to && segment.u8(at) == 0x1C) {
            if (segment.u8(at + 1) == 2) {
                found.add(segment.u8(at + 2));
            }
            at += 5 + segment.u16(at + 3);
        }
    }

    /** Whether IPTC data name a place. */
    public boolean namesPlace() {
        return iptc.stream().anyMatch(PLACES::contains);
    }

    /** Whether it may tell the place in some way. */
    public boolean mayNamePlace() {
        return copies || namesPlace();
    }

    /** What the IPTC data say, for people; nothing without any. */
    public Optional<String> words() {
        if (iptc.isEmpty()) {
            return Optional.empty();
        }
        String known = (iptc.contains(5) ? "title, " : "") + (iptc.contains(120) ? "caption, " : "")
                + (iptc.contains(25) ? "keywords, " : "") + (iptc.contains(80) ? "author, " : "")
                + (iptc.contains(116) ? "copyright, " : "") + (namesPlace() ? "place, " : "");
        return Optional.of(known.isEmpty() ? iptc.size() + " entries" : known.substring(0, known.length() - 2));
    }
}
