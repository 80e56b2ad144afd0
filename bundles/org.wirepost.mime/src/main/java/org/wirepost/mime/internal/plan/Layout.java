// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.util.ArrayList;
import java.util.List;

import org.wirepost.mime.internal.bytes.ByteBuilder;

/** Strings the pieces of a message together; what is in memory becomes one array as far as it is contiguous. */
final class Layout {

    private static final int WORTH_A_BODY = 1024;
    /** Is never written to. */
    private static final ByteBuilder NONE = new ByteBuilder(0);

    private final List<Body> bodies = new ArrayList<>(4);
    private ByteBuilder literal;
    private long before;

    /**
     * Makes an empty layout.
     *
     * @param capacity octets that are expected in memory
     */
    Layout(int capacity) {
        literal = new ByteBuilder(capacity);
    }

    /** Returns the place for octets that are in memory; valid until a body is added. */
    ByteBuilder literal() {
        if (literal == NONE) {
            literal = new ByteBuilder(512);
        }
        return literal;
    }

    /** Returns how many octets stand before the next one. */
    long position() {
        return before + literal.size();
    }

    void add(Body body) {
        close();
        bodies.add(body);
        before += body.length();
    }

    /** Adds octets that are not going to change; many of them are not copied. */
    void add(byte[] octets) {
        if (octets.length < WORTH_A_BODY) {
            literal().add(octets);
        } else {
            add(new Body.Literal(octets, octets.length));
        }
    }

    List<Body> finish() {
        close();
        return List.copyOf(bodies);
    }

    private void close() {
        if (literal.size() > 0) {
            bodies.add(new Body.Literal(literal.array(), literal.size()));
            before += literal.size();
        }
        literal = NONE;
    }
}
