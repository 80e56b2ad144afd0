// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.transcript.Palette;
import org.wirepost.transcript.TranscriptFormat;
import org.wirepost.transcript.TranscriptRecorder;
import org.wirepost.ui.internal.session.Recording;

/** Writes a recording as the command line writes transcripts. Not on the user interface thread. */
final class Export {

    private Export() {
    }

    /** Returns a recording as text for people or as JSON Lines. */
    static String of(Recording recording, TranscriptFormat format) {
        StringBuilder out = new StringBuilder();
        List<IOException> never = new ArrayList<>();
        Recording.Slice all = recording.all();
        boolean json = format == TranscriptFormat.JSON;
        if (all.droppedRows() > 0 && !json) {
            out.append("* ").append(Messages.bind(Messages.rowsDropped, all.droppedRows())).append('\n');
        }
        try (TranscriptRecorder writer = json ? TranscriptRecorder.json(out, recording::started, never::add)
                : TranscriptRecorder.text(out, Palette.NONE, never::add)) {
            all.entries().forEach(entry -> entry.events().forEach(writer::on));
        }
        return out.toString();
    }

    /**
     * Writes a recording into a file, in the format that its name asks for. The file is replaced in one step, so that
     * it is whole or what it was before.
     *
     * @throws IOException when it cannot be written; what was there before is unchanged
     */
    static void save(Recording recording, Path file) throws IOException {
        ByteBuffer octets = StandardCharsets.UTF_8.encode(of(recording, TranscriptFormat.of(file)));
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path fresh = Files.createTempFile(target.getParent(), ".wirepost-", ".new");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
