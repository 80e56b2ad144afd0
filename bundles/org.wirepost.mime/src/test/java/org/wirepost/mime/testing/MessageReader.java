// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import java.util.List;

/** A parser that somebody else has written. */
public interface MessageReader {

    /** Returns its name. */
    String name();

    /** Tells whether blanks in display names arrive as they were written. */
    default boolean keepsBlanksInNames() {
        return true;
    }

    /** Reads messages; throws when the parser does, or when it finds a defect. */
    List<Seen> read(List<byte[]> messages) throws Exception;
}
