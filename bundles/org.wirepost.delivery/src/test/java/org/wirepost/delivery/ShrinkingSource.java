// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.wirepost.mime.Source;

/** A source that is shorter than it says. */
final class ShrinkingSource implements Source {

    private final int length;

    ShrinkingSource(int length) {
        this.length = length;
    }

    @Override
    public String name() {
        return "shrinking.bin";
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(LabRoom.noise(length * 3 / 4));
    }
}
