// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.lab.StoredMessage;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.draft.SentRecord;
import org.wirepost.ui.internal.compose.eml.EmlReader;
import org.wirepost.ui.internal.compose.eml.OpenedMessage;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.session.ContentRun;
import org.wirepost.ui.internal.session.Entry;
import org.wirepost.ui.internal.session.Recording;

/** What the composer shows before a letter is sent, what goes over the wire and what is kept are the same octets. */
final class SentOctetsTest {

    @TempDir
    Path home;

    private Desk desk;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "there is no display");
        desk = new Desk(home);
        desk.settings.store().setValue(SendDesk.UNDO_SECONDS, 0);
        byte[] noise = new byte[70_000];
        new Random(11).nextBytes(noise);
        file = Files.write(home.resolve("noise.bin"), noise);
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    private Label size() {
        return (Label) Desk.find(desk.shell, "compose.size");
    }

    private long shown() {
        String octets = Optional.ofNullable(size().getToolTipText()).orElse("").replaceAll("[^0-9]", "");
        return octets.isEmpty() ? 0 : Long.parseLong(octets);
    }

    private Composer write(String body) {
        List.of(desk.shell.getChildren()).forEach(Control::dispose);
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.type("to", "bo@lab.test");
        desk.type("bcc", "cy@lab.test");
        desk.type("subject", "Noise");
        desk.type("body", body);
        composer.letter().attachments().add(file);
        return composer;
    }

    /** Sends it; returns what the lab stored. */
    private StoredMessage send(Composer composer) throws IOException {
        int before = desk.lab.messages().size();
        composer.send();
        desk.until(() -> sent().size() == before + 1 && desk.letters.all().isEmpty());
        List<StoredMessage> stored = desk.lab.messages();
        assertThat(stored).hasSize(before + 1);
        return stored.get(before);
    }

    private List<SentRecord> sent() {
        try {
            return desk.sent.list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivery latest() {
        List<Delivery> all = desk.room.deliveries.deliveries();
        return all.get(all.size() - 1);
    }

    private static ContentRun content(Recording recording) {
        return recording.all().entries().stream().map(Entry::content).flatMap(Optional::stream).findFirst()
                .orElseThrow();
    }

    private byte[] kept(String messageId) throws IOException {
        SentRecord record = sent().stream().filter(one -> one.messageId().equals(messageId)).findFirst().orElseThrow();
        assertThat(record.content().bcc()).isEqualTo("cy@lab.test");
        return Files.readAllBytes(desk.sent.eml(record.id()).orElseThrow());
    }

    /** Writes one letter to a server that nobody knows and one to the same when it is known. */
    private void twoLetters() throws IOException {
        for (int i = 0; i < 2; i++) {
            Composer composer = write("Some words.");
            desk.until(() -> size().getText().matches(".*(exactly as sent|of at most).*") && shown() > 70_000);
            long shown = shown();
            StoredMessage stored = send(composer);
            assertThat(stored.text()).contains("Content-Transfer-Encoding: base64");
            assertThat(stored.octets()).isEqualTo(shown);
            assertSent(stored);
        }
    }

    private void assertSent(StoredMessage stored) throws IOException {
        Delivery delivery = latest();
        assertThat(delivery.total()).isEqualTo(stored.octets());
        assertThat(delivery.report().orElseThrow().size()).isEqualTo(stored.octets());
        Recording recording = delivery.recording().orElseThrow();
        assertThat(content(recording).total()).isEqualTo(stored.octets());
        assertThat(recording.layout().orElseThrow().letterId()).isEqualTo(delivery.draftId());
        byte[] kept = kept(delivery.report().orElseThrow().messageId().orElseThrow());
        assertThat(kept).isEqualTo(stored.bytes());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("cy@lab.test");
        OpenedMessage read = new EmlReader(home.resolve("read" + stored.number())).read(Files.write(
                home.resolve("kept.eml"), kept));
        assertThat(read.files()).hasSize(1);
        assertThat(read.files().get(0).file()).hasSameBinaryContentAs(file);
        assertThat(stored.recipientAddresses()).containsExactly("bo@lab.test", "cy@lab.test");
    }

    @Test
    void aServerThatTakesBinaryMimeGetsWhatIsShownAndKept() throws IOException {
        desk.startLab();
        twoLetters();
    }

    @Test
    void aServerThatDoesNotTakeBinaryMimeGetsWhatIsShownAndKept() throws IOException {
        Account lab = desk.startLab();
        Account plain = Account.of("Plain", lab.identities().get(0),
                lab.server().without(Set.of("BINARYMIME")), lab.login());
        desk.room.book.removeTemporary(lab.name());
        desk.room.book.addTemporary(plain);
        twoLetters();
    }

    @Test
    void whatIsKeptIsWhatWasQueuedWhateverBecomesOfTheFile() throws IOException {
        desk.startLab();
        desk.settings.store().setValue(SendDesk.UNDO_SECONDS, 30);
        Composer composer = write("Some words.");
        composer.send();
        desk.until(() -> latestState() == Delivery.State.WAITING);
        byte[] noise = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        desk.room.deliveries.sendNow(latest());
        desk.until(() -> sent().size() == 1 && desk.letters.all().isEmpty());
        Files.write(file, noise);
        assertSent(desk.lab.messages().get(0));
    }

    private Delivery.State latestState() {
        return desk.room.deliveries.deliveries().isEmpty() ? Delivery.State.PREPARING : latest().state();
    }
}
