// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wirepost.lab.Deviation;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.SessionEnd;
import org.wirepost.lab.Stage;
import org.wirepost.lab.internal.tls.ServerTls;
import org.wirepost.lab.internal.wire.Input;
import org.wirepost.lab.internal.wire.SessionEnded;

/** The dialogue with one client, from the greeting to the end. */
final class Session {

    /** What may only be the last command of a group (RFC 2920 section 3.1, RFC 4954 section 4). */
    private static final Set<String> LAST_OF_GROUP = Set.of("EHLO", "HELO", "DATA", "VRFY", "EXPN", "NOOP", "AUTH",
            "QUIT");

    private final Talk talk;
    private final LabSettings settings;
    private final Supplier<ServerTls> tls;
    private final Transaction transaction = new Transaction();
    private final EnvelopeCommands envelope;
    private final ContentCommands content;
    private final Authentication authentication;
    private boolean turnedAway;

    Session(Talk talk, Supplier<ServerTls> tls) {
        this.talk = talk;
        this.tls = tls;
        settings = talk.settings();
        envelope = new EnvelopeCommands(talk, transaction);
        content = new ContentCommands(talk, transaction);
        authentication = new Authentication(talk, transaction);
    }

    /** Talks until the connection is at its end, and says which. */
    SessionEnd run() throws IOException {
        try {
            talk.wire().patience(settings.limits().idle());
            greet();
            while (true) {
                command();
            }
        } catch (SessionEnded e) {
            return e.end();
        } catch (SocketTimeoutException e) {
            return timedOut();
        } finally {
            transaction.reset();
        }
    }

    private SessionEnd timedOut() throws IOException {
        talk.responder().plain(Reply.of(421, "4.4.2", "Nothing was said for too long")).give();
        try {
            talk.wire().closeGently();
        } catch (SessionEnded e) {
            return e.end();
        }
        return SessionEnd.SERVER_ENDED;
    }

    private void greet() throws IOException {
        talk.responder().pass(Stage.CONNECT);
        if (settings.tls() == LabTls.IMPLICIT) {
            secure();
        }
        if (talk.input().ready()) {
            talk.record().deviation(Deviation.Kind.EARLY_TALK, 0, "The client spoke before the greeting.");
        }
        int code = talk.respond(Stage.GREETING, "", Reply.of(220, "", settings.banner()));
        turnedAway = code / 100 == 5;
    }

    private void secure() throws IOException {
        talk.responder().pass(Stage.TLS_HANDSHAKE);
        try {
            talk.record().secured(talk.wire().startTls(tls.get()));
        } catch (SessionEnded e) {
            throw e;
        } catch (IOException e) {
            talk.remark("The TLS handshake failed: " + e.getMessage());
            throw new SessionEnded(SessionEnd.TLS_FAILED);
        }
    }

    private void command() throws IOException {
        Input.Line line = talk.input().line(Math.max(settings.limits().lineOctets(), Authentication.LONGEST_LINE));
        String text = line.text();
        int space = text.indexOf(' ');
        String verb = (space < 0 ? text : text.substring(0, space)).toUpperCase(Locale.ROOT);
        String argument = space < 0 ? "" : text.substring(space + 1);
        boolean tooLong = line.tooLong() || line.octets() > settings.limits().lineOctets() && !verb.equals("AUTH");
        talk.record().command(tooLong ? "<a line of " + line.octets() + " octets>"
                : verb.equals("AUTH") ? Authentication.shown(argument) : text);
        checkTurn(verb, line);
        if (tooLong) {
            talk.respond(Stage.OTHER, text, Reply.of(500, "5.5.6", "The line is too long"));
        } else if (turnedAway && !verb.equals("QUIT")) {
            talk.respond(Stage.OTHER, text, Reply.of(503, "5.5.1", "There is no service here: say QUIT"));
        } else {
            dispatch(verb, argument, text);
        }
    }

    private void dispatch(String verb, String argument, String text) throws IOException {
        switch (verb) {
            case "EHLO" -> hello(Stage.EHLO, argument.trim());
            case "HELO" -> hello(Stage.HELO, argument.trim());
            case "STARTTLS" -> startTls(argument);
            case "AUTH" -> authentication.auth(argument);
            case "MAIL" -> envelope.mail(argument);
            case "RCPT" -> envelope.recipient(argument);
            case "DATA" -> content.data(argument);
            case "BDAT" -> content.chunk(argument);
            case "RSET" -> reset(argument);
            case "NOOP" -> talk.respond(Stage.NOOP, argument, Reply.of(250, "2.0.0", "Nothing done"));
            case "QUIT" -> quit(argument);
            case "VRFY" -> talk.respond(Stage.OTHER, text,
                    Reply.of(252, "2.5.0", "Not verified here, but will be taken"));
            case "HELP" -> talk.respond(Stage.OTHER, text,
                    Reply.of(214, "2.0.0", "This is a lab: see RFC 5321"));
            case "EXPN", "TURN", "ETRN", "SEND", "SOML", "SAML" -> talk.respond(Stage.OTHER, text,
                    Reply.of(502, "5.5.1", "Not implemented here"));
            default -> talk.respond(Stage.OTHER, text, Reply.of(500, "5.5.2", "This is no command"));
        }
    }

    private void checkTurn(String verb, Input.Line line) {
        int behind = talk.input().buffered();
        if (line.bareLineFeed()) {
            talk.record().deviation(Deviation.Kind.COMMAND_BARE_LF, behind,
                    "A command line ended with a bare line feed.");
        }
        if (behind == 0 || verb.equals("STARTTLS") || verb.equals("BDAT")) {
            return;
        }
        if (LAST_OF_GROUP.contains(verb)) {
            talk.record().deviation(Deviation.Kind.OUT_OF_TURN, behind,
                    "Something was sent behind " + verb + " before its reply.");
        } else if (!talk.offers(LabExtension.PIPELINING)) {
            talk.record().deviation(Deviation.Kind.NOT_PIPELINED, behind,
                    "Several commands came in one go although PIPELINING was not offered.");
        }
    }

    private void hello(Stage stage, String name) throws IOException {
        if (name.isEmpty()) {
            talk.respond(stage, name, Reply.of(501, "5.5.4", "Syntax: " + stage + " name"));
            return;
        }
        boolean extended = stage == Stage.EHLO;
        String greeting = settings.hostName() + " greets " + name;
        List<String> lines = extended ? capabilities(greeting) : List.of(greeting);
        if (talk.respond(stage, name, new Reply(250, "", lines)) / 100 == 2) {
            transaction.reset();
            talk.record().greeted(name, extended);
        }
    }

    private List<String> capabilities(String greeting) {
        List<String> lines = new ArrayList<>(List.of(greeting));
        for (LabExtension extension : LabExtension.values()) {
            if (settings.offers(extension)) {
                lines.add(extension == LabExtension.SIZE
                        ? "SIZE " + settings.limits().messageOctets() : extension.keyword());
            }
        }
        if (settings.tls() == LabTls.STARTTLS && !talk.record().encrypted()) {
            lines.add("STARTTLS");
        }
        if (talk.authOffered()) {
            lines.add("AUTH " + settings.auth().offered().stream().map(LabMechanism::keyword)
                    .collect(Collectors.joining(" ")));
        }
        lines.addAll(settings.extraCapabilities());
        return lines;
    }

    private void startTls(String argument) throws IOException {
        Reply usual = Reply.of(220, "2.0.0", "Go ahead");
        if (settings.tls() != LabTls.STARTTLS) {
            usual = Reply.of(502, "5.5.1", "STARTTLS was not offered");
        } else if (talk.record().encrypted()) {
            usual = Reply.of(503, "5.5.1", "TLS is on already");
        } else if (!argument.isEmpty()) {
            usual = Reply.of(501, "5.5.4", "STARTTLS stands alone");
        }
        if (talk.respond(Stage.STARTTLS, argument, usual) != 220) {
            return;
        }
        int behind = talk.input().buffered();
        if (behind > 0) {
            talk.record().deviation(Deviation.Kind.BEHIND_STARTTLS, behind,
                    "Plain text of " + behind + " octets came behind STARTTLS: it is dropped.");
            talk.input().consume(behind);
        }
        talk.wire().output().flush();
        transaction.reset();
        secure();
    }

    private void reset(String argument) throws IOException {
        Reply usual = argument.isEmpty() ? Reply.of(250, "2.0.0", "Forgotten")
                : Reply.of(501, "5.5.4", "RSET stands alone");
        if (talk.respond(Stage.RSET, argument, usual) / 100 == 2) {
            transaction.reset();
        }
    }

    private void quit(String argument) throws IOException {
        if (talk.respond(Stage.QUIT, argument, Reply.of(221, "2.0.0", "Goodbye")) / 100 != 2) {
            return;
        }
        talk.wire().closeAtQuit();
        throw new SessionEnded(SessionEnd.QUIT);
    }
}
