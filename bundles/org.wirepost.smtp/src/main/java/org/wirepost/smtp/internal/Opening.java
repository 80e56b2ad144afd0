// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.smtp.internal.tls.Certificates;
import org.wirepost.smtp.internal.tls.HandshakeFailure;
import org.wirepost.smtp.internal.tls.TlsContext;
import org.wirepost.smtp.internal.wire.PlainWire;
import org.wirepost.smtp.internal.wire.TlsWire;

/** The beginning of a session: connect, greeting, EHLO, STARTTLS, EHLO (RFC 5321 section 3.1, RFC 3207). */
public final class Opening {

    private static final String STARTTLS = "STARTTLS";

    private final ConnectionSettings settings;
    private final Dialogue dialogue;
    private final Events events;
    private Capabilities offered = Capabilities.NONE;
    private Optional<TlsFacts> tls = Optional.empty();

    /** Prepares the beginning of a session. */
    public Opening(ConnectionSettings settings, Dialogue dialogue) {
        this.settings = settings;
        this.dialogue = dialogue;
        this.events = dialogue.events();
    }

    /** Returns what the server offered last. */
    public Capabilities offered() {
        return offered;
    }

    /** Returns the facts of TLS, if there is TLS. */
    public Optional<TlsFacts> tls() {
        return tls;
    }

    /** Does it all; on a failure the connection is closed. */
    public void run() throws SmtpException {
        try {
            open();
        } catch (SmtpException e) {
            throw dialogue.close(e);
        }
    }

    private void open() throws SmtpException {
        events.tell(new DialogueEvent.SessionStarted(Events.now(), settings.host(), settings.port(),
                settings.tlsMode().word()));
        PlainWire wire = new Connector(settings, dialogue).connect();
        String name = ehloName(wire);
        if (settings.tlsMode() == TlsMode.IMPLICIT) {
            encrypt(wire);
        }
        greet();
        boolean helloAllowed = settings.tlsMode() == TlsMode.NONE || settings.tlsMode() == TlsMode.OPPORTUNISTIC;
        introduce(name, helloAllowed);
        if ((settings.tlsMode() == TlsMode.REQUIRED || settings.tlsMode() == TlsMode.OPPORTUNISTIC) && startTls()) {
            offered = Capabilities.NONE;
            events.capabilities(offered, true);
            encrypt(wire);
            introduce(name, false);
        }
    }

    private String ehloName(PlainWire wire) throws SmtpException {
        try {
            return EhloName.of(settings.ehloName(), EhloName::machineName, wire.local().getAddress());
        } catch (IOException e) {
            throw dialogue.failed(Stage.CONNECT, e);
        }
    }

    private void greet() throws SmtpException {
        Reply greeting = awaitGreeting();
        if (greeting.code() == 220) {
            return;
        }
        if (greeting.isTransient() || greeting.isPermanent()) {
            throw new SmtpException(Kind.REPLY, Stage.GREETING, "The server does not want to talk now: " + greeting,
                    Optional.of(greeting), null);
        }
        throw new SmtpException(Kind.PROTOCOL, Stage.GREETING, "The server greeted by " + greeting
                + " instead of 220", Optional.of(greeting), null);
    }

    private Reply awaitGreeting() throws SmtpException {
        try {
            return dialogue.hear(Stage.GREETING, settings.timeouts().greeting());
        } catch (SmtpException e) {
            if (e.kind() == Kind.TIMEOUT && settings.tlsMode() != TlsMode.IMPLICIT) {
                throw new SmtpException(Kind.TIMEOUT, Stage.GREETING, e.getMessage() + "; a server that wants TLS from"
                        + " the start is silent like this", Optional.empty(), e);
            }
            throw e;
        }
    }

    private void introduce(String name, boolean helloAllowed) throws SmtpException {
        Reply reply = dialogue.say(Stage.EHLO, Line.of("EHLO " + name));
        boolean unknown = reply.code() == 500 || reply.code() == 502;
        if (unknown && helloAllowed) {
            dialogue.warn(Stage.EHLO, "no-ehlo", "The server does not know EHLO; HELO is used, without any extension");
            reply = dialogue.say(Stage.EHLO, Line.of("HELO " + name));
        }
        if (reply.code() != 250) {
            throw new SmtpException(reply.isPositive() || reply.isIntermediate() ? Kind.PROTOCOL : Kind.REPLY,
                    Stage.EHLO, "The server refused to be greeted: " + reply, Optional.of(reply), null);
        }
        if (unknown) {
            forget();
        } else {
            learn(reply);
        }
    }

    /** Takes what a reply to EHLO offers in place of all that was offered before. */
    void learn(Reply reply) {
        offered = Capabilities.of(reply);
        events.capabilities(offered, tls.isPresent());
    }

    /** After HELO nothing is offered. */
    void forget() {
        offered = Capabilities.NONE;
        events.capabilities(offered, tls.isPresent());
    }

    /** Says STARTTLS; returns false when the session goes on in clear because that is allowed. */
    private boolean startTls() throws SmtpException {
        boolean required = settings.tlsMode() == TlsMode.REQUIRED;
        if (!offered.without(settings.disabled()).offers(STARTTLS)) {
            if (required) {
                throw new SmtpException(Kind.TLS_UNAVAILABLE, Stage.STARTTLS, "TLS is required, but "
                        + settings.host() + " port " + settings.port() + " does not offer STARTTLS");
            }
            dialogue.warn(Stage.STARTTLS, "in-clear",
                    "The server does not offer STARTTLS; the session is not encrypted");
            return false;
        }
        Reply reply = dialogue.say(Stage.STARTTLS, Line.of(STARTTLS));
        if (reply.code() == 220) {
            dialogue.requireSilence();
            return true;
        }
        if (reply.code() == 421) {
            throw new SmtpException(Kind.REPLY, Stage.STARTTLS, "The server closes the connection: " + reply,
                    Optional.of(reply), null);
        }
        if (required || reply.isPositive() || reply.isIntermediate()) {
            throw new SmtpException(Kind.TLS_UNAVAILABLE, Stage.STARTTLS, "TLS is required, but the server answered"
                    + " STARTTLS by " + reply, Optional.of(reply), null);
        }
        dialogue.warn(Stage.STARTTLS, "in-clear", "The server refused STARTTLS; the session is not encrypted");
        return false;
    }

    private void encrypt(PlainWire wire) throws SmtpException {
        dialogue.during(Stage.TLS);
        events.tell(new DialogueEvent.TlsStarted(Events.now()));
        try {
            TlsContext context = TlsContext.of(settings.tls());
            SSLEngine engine = context.engine(settings.host(), settings.port());
            TlsWire secure = new TlsWire(wire, engine);
            shakeHands(secure, context, engine);
            tls = Optional.of(facts(engine));
            dialogue.use(secure);
            events.tell(new DialogueEvent.TlsEstablished(Events.now(), tls.get(), secure.sent(), secure.received()));
            warnOfTime();
        } catch (IOException e) {
            throw dialogue.failed(Stage.TLS, e);
        }
    }

    /** Whoever has pinned a key is asked for no date, but told of one that is over. */
    private void warnOfTime() {
        Instant end = tls.orElseThrow().chain().get(0).notAfter();
        if (Instant.now().isAfter(end)) {
            dialogue.warn(Stage.TLS, "pinned-expired", "The certificate expired on " + end
                    + "; it is accepted because its key is pinned");
        }
    }

    private void shakeHands(TlsWire wire, TlsContext context, SSLEngine engine) throws IOException {
        try {
            wire.handshake(System.nanoTime() + settings.timeouts().tls().toNanos());
        } catch (IOException e) {
            List<X509Certificate> chain = context.chain(engine);
            SmtpException meaning = meaning(e);
            if (meaning.kind() == Kind.CERTIFICATE) {
                // The alert tells the server's log why.
                wire.sayGoodbye(System.nanoTime() + settings.timeouts().quit().toNanos());
            }
            events.tell(new DialogueEvent.TlsFailed(Events.now(), meaning.getMessage(),
                    Certificates.facts(chain.toArray(X509Certificate[]::new)), wire.sent(), wire.received()));
            throw meaning;
        }
    }

    private SmtpException meaning(IOException e) {
        if (dialogue.isCancelled()) {
            return new SmtpException(Kind.CANCELLED, Stage.TLS, "The session was cancelled");
        }
        if (e instanceof SocketTimeoutException) {
            return new SmtpException(Kind.TIMEOUT, Stage.TLS, "The TLS handshake took longer than "
                    + Dialogue.seconds(settings.timeouts().tls()));
        }
        if (!(e instanceof javax.net.ssl.SSLException)) {
            return new SmtpException(Kind.DISCONNECTED, Stage.TLS, "The connection broke during the TLS handshake: "
                    + e.getMessage(), Optional.empty(), e);
        }
        HandshakeFailure failure = HandshakeFailure.of(settings.host(), e);
        return new SmtpException(failure.kind(), Stage.TLS, failure.sentence(), Optional.empty(), e);
    }

    private TlsFacts facts(SSLEngine engine) throws IOException {
        SSLSession session = engine.getSession();
        List<X509Certificate> chain = new java.util.ArrayList<>();
        for (java.security.cert.Certificate each : session.getPeerCertificates()) {
            if (each instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        return new TlsFacts(session.getProtocol(), session.getCipherSuite(), settings.host(),
                Certificates.facts(chain.toArray(X509Certificate[]::new)));
    }
}
