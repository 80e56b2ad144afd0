// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.wirepost.smtp.dialogue.Stage;

/**
 * Turns the events of one session into lines for people. One object serves one session, on one thread.
 *
 * <p>Replies are verbatim, one line for each of their lines; the content of a message is one line when it has been
 * sent; what AUTH says in base64 is said again in clear, except for secrets, which are not in the events. All text is
 * inert.
 */
public final class TranscriptText {

    private final InstantSource clock;
    private final ContentFold content = new ContentFold();
    private final List<TranscriptLine> lines = new ArrayList<>();
    private boolean started;
    private long start;
    private long previous;
    private long now;
    private Capabilities known = Capabilities.NONE;

    /** Counts the days that certificates have left from the system's clock. */
    public TranscriptText() {
        this(InstantSource.system());
    }

    /**
     * Counts the days that certificates have left from another clock.
     *
     * @param clock the clock
     */
    public TranscriptText(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Returns the lines for an event.
     *
     * @param event the next event of the session; times count from the first
     * @return often one, several for a multi-line reply, none for a block of content in the middle of a message
     */
    public List<TranscriptLine> lines(DialogueEvent event) {
        if (!started) {
            started = true;
            start = event.nanos();
            previous = start;
        }
        now = event.nanos() - start;
        if (!said(event) && !connected(event) && !encrypted(event)) {
            judged(event);
        }
        previous = event.nanos();
        List<TranscriptLine> result = List.copyOf(lines);
        lines.clear();
        return result;
    }

    private boolean said(DialogueEvent event) {
        if (event instanceof CommandSent sent) {
            add(Mark.SENT, sent.text());
            decoded(sent.stage(), sent.text());
        } else if (event instanceof ReplyReceived received) {
            boolean failure = received.reply().code() >= 400;
            received.reply().lines().forEach(line -> lines.add(new TranscriptLine(now, Mark.RECEIVED, line, failure)));
            decoded(received.stage(), received.reply().text());
        } else if (event instanceof ContentSent block) {
            content.add(block, previous).ifPresent(line -> add(Mark.SENT, line));
        } else if (event instanceof StrayReceived stray) {
            fail("received " + Sizes.of(stray.octets()) + " that are no reply: " + stray.text());
        } else {
            return false;
        }
        return true;
    }

    private void decoded(Stage stage, String text) {
        if (stage == Stage.AUTH) {
            Base64Text.decode(text).ifPresent(meaning -> add(Mark.NOTE, "that is: " + meaning));
        }
    }

    private boolean connected(DialogueEvent event) {
        if (event instanceof SessionStarted session) {
            add(Mark.NOTE, "session with " + session.host() + ", port " + session.port() + ", TLS " + session.tls());
        } else if (event instanceof Resolved resolved) {
            add(Mark.NOTE, resolved.host() + " is " + resolved.addresses().stream().map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", ")));
        } else if (event instanceof Connecting connecting) {
            add(Mark.NOTE, "connecting to " + endpoint(connecting.remote()));
        } else if (event instanceof ConnectFailed failed) {
            fail("no connection to " + endpoint(failed.remote()) + ": " + failed.reason());
        } else if (event instanceof Connected connected) {
            add(Mark.NOTE, "connected to " + endpoint(connected.remote()) + " from " + endpoint(connected.local()));
        } else {
            return false;
        }
        return true;
    }

    private boolean encrypted(DialogueEvent event) {
        if (event instanceof TlsStarted) {
            add(Mark.NOTE, "TLS handshake");
        } else if (event instanceof TlsEstablished tls) {
            add(Mark.NOTE, tls.facts().version() + ", " + tls.facts().cipher() + ", certificate accepted for "
                    + tls.facts().host() + " (handshake: " + Sizes.of(tls.sent()) + " sent, " + Sizes.of(tls.received())
                    + " received)");
            chain(tls.facts().chain());
        } else if (event instanceof TlsFailed failed) {
            fail("TLS failed: " + failed.reason());
            chain(failed.chain());
        } else {
            return false;
        }
        return true;
    }

    private void judged(DialogueEvent event) {
        if (event instanceof CapabilitiesLearned learned) {
            add(Mark.NOTE, CapabilitiesText.of(known, learned));
            known = learned.capabilities().keywords().isEmpty() ? known : learned.capabilities();
        } else if (event instanceof Deviation deviation) {
            add(Mark.WARNING, deviation.text() + " (" + deviation.code() + ")");
        } else if (event instanceof Decided decided) {
            decided(decided.outcome());
        } else if (event instanceof Closed closed) {
            content.breakOff().ifPresent(line -> add(Mark.SENT, line));
            closed.failure().ifPresentOrElse(
                    why -> fail("session ended in stage " + closed.stage().word() + ": " + why),
                    () -> add(Mark.NOTE, "session closed"));
        }
    }

    private void chain(List<CertificateFacts> chain) {
        Instant today = clock.instant();
        CertificateText.of(chain, today).forEach(line -> add(Mark.NOTE, line));
        CertificateText.warnings(chain, today).forEach(line -> add(Mark.WARNING, line));
    }

    private void decided(Outcome outcome) {
        String words = outcome.recipient() + ": " + outcome.state() + (outcome.reason().isBlank() ? ""
                : ". " + outcome.reason());
        if (outcome instanceof Outcome.Accepted) {
            add(Mark.NOTE, words);
        } else {
            fail(words);
        }
    }

    private void add(Mark mark, String text) {
        lines.add(new TranscriptLine(now, mark, text, false));
    }

    private void fail(String text) {
        lines.add(new TranscriptLine(now, Mark.WARNING, text, true));
    }

    /** Returns address and port as written in a URI: an IPv6 address in brackets. */
    static String endpoint(InetSocketAddress address) {
        String host = address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }
}
