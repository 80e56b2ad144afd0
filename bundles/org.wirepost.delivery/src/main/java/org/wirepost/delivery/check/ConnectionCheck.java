// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.internal.session.Fan;
import org.wirepost.smtp.SmtpConnection;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.ConnectFailed;
import org.wirepost.smtp.dialogue.DialogueEvent.Connected;
import org.wirepost.smtp.dialogue.DialogueEvent.Deviation;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.Resolved;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsFailed;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;

/**
 * Finds the host, connects, encrypts, says EHLO, and logs in if there are credentials; then says QUIT. It stops at the
 * first step that fails. Good for one run on one thread; only {@link #cancel} may come from another.
 */
public final class ConnectionCheck {

    private final ServerLogin login;
    private final Extensions extensions;
    private final Consumer<CheckStep> steps;
    private final SmtpConnection connection;
    private List<CertificateFacts> chain = List.of();
    private long before;
    private long now;

    /**
     * Prepares a check; nothing is opened yet.
     *
     * @param login which server, and as whom
     * @param extensions what plug-ins add to every session
     * @param listener is told every event of the session
     * @param steps is told each step as soon as it is done, on the thread of the run
     */
    public ConnectionCheck(ServerLogin login, Extensions extensions, DialogueListener listener,
            Consumer<CheckStep> steps) {
        this.login = requireNonNull(login, "login");
        this.extensions = requireNonNull(extensions, "extensions");
        this.steps = requireNonNull(steps, "steps");
        this.connection = new SmtpConnection(login.connection(),
                Fan.of(listener, this::tell, extensions.listeners().get()));
    }

    /**
     * Runs the check. The credentials are left as they are.
     *
     * @return the step that failed, which has been told too; empty when all went well
     */
    public Optional<CheckStep.Failed> run() {
        before = System.nanoTime();
        now = before;
        try (connection) {
            connection.connect();
            authenticate();
            connection.quit();
            return Optional.empty();
        } catch (SmtpException e) {
            now = System.nanoTime();
            var failed = new CheckStep.Failed(elapsed(), e, chain,
                    Remedy.of(e, Optional.of(login.connection().tlsMode())));
            steps.accept(failed);
            return Optional.of(failed);
        }
    }

    /** Ends the check from any thread; the run then ends with a failure of kind CANCELLED. */
    public void cancel() {
        connection.cancel();
    }

    private void authenticate() throws SmtpException {
        if (login.credentials().isEmpty()) {
            steps.accept(new CheckStep.NotLoggedIn());
            return;
        }
        Credentials credentials = login.credentials().get();
        String mechanism = connection.authenticate(credentials, new AuthSettings(login.auth().mechanism(),
                login.auth().clearTextAllowed(), extensions.mechanisms().get()));
        steps.accept(new CheckStep.LoggedIn(elapsed(), credentials.user(), mechanism));
    }

    private void tell(DialogueEvent event) {
        now = event.nanos();
        if (event instanceof Resolved resolved) {
            steps.accept(new CheckStep.Resolved(elapsed(), resolved.host(), resolved.addresses()));
        } else if (event instanceof ConnectFailed failed) {
            steps.accept(new CheckStep.Unreached(failed.remote(), failed.reason()));
        } else if (event instanceof Connected connected) {
            steps.accept(new CheckStep.Connected(elapsed(), connected.remote()));
        } else if (event instanceof ReplyReceived reply && isWorthAStep(reply)) {
            steps.accept(new CheckStep.Answered(elapsed(), reply.stage(), reply.reply()));
        } else if (event instanceof TlsEstablished tls) {
            steps.accept(new CheckStep.Encrypted(elapsed(), tls.facts()));
        } else if (event instanceof TlsFailed failed) {
            chain = failed.chain();
        } else if (event instanceof CapabilitiesLearned learned && !learned.capabilities().keywords().isEmpty()) {
            steps.accept(new CheckStep.Learned(elapsed(), learned.capabilities(), learned.encrypted()));
        } else if (event instanceof Deviation deviation) {
            steps.accept(new CheckStep.Noted(deviation.stage(), deviation.text()));
        }
    }

    private static boolean isWorthAStep(ReplyReceived event) {
        return event.reply().isPositive() && (event.stage() == Stage.GREETING || event.stage() == Stage.STARTTLS);
    }

    private long elapsed() {
        now = Math.max(now, before);
        long nanos = now - before;
        before = now;
        return nanos;
    }
}
