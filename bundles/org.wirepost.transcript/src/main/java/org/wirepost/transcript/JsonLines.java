// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ConnectFailed;
import org.wirepost.smtp.dialogue.DialogueEvent.Connected;
import org.wirepost.smtp.dialogue.DialogueEvent.Connecting;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueEvent.Decided;
import org.wirepost.smtp.dialogue.DialogueEvent.Deviation;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.Resolved;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.smtp.dialogue.DialogueEvent.StrayReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsFailed;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsStarted;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;

/** A session as JSON Lines; the format is described in the package documentation. */
final class JsonLines implements SessionLines {

    private static final int VERSION = 1;

    private final int number;
    private final InstantSource clock;
    private boolean started;
    private long start;

    JsonLines(int number, InstantSource clock) {
        this.number = number;
        this.clock = clock;
    }

    @Override
    public String write(DialogueEvent event, boolean numbered) {
        if (!started) {
            started = true;
            start = event.nanos();
        }
        StringWriter line = new StringWriter();
        try (JsonWriter json = new JsonWriter(line)) {
            json.beginObject().name("v").value(VERSION).name("session").value(number).name("ns")
                    .value(event.nanos() - start).name("stage").value(event.stage().word()).name("event");
            if (!said(json, event) && !connected(json, event) && !encrypted(json, event)) {
                judged(json, event);
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return InertJson.of(line.toString()) + "\n";
    }

    private static boolean said(JsonWriter json, DialogueEvent event) throws IOException {
        if (event instanceof CommandSent sent) {
            json.value("command").name("text").value(sent.text()).name("octets").value(sent.octets())
                    .name("withheld").value(sent.withheld());
        } else if (event instanceof ReplyReceived received) {
            json.value("reply");
            reply(json, received.reply());
        } else if (event instanceof ContentSent block) {
            json.value("content").name("offset").value(block.offset()).name("length").value(block.length())
                    .name("octets").value(block.octets()).name("total").value(block.total());
        } else if (event instanceof StrayReceived stray) {
            json.value("stray").name("text").value(stray.text()).name("octets").value(stray.octets());
        } else {
            return false;
        }
        return true;
    }

    private boolean connected(JsonWriter json, DialogueEvent event) throws IOException {
        if (event instanceof SessionStarted session) {
            json.value("session").name("host").value(session.host()).name("port").value(session.port())
                    .name("tls").value(session.tls()).name("at").value(clock.instant().toString());
        } else if (event instanceof Resolved resolved) {
            json.value("resolved").name("host").value(resolved.host());
            strings(json, "addresses", resolved.addresses().stream().map(InetAddress::getHostAddress).toList());
        } else if (event instanceof Connecting connecting) {
            json.value("connecting").name("remote").value(TranscriptText.endpoint(connecting.remote()));
        } else if (event instanceof ConnectFailed failed) {
            json.value("connect-failed").name("remote").value(TranscriptText.endpoint(failed.remote()))
                    .name("reason").value(failed.reason());
        } else if (event instanceof Connected connected) {
            json.value("connected").name("remote").value(TranscriptText.endpoint(connected.remote()))
                    .name("local").value(TranscriptText.endpoint(connected.local()));
        } else {
            return false;
        }
        return true;
    }

    private static boolean encrypted(JsonWriter json, DialogueEvent event) throws IOException {
        if (event instanceof TlsStarted) {
            json.value("tls-started");
        } else if (event instanceof TlsEstablished tls) {
            json.value("tls-established").name("version").value(tls.facts().version()).name("cipher")
                    .value(tls.facts().cipher()).name("host").value(tls.facts().host()).name("sent").value(tls.sent())
                    .name("received").value(tls.received());
            chain(json, tls.facts().chain());
        } else if (event instanceof TlsFailed failed) {
            json.value("tls-failed").name("reason").value(failed.reason()).name("sent").value(failed.sent())
                    .name("received").value(failed.received());
            chain(json, failed.chain());
        } else {
            return false;
        }
        return true;
    }

    private static void judged(JsonWriter json, DialogueEvent event) throws IOException {
        if (event instanceof CapabilitiesLearned learned) {
            json.value("capabilities").name("encrypted").value(learned.encrypted());
            capabilities(json, learned.capabilities());
        } else if (event instanceof Deviation deviation) {
            json.value("deviation").name("code").value(deviation.code()).name("text").value(deviation.text());
        } else if (event instanceof Decided decided) {
            Outcome outcome = decided.outcome();
            json.value("outcome").name("recipient").value(outcome.recipient()).name("state").value(outcome.state())
                    .name("reason").value(outcome.reason());
            if (outcome.reply().isPresent()) {
                reply(json, outcome.reply().get());
            }
        } else if (event instanceof Closed closed) {
            json.value("closed");
            if (closed.failure().isPresent()) {
                json.name("failure").value(closed.failure().get());
            }
        }
    }

    private static void reply(JsonWriter json, Reply reply) throws IOException {
        json.name("code").value(reply.code());
        if (reply.enhanced().isPresent()) {
            json.name("enhanced").value(reply.enhanced().get().toString());
        }
        List<String> lines = reply.lines();
        strings(json, "lines", lines);
        byte[] octets = reply.octets();
        if (!Arrays.equals(octets, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8))) {
            json.name("base64").value(Base64.getEncoder().encodeToString(octets));
        }
    }

    private static void capabilities(JsonWriter json, Capabilities capabilities) throws IOException {
        json.name("server").value(capabilities.serverName()).name("keywords").beginObject();
        for (String keyword : capabilities.keywords()) {
            strings(json, keyword, capabilities.parameters(keyword));
        }
        json.endObject();
    }

    private static void chain(JsonWriter json, List<CertificateFacts> chain) throws IOException {
        json.name("chain").beginArray();
        for (CertificateFacts facts : chain) {
            json.beginObject().name("subject").value(facts.subject()).name("issuer").value(facts.issuer());
            strings(json, "names", facts.names());
            json.name("notBefore").value(facts.notBefore().toString()).name("notAfter")
                    .value(facts.notAfter().toString()).name("key").value(facts.key()).name("signature")
                    .value(facts.signature()).name("serial").value(facts.serial()).name("spki")
                    .value(facts.spkiHash()).endObject();
        }
        json.endArray();
    }

    private static void strings(JsonWriter json, String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
