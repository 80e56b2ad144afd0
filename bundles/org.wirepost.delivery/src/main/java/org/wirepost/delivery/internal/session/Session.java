// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslClientFactory;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.ServerFacts;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.mime.Limits;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.TlsFacts;

/** One connection with what is known of it; confined to one thread. */
public final class Session implements AutoCloseable {

    private final ServerLogin login;
    private final Extensions extensions;
    private final DryRun dryRun;
    private final StageClock clock = new StageClock();
    private final Stop stop;
    private final Link link;
    private ServerFacts facts;
    private Limits limits = Limits.SEVEN_BIT;

    /** Prepares a session; nothing is opened yet. */
    public Session(Link.Maker maker, ServerLogin login, Extensions extensions, DryRun dryRun, DialogueListener listener,
            Stop stop) {
        this.login = login;
        this.extensions = extensions;
        this.dryRun = dryRun;
        this.stop = stop;
        ConnectionSettings to = login.connection();
        facts = new ServerFacts(to.host(), to.port(), Optional.empty(), Optional.empty(), Optional.empty());
        link = DryLink.maker(dryRun, maker).make(to, Fan.of(clock, listener, extensions.listeners().get()));
        stop.watch(link);
    }

    /**
     * Connects, and authenticates where that is wanted.
     *
     * @throws SmtpException when that fails; the session is of no use then
     */
    public void open() throws SmtpException {
        link.connect();
        note(Optional.empty());
        if (login.credentials().isPresent() && (dryRun != DryRun.CONNECT && dryRun != DryRun.RENDER)) {
            note(Optional.of(link.authenticate(login.credentials().get(), auth())));
        }
        Capabilities offered = link.capabilities();
        limits = new Limits(offered.offers("8BITMIME"), offered.offers("BINARYMIME") && offered.offers("CHUNKING"),
                offered.offers("SMTPUTF8"));
    }

    private void note(Optional<String> mechanism) {
        facts = new ServerFacts(facts.host(), facts.port(), link.tls().map(TlsFacts::version),
                link.tls().map(TlsFacts::cipher), mechanism);
    }

    private AuthSettings auth() {
        List<SaslClientFactory> more = extensions.mechanisms().get();
        if (more.isEmpty()) {
            return login.auth();
        }
        List<SaslClientFactory> factories = new ArrayList<>(login.auth().factories());
        factories.addAll(more);
        return new AuthSettings(login.auth().mechanism(), login.auth().clearTextAllowed(), factories);
    }

    /** Returns the connection. */
    public Link link() {
        return link;
    }

    /** Returns what the server takes. */
    public Limits limits() {
        return limits;
    }

    /** Returns what reports say of the session; empty when there is none. */
    public Optional<ServerFacts> facts() {
        return dryRun == DryRun.RENDER ? Optional.empty() : Optional.of(facts);
    }

    /** Returns the times of the stages since this was last asked. */
    long[] lap() {
        return clock.lap();
    }

    /** Says QUIT if that is possible, and closes. */
    @Override
    public void close() {
        try {
            if (link.isOpen()) {
                link.quit();
            }
        } finally {
            link.close();
            stop.forget(link);
        }
    }
}
