// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.itests.guest;

/** A class that is not loaded before the content is half read. */
final class Late {

    private Late() {
    }

    static byte upper(byte letter) {
        return (byte) Character.toUpperCase(letter);
    }
}
