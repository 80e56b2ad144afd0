// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.ui.internal.CutPhoto;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.draft.SentRecord;
import org.wirepost.ui.internal.lab.LabAnswer;

final class ComposerTest {

    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "there is no display");
        desk = new Desk(home);
        desk.settings.store().setValue(SendDesk.UNDO_SECONDS, 0);
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    private List<SentRecord> sent() {
        try {
            return desk.sent.list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<DraftRecord> drafts() {
        try {
            return desk.drafts.list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLetterThatIsTakenGoesToSentAndItsDraftGoes() throws IOException {
        desk.startLab();
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.type("to", "bo@lab.test");
        desk.type("subject", "Hello");
        desk.type("body", "Some words.");
        desk.letters.keeper().save(composer.letter());
        desk.until(() -> drafts().size() == 1);
        composer.send();
        desk.until(() -> sent().size() == 1 && drafts().isEmpty());
        assertThat(desk.lab.messages()).hasSize(1);
        SentRecord record = sent().get(0);
        assertThat(record.label()).isEqualTo("Hello");
        assertThat(record.recipients()).extracting(SentRecord.Recipient::state).containsExactly("accepted");
        assertThat(Files.readString(desk.sent.eml(record.id()).orElseThrow())).contains("Message-ID: <"
                + record.messageId() + ">", "Some words.");
        assertThat(desk.letters.all()).isEmpty();
        desk.until(() -> !desk.services.history().find("bo", 9).isEmpty());
    }

    @Test
    void aLetterThatIsRefusedStaysWithTheWordsOfTheServer() throws IOException {
        desk.startLab();
        desk.lab.setAnswer(LabAnswer.REFUSE);
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.type("to", "bo@lab.test, cy@lab.test");
        desk.type("subject", "Hello");
        composer.send();
        desk.until(() -> desk.shows("notice.failure"));
        LetterContent content = composer.letter().content();
        assertThat(content.failure()).contains("bo@lab.test: 550 5.1.1 No such user here");
        assertThat(content.delivered()).containsExactly("cy@lab.test");
        assertThat(content.to()).isEqualTo("bo@lab.test, cy@lab.test");
        desk.lab.setAnswer(LabAnswer.ACCEPT);
        desk.press("tryAgain");
        desk.until(() -> sent().size() == 2);
        assertThat(sent()).anySatisfy(record -> assertThat(record.recipients())
                .extracting(SentRecord.Recipient::address).containsExactly("bo@lab.test"));
    }

    @Test
    void aLetterThatIsTakenBackIsThereExactlyAsItWas() throws IOException {
        desk.startLab();
        desk.settings.store().setValue(SendDesk.UNDO_SECONDS, 30);
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.type("to", "bo@lab.test");
        desk.type("subject", "Hello");
        composer.send();
        desk.until(() -> desk.shows("undo"));
        assertThat(composer.body().control().getEditable()).isFalse();
        LetterContent before = composer.letter().content().with(next -> {
            next.failure = "";
            next.queued = false;
        });
        desk.press("undo");
        desk.until(() -> !composer.isSending());
        assertThat(composer.letter().content()).isEqualTo(before);
        assertThat(composer.body().control().getEditable()).isTrue();
        assertThat(desk.lab.messages()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidInPlaceAndNothingIsSent() throws IOException {
        Composer composer = desk.write(LetterContent.EMPTY);
        assertThat(desk.shows("notice.sender")).isTrue();
        desk.startLab();
        desk.until(() -> !desk.shows("notice.sender"));
        desk.type("to", "bo@@lab.test");
        assertThat(((Label) Desk.find(desk.shell, "compose.to.note")).getText()).isNotBlank();
        composer.send();
        assertThat(desk.shows("notice.refused")).isTrue();
        desk.type("to", "bo@lab.test");
        assertThat(Desk.find(desk.shell, "compose.to.note").getVisible()).isFalse();
        desk.type("subject", "Photos");
        desk.type("body", "The photos are attached.");
        composer.send();
        assertThat(desk.shows("notice.reminder")).isTrue();
        assertThat(desk.lab.messages()).isEmpty();
        desk.press("sendAnyway");
        desk.until(() -> desk.lab.messages().size() == 1);
        desk.until(() -> sent().size() == 1);
    }

    private Composer writeWith(Path... files) throws IOException {
        CutPhoto.watchOver(desk.room.delivery);
        desk.startLab();
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.type("to", "bo@lab.test");
        desk.type("subject", "A file");
        composer.letter().attachments().addAll(List.of(files));
        return composer;
    }

    private String refusal(Composer composer) {
        desk.until(() -> desk.shows("notice.refused"));
        return composer.notices().question().orElseThrow().text();
    }

    @Test
    void aDamagedFileGoesOutAsItIsWhenAPersonSaysSo() throws IOException {
        Path photo = Files.write(home.resolve("photo.jpg"), CutPhoto.octets());
        Composer composer = writeWith(photo);
        composer.send();
        assertThat(refusal(composer)).contains("photo.jpg", "cut off");
        assertThat(desk.shows("dismissQuestion")).isTrue();
        assertThat(desk.lab.messages()).isEmpty();
        desk.press("sendAnyway");
        desk.until(() -> sent().size() == 1);
        assertThat(desk.lab.messages()).hasSize(1);
        assertThat(Files.readString(desk.sent.eml(sent().get(0).id()).orElseThrow(), ISO_8859_1)).contains("photo.jpg",
                Base64.getMimeEncoder().encodeToString(CutPhoto.octets()));
    }

    @Test
    void damageIsAllowedForOneSendingOnly() throws IOException {
        desk.settings.store().setValue(SendDesk.UNDO_SECONDS, 30);
        Composer composer = writeWith(Files.write(home.resolve("photo.jpg"), CutPhoto.octets()));
        composer.send();
        refusal(composer);
        desk.press("sendAnyway");
        desk.until(() -> desk.shows("undo"));
        assertThat(desk.room.deliveries.deliveries()).hasSize(1);
        desk.press("undo");
        desk.until(() -> !composer.isSending());
        composer.send();
        assertThat(refusal(composer)).contains("cut off");
        assertThat(desk.room.deliveries.deliveries()).hasSize(1);
    }

    @Test
    void aFileFoundDamagedSinceIsNamedFirstAndOneThatIsGoneIsNotSent() throws IOException {
        Path second = Files.write(home.resolve("second.jpg"), CutPhoto.octets());
        Composer composer = writeWith(Files.write(home.resolve("first.jpg"), CutPhoto.octets()));
        composer.send();
        assertThat(refusal(composer)).contains("first.jpg").doesNotContain("second.jpg");
        composer.letter().attachments().add(second);
        desk.press("sendAnyway");
        desk.until(() -> composer.notices().question().filter(asked -> asked.text().contains("second.jpg"))
                .isPresent());
        Files.delete(second);
        desk.press("sendAnyway");
        desk.until(() -> desk.shows("notice.refused") && !desk.shows("sendAnyway"));
        assertThat(refusal(composer)).contains("first.jpg", "second.jpg");
        assertThat(desk.room.deliveries.deliveries()).isEmpty();
    }

    @Test
    void focusGoesFromTheRecipientsToTheSubjectTheTextAndTheButtons() throws IOException {
        desk.startLab();
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.shell.forceActive();
        desk.until(() -> desk.shell.getDisplay().getActiveShell() == desk.shell);
        composer.focus("to");
        desk.until(() -> desk.focus().equals("compose.to"));
        for (String next : List.of("cc", "subject", "body")) {
            desk.pressTab();
            desk.until(() -> desk.focus().equals("compose." + next));
        }
    }

    @Test
    void aMessageFileBecomesALetterWithItsFiles() throws IOException {
        Path eml = home.resolve("a.eml");
        Files.writeString(eml, "From: x@y.test\nTo: bo@lab.test\nSubject: Old\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText\n--b\n"
                + "Content-Type: text/plain; name=n.txt\n"
                + "Content-Disposition: attachment; filename=n.txt\n\nx\n--b--\n");
        desk.letters.openEml(eml);
        desk.until(() -> desk.letters.all().size() == 1);
        Letter letter = desk.letters.all().get(0);
        assertThat(letter.content().subject()).isEqualTo("Old");
        assertThat(letter.content().body().strip()).isEqualTo("Text");
        assertThat(letter.attachments().items()).hasSize(1);
        desk.until(() -> drafts().size() == 1);
    }

    @Test
    void aLetterWithNothingInItLeavesNoDraft() {
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.letters.closed(composer.letter(), false);
        desk.until(() -> drafts().isEmpty());
        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void whatWasSaidGoesAsSoonAsItIsMended() throws IOException {
        Path file = Files.writeString(home.resolve("notes.txt"), "Hello");
        Composer composer = writeWith(file);
        desk.type("to", "bo@@lab.test");
        composer.send();
        assertThat(desk.shows("notice.refused")).isTrue();
        desk.type("to", "bo@lab.test");
        desk.until(() -> !desk.shows("notice.refused"));
        Path aside = Files.move(file, home.resolve("aside.txt"));
        composer.send();
        desk.until(() -> desk.shows("notice.refused"));
        Files.move(aside, file);
        desk.until(() -> !desk.shows("notice.refused"));
        composer.send();
        desk.until(() -> sent().size() == 1);
    }

    @Test
    void aDraftIsKeptSoonAfterItIsWrittenAndComesBack() {
        Composer composer = desk.write(LetterContent.EMPTY);
        desk.type("subject", "Kept");
        desk.until(() -> drafts().size() == 1);
        assertThat(composer.letter().isUnsaved()).isFalse();
        desk.letters.closed(composer.letter(), false);
        Letter[] back = new Letter[1];
        desk.letters.fetch(composer.letter().id(), letter -> back[0] = letter);
        desk.until(() -> back[0] != null);
        assertThat(back[0].content().subject()).isEqualTo("Kept");
    }
}
