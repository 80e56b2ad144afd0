// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.ui.internal.attach.AttachmentMemento;

final class PastedFolderTest {

    private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");
    private static final Duration OLD = Duration.ofDays(8);

    @TempDir
    Path data;

    private DraftStore drafts;

    @BeforeEach
    void open() {
        drafts = new DraftStore(data);
    }

    private Path pasted(Duration age) throws IOException {
        Path folder = Files.createDirectories(data.resolve("pasted").resolve(UUID.randomUUID().toString()));
        Path file = Files.writeString(folder.resolve("\u00dcber.png"), "x");
        for (Path each : List.of(file, folder)) {
            Files.setLastModifiedTime(each, FileTime.from(NOW.minus(age)));
        }
        return file;
    }

    private void draft(String id, Path file) throws IOException {
        drafts.save(new DraftRecord(id, 5, LetterContent.EMPTY,
                List.of(new AttachmentMemento(file.toString(), false, Map.of(), false, true, 1, 1))), Optional.empty());
    }

    private void sweep() throws IOException {
        new PastedFolder(data).sweep(NOW);
    }

    @Test
    void whatNoLetterNamesGoesAfterAWeekWithItsFolder() throws IOException {
        Path old = pasted(OLD);
        Path young = pasted(Duration.ofDays(6));
        sweep();
        assertThat(old.getParent()).doesNotExist();
        assertThat(young).exists();
        new PastedFolder(data).sweep(NOW.plus(Duration.ofDays(2)));
        assertThat(young.getParent()).doesNotExist();
    }

    @Test
    void aFolderThatIsEmptyGoesToo() throws IOException {
        Path old = pasted(OLD);
        Files.delete(old);
        Files.setLastModifiedTime(old.getParent(), FileTime.from(NOW.minus(OLD)));
        sweep();
        assertThat(data.resolve("pasted")).isEmptyDirectory();
    }

    @Test
    void whatALetterNamesStays() throws IOException {
        Path written = pasted(OLD);
        Path deleted = pasted(OLD);
        Path sent = pasted(OLD);
        Path orphan = pasted(OLD);
        draft("d-1", written);
        draft("d-2", deleted);
        drafts.delete("d-2");
        new SentStore(data).add(new SentRecord("20260101-100000-a", "a", 1, "Lab", "m@x", 9, List.of(),
                LetterContent.EMPTY.with(next -> next.eml = sent.toString()), false));
        sweep();
        assertThat(List.of(written, deleted, sent)).allSatisfy(file -> assertThat(file).exists());
        assertThat(orphan).doesNotExist();
        drafts.restore("d-2");
        sweep();
        assertThat(deleted).exists();
        new SentStore(data).delete("20260101-100000-a");
        sweep();
        assertThat(sent).exists();
        new SentStore(data).purge();
        sweep();
        assertThat(sent).doesNotExist();
    }

    @Test
    void whatADamagedDraftNamesStays() throws IOException {
        Path file = pasted(OLD);
        Path aside = pasted(OLD);
        Path folder = Files.createDirectories(data.resolve("drafts/d-1"));
        Files.writeString(folder.resolve("envelope.json"), "{\"files\": [{\"path\": \"" + file);
        Files.writeString(folder.resolve("envelope.json.unreadable"), "{\"files\": [{\"path\": \"" + aside);
        sweep();
        assertThat(file).exists();
        assertThat(aside).exists();
    }

    @Test
    void nothingGoesWhereALetterCannotBeRead() throws IOException {
        Path file = pasted(OLD);
        Files.createDirectories(data.resolve("drafts/d-1/envelope.json"));
        assertThatThrownBy(this::sweep).isInstanceOf(IOException.class);
        assertThat(file).exists();
    }

    @Test
    void whatWasNotMadeByPastingStays() throws IOException {
        Path other = Files.createDirectories(data.resolve("pasted/mine")).resolve("a.png");
        Path loose = data.resolve("pasted/b.png");
        for (Path each : List.of(other, loose)) {
            Files.setLastModifiedTime(Files.writeString(each, "x"), FileTime.from(NOW.minus(OLD)));
        }
        sweep();
        assertThat(other).exists();
        assertThat(loose).exists();
    }

    @Test
    void whereNothingWasEverPastedNothingIsDone() throws IOException {
        sweep();
        assertThat(data).isEmptyDirectory();
    }
}
