// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/**
 * A line of a dialogue for people to read.
 *
 * @param side who speaks
 * @param nanos nanoseconds since the connection was accepted
 * @param encrypted whether it went through TLS
 * @param text the line without its end; credentials are replaced by their length, content by its length
 */
public record TranscriptLine(Side side, long nanos, boolean encrypted, String text) {

    /** Who speaks. */
    public enum Side {
        /** The client under test. */
        CLIENT,
        /** The lab. */
        SERVER,
        /** Nobody: a remark of the lab, such as a finished handshake. */
        REMARK
    }

    /** The line behind {@code C:}, {@code S:} or {@code *}. */
    @Override
    public String toString() {
        return switch (side) {
            case CLIENT -> "C: " + text;
            case SERVER -> "S: " + text;
            case REMARK -> "*  " + text;
        };
    }
}
