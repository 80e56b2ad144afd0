// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.ServerFacts;
import org.wirepost.delivery.Timings;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.transcript.InertJson;

/**
 * Writes what became of the messages as one JSON document, message by message, so that a batch of any length takes no
 * memory. Its form is described by {@code report-schema.json} beside this class; members are only ever added within a
 * version.
 */
public final class JsonReport {

    /** The version of the form. */
    public static final int VERSION = 1;

    private static final double MICROS_PER_MILLI = 1000.0;

    private final BufferedWriter text;
    private final JsonWriter json;

    /**
     * Begins the document.
     *
     * @param out where to; not closed
     * @param program name and version of this program
     * @param started when the command began
     * @throws IOException when it cannot be written
     */
    public JsonReport(OutputStream out, String program, Instant started) throws IOException {
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        json = new JsonWriter(new InertJson(text));
        json.setIndent("  ");
        json.beginObject();
        json.name("version").value(VERSION);
        json.name("program").value(program);
        json.name("started").value(started.truncatedTo(ChronoUnit.MILLIS).toString());
        json.name("messages").beginArray();
    }

    /**
     * Adds a message.
     *
     * @param report what became of it
     * @throws IOException when it cannot be written
     */
    public void add(DeliveryReport report) throws IOException {
        json.beginObject();
        json.name("label").value(report.label());
        json.name("messageId").value(report.messageId().orElse(null));
        json.name("size").value(report.size());
        json.name("dryRun").value(report.dryRun().word());
        json.name("exit").value(report.exitCode().code());
        server(report.server());
        json.name("recipients").beginArray();
        for (Outcome outcome : report.outcomes()) {
            recipient(outcome);
        }
        json.endArray();
        failure(report.failure());
        json.name("attachments").beginArray();
        for (AttachmentNote note : report.attachments()) {
            attachment(note);
        }
        json.endArray();
        findings(report.findings());
        timings(report.timings());
        json.endObject();
    }

    /**
     * Adds a message that is in the outbox now.
     *
     * @param mail as it is there
     * @throws IOException when it cannot be written
     */
    public void add(QueuedMail mail) throws IOException {
        json.beginObject();
        json.name("label").value(mail.label());
        json.name("queued").value(mail.id());
        json.name("messageId").value(mail.messageId().orElse(null));
        json.name("size").value(mail.size());
        json.name("dryRun").value(DryRun.NONE.word());
        json.name("exit").value(ExitCode.OK.code());
        server(Optional.empty());
        json.name("recipients").beginArray();
        for (RecipientStatus recipient : mail.recipients()) {
            json.beginObject();
            json.name("address").value(recipient.address());
            json.name("state").value("queued");
            reply(Optional.empty());
            json.name("stage").value(Stage.MAIL.word());
            json.name("reason").value("It is in the outbox.");
            json.endObject();
        }
        json.endArray();
        failure(Optional.empty());
        json.name("attachments").beginArray().endArray();
        findings(List.of());
        timings(Timings.NONE);
        json.endObject();
    }

    private void server(Optional<ServerFacts> facts) throws IOException {
        json.name("server");
        if (facts.isEmpty()) {
            json.nullValue();
            return;
        }
        ServerFacts server = facts.get();
        json.beginObject();
        json.name("host").value(server.host());
        json.name("port").value(server.port());
        json.name("tls").value(server.tlsVersion().orElse(null));
        json.name("cipher").value(server.cipher().orElse(null));
        json.name("mechanism").value(server.mechanism().orElse(null));
        json.endObject();
    }

    private void recipient(Outcome outcome) throws IOException {
        json.beginObject();
        json.name("address").value(outcome.recipient());
        json.name("state").value(outcome.state());
        reply(outcome.reply());
        json.name("stage").value(outcome.stage().word());
        json.name("reason").value(outcome.reason());
        json.endObject();
    }

    private void reply(Optional<Reply> given) throws IOException {
        if (given.isEmpty()) {
            json.name("code").nullValue();
            json.name("enhanced").nullValue();
            json.name("text").nullValue();
            return;
        }
        Reply reply = given.get();
        json.name("code").value(reply.code());
        json.name("enhanced").value(reply.enhanced().map(Object::toString).orElse(null));
        json.name("text").value(String.join("\n", reply.texts()));
    }

    private void failure(Optional<DeliveryFailure> given) throws IOException {
        json.name("failure");
        if (given.isEmpty()) {
            json.nullValue();
            return;
        }
        DeliveryFailure failure = given.get();
        json.beginObject();
        json.name("kind").value(failure.kind());
        json.name("sentence").value(failure.sentence());
        json.name("exit").value(failure.exitCode().code());
        if (failure instanceof DeliveryFailure.Session session) {
            json.name("stage").value(session.stage().word());
            json.name("permanent").value(session.permanent());
            reply(session.reply());
        }
        json.endObject();
    }

    private void attachment(AttachmentNote note) throws IOException {
        json.beginObject();
        json.name("name").value(note.name());
        json.name("type").value(note.type());
        json.name("handler").value(note.handler());
        json.name("size").value(note.size());
        json.name("inline").value(note.inline());
        json.name("facts").beginArray();
        for (Fact fact : note.facts()) {
            json.beginObject();
            json.name("name").value(fact.name());
            json.name("value").value(fact.value());
            json.endObject();
        }
        json.endArray();
        findings(note.findings());
        json.name("changes").beginArray();
        for (String change : note.changes()) {
            json.value(change);
        }
        json.endArray();
        json.endObject();
    }

    private void findings(List<Finding> findings) throws IOException {
        json.name("findings").beginArray();
        for (Finding finding : findings) {
            json.beginObject();
            json.name("severity").value(finding.severity().name().toLowerCase(Locale.ROOT));
            json.name("code").value(finding.code());
            json.name("message").value(finding.message());
            json.name("offset");
            if (finding.offset() == Finding.NOWHERE) {
                json.nullValue();
            } else {
                json.value(finding.offset());
            }
            json.endObject();
        }
        json.endArray();
    }

    private void timings(Timings timings) throws IOException {
        json.name("millis").beginObject();
        for (Map.Entry<Stage, Duration> stage : timings.stages().entrySet()) {
            json.name(stage.getKey().word()).value(millis(stage.getValue()));
        }
        json.name("total").value(millis(timings.total()));
        json.endObject();
    }

    private static double millis(Duration duration) {
        long micros = duration.toNanos() / 1000;
        return micros / MICROS_PER_MILLI;
    }

    /**
     * Ends the document and flushes it.
     *
     * @param code what the process ends with
     * @param error why the command ended before all messages were tried, if it did
     * @throws IOException when it cannot be written
     */
    public void end(ExitCode code, Optional<String> error) throws IOException {
        json.endArray();
        json.name("error").value(error.orElse(null));
        json.name("exit").value(code.code());
        json.endObject();
        json.flush();
        text.write('\n');
        text.flush();
    }
}
