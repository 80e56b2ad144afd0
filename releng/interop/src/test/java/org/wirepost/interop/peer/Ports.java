// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that want several of them at fixed distances. */
final class Ports {

    /** Below the ports that Linux hands out by itself, and away from those that the scripts take unless told. */
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private Ports() {
    }

    /** Returns a base above which all of these ports are free at this moment. */
    static int base(int... offsets) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST / 100, HIGHEST / 100) * 100;
            if (areFree(base, offsets)) {
                return base;
            }
        }
        throw new IOException("No range of free ports was found between " + LOWEST + " and " + HIGHEST);
    }

    private static boolean areFree(int base, int... offsets) {
        for (int offset : offsets) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + offset));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
