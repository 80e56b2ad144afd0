// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.content;
import static org.wirepost.ui.internal.session.Samples.started;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.transcript.TranscriptFormat;
import org.wirepost.ui.internal.session.Recording;

class ExportTest {

    private final Recording recording = Told.recording(started(0, "none"), command(81, Stage.EHLO, "EHLO me"),
            content(90, 0, 60, 100), content(95, 60, 40, 100));

    @Test
    void writesTextAsTheCommandLineDoes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("session.txt"), "old");
        Export.save(recording, file);
        assertThat(Files.readString(file)).contains("   0.081 C: EHLO me\n").contains("in 2 blocks");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesJsonWithEveryBlockAndTheTimeOfTheSession(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("session.jsonl");
        Export.save(recording, file);
        assertThat(Files.readString(file)).isEqualTo(Export.of(recording, TranscriptFormat.JSON));
        assertThat(Files.readAllLines(file)).hasSize(4).first().asString().contains(recording.started().toString());
    }

    @Test
    void leavesWhatWasThereWhenItCannotWrite(@TempDir Path folder) {
        assertThatThrownBy(() -> Export.save(recording, folder.resolve("no/such/folder.txt")))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("no")).doesNotExist();
    }
}
