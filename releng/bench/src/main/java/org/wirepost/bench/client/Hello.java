// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

/** Does nothing: what a virtual machine takes to start and to end. */
public final class Hello {

    private Hello() {
    }

    /** Says hello. */
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
