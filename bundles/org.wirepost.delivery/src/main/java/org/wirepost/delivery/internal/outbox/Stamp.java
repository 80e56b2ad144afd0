// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A small file that is different after every change, for those who want to know that there was one. */
public final class Stamp {

    private final Path file;

    Stamp(Path file) {
        this.file = file;
    }

    /** Says that something has changed. That this is not seen is no fault, so it never fails. */
    public void renew() {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                LocalDisk.file())) {
            ByteBuffer octets = ByteBuffer.allocate(2 * Long.BYTES);
            octets.putLong(ThreadLocalRandom.current().nextLong()).putLong(System.nanoTime()).flip();
            channel.write(octets, 0);
        } catch (IOException e) {
            System.getLogger(Stamp.class.getName()).log(System.Logger.Level.DEBUG, "The outbox's stamp stays", e);
        }
    }

    /** Returns what it is now; the empty text when there is none. */
    public String read() {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            return "";
        }
    }
}
