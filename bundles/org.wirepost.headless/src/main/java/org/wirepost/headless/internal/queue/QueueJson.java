// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.outbox.Note;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.transcript.InertJson;

/** Mails of an outbox as JSON, for scripts; members are only ever added. */
public final class QueueJson {

    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(new InertJson(text));

    private QueueJson() {
        json.setIndent("  ");
    }

    @FunctionalInterface
    private interface Content {
        void write(QueueJson to) throws IOException;
    }

    private static String text(Content content) {
        QueueJson writer = new QueueJson();
        try {
            content.write(writer);
            writer.json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.text.append('\n').toString();
    }

    /**
     * Returns the outbox: its mails, and the accounts that are held.
     *
     * @param mails the mails
     * @param held the accounts, with the reason
     * @return one JSON object, ended by LF
     */
    public static String list(List<QueuedMail> mails, Map<String, String> held) {
        return text(to -> {
            to.json.beginObject().name("mails").beginArray();
            for (QueuedMail mail : mails) {
                to.json.beginObject();
                to.mail(mail);
                to.json.endObject();
            }
            to.json.endArray().name("heldAccounts").beginObject();
            for (Map.Entry<String, String> account : held.entrySet()) {
                to.json.name(account.getKey()).value(account.getValue());
            }
            to.json.endObject().endObject();
        });
    }

    /**
     * Returns one mail with its history.
     *
     * @param mail the mail
     * @param history what has happened to it
     * @return one JSON object, ended by LF
     */
    public static String one(QueuedMail mail, List<Note> history) {
        return text(to -> {
            to.json.beginObject();
            to.mail(mail);
            to.json.name("history").beginArray();
            for (Note note : history) {
                to.note(note);
            }
            to.json.endArray().endObject();
        });
    }

    private void mail(QueuedMail mail) throws IOException {
        json.name("id").value(mail.id());
        json.name("state").value(mail.state().word());
        json.name("label").value(mail.label());
        json.name("account").value(mail.account());
        json.name("subject").value(mail.subject());
        json.name("messageId").value(mail.messageId().orElse(null));
        json.name("size").value(mail.size());
        json.name("sender").value(mail.envelope().sender().orElse(""));
        time("created", Optional.of(mail.created()));
        time("notBefore", mail.notBefore());
        time("expires", mail.expires());
        time("nextTry", mail.nextTry());
        json.name("attempts").value(mail.attempts());
        json.name("held").value(mail.held().orElse(null));
        json.name("recipients").beginArray();
        for (RecipientStatus each : mail.recipients()) {
            json.beginObject();
            json.name("address").value(each.address());
            json.name("state").value(each.state().word());
            json.name("reason").value(each.reason());
            json.name("reply").value(each.reply().orElse(null));
            time("decided", each.decided());
            time("nextTry", each.nextTry());
            json.endObject();
        }
        json.endArray();
    }

    private void note(Note note) throws IOException {
        json.beginObject();
        time("time", Optional.of(note.time()));
        json.name("kind").value(note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.name("attempt").value(note.attempt());
        json.name("recipient").value(note.recipient().orElse(null));
        json.name("words").value(note.words());
        json.name("reply").value(note.reply().orElse(null));
        time("nextTry", note.nextTry());
        json.endObject();
    }

    private void time(String name, Optional<Instant> time) throws IOException {
        json.name(name).value(time.map(each -> each.truncatedTo(ChronoUnit.MILLIS).toString()).orElse(null));
    }
}
