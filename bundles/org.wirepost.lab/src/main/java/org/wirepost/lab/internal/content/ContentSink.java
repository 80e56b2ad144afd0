// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.content;

/** Takes the octets of a message in order. */
public interface ContentSink {

    /** Takes these octets before it returns. */
    void write(byte[] bytes, int from, int length);
}
