// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

/** Is told of every application octet of a connection, as it is read or written. */
public interface WireLog {

    /** These octets were read. */
    void received(byte[] bytes, int from, int length);

    /** These octets were written. */
    void sent(byte[] bytes, int from, int length);
}
