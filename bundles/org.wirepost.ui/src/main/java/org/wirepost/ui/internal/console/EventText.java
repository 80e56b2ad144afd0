// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.wirepost.transcript.Base64Text;
import org.wirepost.transcript.Mark;
import org.wirepost.transcript.Sizes;
import org.wirepost.ui.internal.session.ContentRun;
import org.wirepost.ui.internal.session.Entry;
import org.wirepost.ui.internal.words.Sentences;

/**
 * Turns entries into lines in the user's language. What client and server said stays as it was said. The first line
 * of an entry is always shown, the others can be folded away.
 */
final class EventText {

    /** Below this many nanoseconds a rate says nothing. */
    private static final long SHORTEST_FOR_RATE = 1_000_000;
    private static final int BEFORE_TEXT = 4;

    private EventText() {
    }

    /** Returns the lines of an entry: as they went over the wire, or with the base64 of AUTH read out. */
    static List<Line> of(Entry entry, boolean decoded) {
        DialogueEvent event = entry.event();
        if (event instanceof ReplyReceived received) {
            return reply(received, decoded);
        }
        if (event instanceof CommandSent sent) {
            return List.of(new Line(Mark.SENT, decoded ? decoded(sent.stage(), sent.text()) : sent.text()));
        }
        if (entry.content().isPresent()) {
            return List.of(new Line(Mark.SENT, content(entry.content().get())));
        }
        return event instanceof TlsEstablished || event instanceof TlsFailed || event instanceof CapabilitiesLearned
                ? several(event) : List.of(single(event));
    }

    private static List<Line> reply(ReplyReceived received, boolean decoded) {
        List<Line> lines = new ArrayList<>();
        for (String line : received.reply().lines()) {
            boolean readable = decoded && received.stage() == Stage.AUTH && line.length() > BEFORE_TEXT;
            lines.add(new Line(Mark.RECEIVED, readable ? line.substring(0, BEFORE_TEXT)
                    + decoded(received.stage(), line.substring(BEFORE_TEXT)) : line));
        }
        return lines.isEmpty() ? List.of(new Line(Mark.RECEIVED, "")) : lines;
    }

    private static String decoded(Stage stage, String text) {
        return stage == Stage.AUTH ? Base64Text.decode(text).orElse(text) : text;
    }

    private static String content(ContentRun run) {
        long octets = run.length();
        String size = Sizes.of(octets);
        boolean whole = run.offset() + octets >= run.total();
        String words = run.offset() == 0 && whole ? Messages.bind(Messages.contentWhole, size, run.count())
                : Messages.bind(Messages.contentPart, new Object[] {size, Sizes.of(run.total()), run.count()});
        long nanos = run.duration();
        return nanos < SHORTEST_FOR_RATE ? "(" + words + ")" : "(" + words + ", " + Sizes.rate(octets, nanos) + ")";
    }

    private static List<Line> several(DialogueEvent event) {
        List<Line> lines = new ArrayList<>();
        if (event instanceof TlsEstablished tls) {
            List<CertificateFacts> chain = tls.facts().chain();
            String until = chain.isEmpty() ? "" : ", " + CertificateWords.remaining(chain.get(0));
            lines.add(note(Messages.bind(Messages.tlsEstablished,
                    new Object[] {tls.facts().version(), tls.facts().cipher(), tls.facts().host()}) + until));
            lines.addAll(chain(chain));
        } else if (event instanceof TlsFailed failed) {
            lines.add(warn(Messages.bind(Messages.tlsFailed, Sentences.of(failed.reason()))));
            lines.addAll(chain(failed.chain()));
        } else if (event instanceof CapabilitiesLearned learned) {
            capabilities(lines, learned);
        }
        return lines;
    }

    private static List<Line> chain(List<CertificateFacts> chain) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            lines.add(note(Messages.bind(Messages.certificateLine, new Object[] {i + 1, chain.size(),
                    chain.get(i).subject(), chain.get(i).issuer(), CertificateWords.remaining(chain.get(i))})));
        }
        return lines;
    }

    private static void capabilities(List<Line> lines, CapabilitiesLearned learned) {
        Capabilities now = learned.capabilities();
        if (now.keywords().isEmpty()) {
            lines.add(note(Messages.noCapabilities));
            return;
        }
        lines.add(note(Messages.bind(learned.encrypted() ? Messages.capabilitiesTls : Messages.capabilitiesClear,
                now.keywords().size())));
        now.keywords().forEach(keyword -> lines.add(note(capability(now, keyword))));
    }

    /** Returns a capability as the server wrote it. */
    static String capability(Capabilities capabilities, String keyword) {
        return String.join(" ", keyword, String.join(" ", capabilities.parameters(keyword))).strip();
    }

    private static Line single(DialogueEvent event) {
        if (event instanceof SessionStarted session) {
            return note(Messages.bind(Messages.sessionStarted,
                    new Object[] {session.host(), Integer.toString(session.port()), tlsWord(session.tls())}));
        } else if (event instanceof Resolved resolved) {
            return note(Messages.bind(Messages.resolved, resolved.host(), resolved.addresses().stream()
                    .map(InetAddress::getHostAddress).collect(Collectors.joining(", "))));
        } else if (event instanceof Connecting connecting) {
            return note(Messages.bind(Messages.connecting, endpoint(connecting.remote())));
        } else if (event instanceof ConnectFailed failed) {
            return warn(Messages.bind(Messages.connectFailed, endpoint(failed.remote()),
                    Sentences.of(failed.reason())));
        } else if (event instanceof Connected connected) {
            return note(Messages.bind(Messages.connected, endpoint(connected.remote()), endpoint(connected.local())));
        }
        return judged(event);
    }

    private static Line judged(DialogueEvent event) {
        if (event instanceof TlsStarted) {
            return note(Messages.tlsStarted);
        } else if (event instanceof StrayReceived stray) {
            return warn(Messages.bind(Messages.stray, Sizes.of(stray.octets()), stray.text()));
        } else if (event instanceof Deviation deviation) {
            return warn(Messages.bind(Messages.deviation, Sentences.of(deviation.text()), deviation.code()));
        } else if (event instanceof Decided decided) {
            return decided(decided.outcome());
        } else if (event instanceof Closed closed) {
            return closed.failure().map(why -> warn(Messages.bind(Messages.closedBy, Sentences.of(why))))
                    .orElseGet(() -> note(Messages.closed));
        }
        throw new IllegalArgumentException("An event of an unknown kind: " + event);
    }

    private static Line decided(Outcome outcome) {
        String words = outcome.recipient() + ": " + state(outcome)
                + (outcome.reason().isBlank() ? "" : ". " + Sentences.of(outcome.reason()));
        return outcome instanceof Outcome.Accepted ? note(words) : warn(words);
    }

    /** Returns what became of a recipient, as a word. */
    static String state(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return Messages.outcomeAccepted;
        }
        if (outcome instanceof Outcome.Refused) {
            return Messages.outcomeRefused;
        }
        return outcome instanceof Outcome.Deferred ? Messages.outcomeDeferred : Messages.outcomeUnknown;
    }

    private static String tlsWord(String mode) {
        return switch (mode) {
            case "required" -> Messages.tlsRequired;
            case "opportunistic" -> Messages.tlsOpportunistic;
            case "implicit" -> Messages.tlsImplicit;
            case "none" -> Messages.tlsNone;
            default -> mode;
        };
    }

    private static String endpoint(InetSocketAddress address) {
        String host = address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    private static Line note(String text) {
        return new Line(Mark.NOTE, text);
    }

    private static Line warn(String text) {
        return new Line(Mark.WARNING, text);
    }
}
