// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.attach.AttachmentMemento;

final class StoresTest {

    private static final Optional<Mailbox> ANN = Optional.of(new Mailbox("Ann", "ann", "example.org"));

    @TempDir
    Path data;

    private static LetterContent content() {
        return LetterContent.EMPTY.with(next -> {
            next.to = "bo@@example.org";
            next.cc = "cy@example.org";
            next.subject = "\u00dcber \u2603";
            next.body = "Line  \n\n-- \nAnn";
            next.signature = "Ann";
            next.references = List.of("a@b");
            next.delivered = List.of("cy@example.org");
        });
    }

    @Test
    void aDraftComesBackExactlyAsItWasTyped() throws IOException {
        DraftStore store = new DraftStore(data);
        DraftRecord draft = new DraftRecord("d-1", 5, content(),
                List.of(new AttachmentMemento("/x/y.jpg", true, Map.of("a", "b"), true, false, 7, 8)));
        store.save(draft, ANN);
        assertThat(new DraftStore(data).load("d-1")).contains(draft);
        assertThat(Files.readString(data.resolve("drafts/d-1/letter.eml"), StandardCharsets.UTF_8))
                .contains("From: Ann <ann@example.org>", "Cc: cy@example.org", "X-Unsent: 1")
                .doesNotContain("bo@@example.org");
    }

    @Test
    void aDraftWithADamagedEnvelopeComesBackFromItsMessageFile() throws IOException {
        DraftStore store = new DraftStore(data);
        store.save(new DraftRecord("d-1", 5, content(), List.of()), Optional.empty());
        Files.writeString(data.resolve("drafts/d-1/envelope.json"), "{\"content\": ");
        LetterContent back = store.load("d-1").orElseThrow().content();
        assertThat(back.subject()).isEqualTo("\u00dcber \u2603");
        assertThat(back.body()).startsWith("Line  \n\n-- \nAnn");
        assertThat(store.list()).hasSize(1);
        assertThat(store.load("d-1").orElseThrow().content().note()).contains("envelope.json", "no JSON");
    }

    @Test
    void anEnvelopeThatCannotBeReadIsKeptBesideTheOneWrittenNext() throws IOException {
        DraftStore store = new DraftStore(data);
        DraftRecord draft = new DraftRecord("d-1", 5, content(), List.of());
        for (String damage : List.of("{\"content\": ", "{\"saved\": \"x\"}")) {
            store.save(draft, ANN);
            Files.writeString(data.resolve("drafts/d-1/envelope.json"), damage);
        }
        store.save(draft, ANN);
        assertThat(store.load("d-1")).contains(draft);
        assertThat(data.resolve("drafts/d-1/envelope.json.unreadable")).hasContent("{\"content\": ");
        assertThat(data.resolve("drafts/d-1/envelope.json.unreadable-2")).hasContent("{\"saved\": \"x\"}");
    }

    @Test
    void aDraftThatCannotBeReadIsNamedAndStays() throws IOException {
        DraftStore store = new DraftStore(data);
        store.save(new DraftRecord("d-1", 5, content(), List.of()), ANN);
        Path envelope = Files.createDirectories(data.resolve("drafts/d-2")).resolve("envelope.json");
        Files.writeString(envelope, "{\"id\": \"d-2\", \"content\": {\"to\": 5}}");
        assertThatThrownBy(() -> store.load("d-2")).isInstanceOf(IOException.class)
                .hasMessageContaining("d-2").hasMessageContaining("\"content.to\" is no text");
        assertThat(store.list()).extracting(DraftRecord::id).containsExactlyInAnyOrder("d-1", "d-2");
        DraftRecord named = store.list().stream().filter(draft -> draft.id().equals("d-2")).findFirst().orElseThrow();
        assertThat(named.content().subject()).contains("d-2");
        assertThat(named.content().failure()).contains("\"content.to\" is no text");
        store.delete("d-2");
        store.purge();
        store.restore("d-2");
        assertThat(envelope).hasContent("{\"id\": \"d-2\", \"content\": {\"to\": 5}}");
    }

    @Test
    void aRecordOfALetterSentThatCannotBeReadIsNamedAndStays() throws IOException {
        Path file = Files.createDirectories(data.resolve("sent/20260101-100000-a")).resolve("sent.json");
        Files.writeString(file, "{\"recipients\": 5}");
        SentRecord named = new SentStore(data).list().get(0);
        assertThat(named.id()).isEqualTo("20260101-100000-a");
        assertThat(named.label()).contains("20260101-100000-a");
        assertThat(file).hasContent("{\"recipients\": 5}");
    }

    @Test
    void anOlderFileThatLacksWordsIsRead() throws IOException {
        Files.createDirectories(data.resolve("drafts/old"));
        Files.writeString(data.resolve("drafts/old/envelope.json"),
                "{\"id\":\"old\",\"content\":{\"to\":\"a@b.org\"}}");
        LetterContent old = new DraftStore(data).load("old").orElseThrow().content();
        assertThat(old.to()).isEqualTo("a@b.org");
        assertThat(old.delivered()).isEmpty();
    }

    @Test
    void whatIsDeletedComesBackUntilItIsPurged() throws IOException {
        DraftStore store = new DraftStore(data);
        Path own = Files.writeString(data.resolve("pasted.png"), "x");
        store.save(new DraftRecord("d-1", 5, content(),
                List.of(new AttachmentMemento(own.toString(), false, Map.of(), false, true, 1, 1))), ANN);
        store.delete("d-1");
        assertThat(store.load("d-1")).isEmpty();
        store.restore("d-1");
        assertThat(store.load("d-1")).isPresent();
        store.delete("d-1");
        store.purge();
        store.restore("d-1");
        assertThat(store.load("d-1")).isEmpty();
        assertThat(own).doesNotExist();
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        DraftStore store = new DraftStore(data);
        assertThatThrownBy(() -> store.load("../../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNewestRecordOfALetterSentComesFirst() throws IOException {
        SentStore store = new SentStore(data);
        for (String id : List.of("20260101-100000-a", "20260102-100000-b")) {
            store.add(new SentRecord(id, id, 1, "Lab", "m@x", 9,
                    List.of(new SentRecord.Recipient("a@b.org", "accepted", "250 ok")), content(), false));
        }
        assertThat(store.list()).extracting(SentRecord::id).containsExactly("20260102-100000-b", "20260101-100000-a");
        assertThat(store.eml("20260101-100000-a")).isEmpty();
        assertThat(SentStore.newId()).matches("\\d{8}-\\d{6}-[0-9a-f]{8}");
    }

    @Test
    void aLetterWithNothingButASignatureIsBlank() {
        assertThat(LetterContent.EMPTY.isBlank()).isTrue();
        assertThat(LetterContent.EMPTY.with(next -> next.body = "\n\n-- \nAnn").isBlank()).isTrue();
        assertThat(LetterContent.EMPTY.with(next -> next.body = "Hi\n\n-- \nAnn").isBlank()).isFalse();
    }
}
