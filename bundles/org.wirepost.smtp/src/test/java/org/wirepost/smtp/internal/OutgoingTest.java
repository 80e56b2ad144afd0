// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {

    @TempDir
    private Path folder;

    @Test
    void givesEachMebibyteOfAFileADeadlineOfItsOwn() throws IOException {
        byte[] octets = new byte[5 * 512 * 1024];
        new Random(1).nextBytes(octets);
        FakeWire wire = new FakeWire();
        Outgoing outgoing = new Outgoing(wire, () -> false, 1);

        try (FileChannel file = FileChannel.open(Files.write(folder.resolve("file"), octets))) {
            outgoing.region(file, 0, octets.length);
        }

        assertThat(wire.writes()).isEqualTo(3);
        assertThat(wire.written()).isEqualTo(octets);
        assertThat(outgoing.position()).isEqualTo(octets.length);
    }
}
