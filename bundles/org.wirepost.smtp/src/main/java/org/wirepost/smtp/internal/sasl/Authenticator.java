// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.Conversation;

/**
 * Authenticates over a conversation (RFC 4954), by the safest mechanism that is offered and possible.
 *
 * <p>The next mechanism is tried when the server turns one down (504, 534), never when it turns the user down: to try
 * on would lock accounts. Whatever is thrown, the session is not authenticated, and after {@link Kind#PROTOCOL} the
 * server is not to be trusted any further.
 */
public final class Authenticator {

    private final Supplier<String> nonces;

    /** Takes nonces from the system's source of randomness. */
    public Authenticator() {
        this(Authenticator::randomNonce);
    }

    /** Takes nonces from elsewhere, for tests with known answers. */
    Authenticator(Supplier<String> nonces) {
        this.nonces = nonces;
    }

    private static String randomNonce() {
        byte[] octets = new byte[18];
        new SecureRandom().nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    /**
     * Authenticates; the port stays out of OAUTHBEARER.
     *
     * @param conversation the line to the server
     * @param capabilities what the server offers now: after STARTTLS, only what it said after it
     * @param credentials who the client is
     * @param settings how
     * @param encrypted whether the connection has TLS
     * @param host the name that was connected to
     * @return the mechanism's name
     * @throws SmtpException of kind AUTH_UNAVAILABLE, AUTH_REFUSED, AUTH_TEMPORARY, PROTOCOL or DISCONNECTED, or what
     *     the conversation throws
     */
    public String authenticate(Conversation conversation, Capabilities capabilities, Credentials credentials,
            AuthSettings settings, boolean encrypted, String host) throws SmtpException {
        return authenticate(conversation, capabilities, credentials, settings, encrypted, host, 0);
    }

    /**
     * Authenticates.
     *
     * @param conversation the line to the server
     * @param capabilities what the server offers now: after STARTTLS, only what it said after it
     * @param credentials who the client is
     * @param settings how
     * @param encrypted whether the connection has TLS
     * @param host the name that was connected to
     * @param port the port that was connected to, or 0 to leave it out of OAUTHBEARER
     * @return the mechanism's name
     * @throws SmtpException of kind AUTH_UNAVAILABLE, AUTH_REFUSED, AUTH_TEMPORARY, PROTOCOL or DISCONNECTED, or what
     *     the conversation throws
     */
    public String authenticate(Conversation conversation, Capabilities capabilities, Credentials credentials,
            AuthSettings settings, boolean encrypted, String host, int port) throws SmtpException {
        if (credentials.user().isEmpty() && !(credentials instanceof Credentials.External)) {
            throw new SmtpException(Kind.AUTH_UNAVAILABLE, Stage.AUTH, "There is no user name to authenticate with");
        }
        requireLine(credentials.user());
        SecretForms forms = new SecretForms(credentials);
        Choice choice = new Choice(credentials, settings, new Peer(host, port, encrypted), nonces, forms);
        Session session = new Session(conversation, credentials, encrypted, forms);
        List<String> names = choice.among(capabilities);
        try {
            return session.tryEach(names, choice);
        } finally {
            forms.keepHiddenFrom(conversation);
        }
    }

    /** Not every mechanism forbids them, but no user name has them, and a server may take the name apart there. */
    private static void requireLine(String user) throws SmtpException {
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                throw new SmtpException(Kind.AUTH_UNAVAILABLE, Stage.AUTH, "The user name has the control character "
                        + String.format("U+%04X", (int) c) + " at position " + (i + 1) + "; nothing was sent");
            }
        }
    }

    /** What stays the same from one mechanism to the next. */
    private record Session(Conversation conversation, Credentials credentials, boolean encrypted, SecretForms forms) {

        String tryEach(List<String> names, Choice choice) throws SmtpException {
            Optional<SmtpException> refusal = Optional.empty();
            List<String> passedOver = new ArrayList<>();
            forms.hideFrom(conversation);
            for (String name : names) {
                try (Exchange exchange = new Exchange(name, choice.begin(name), conversation, forms)) {
                    warnOfClearText(name);
                    Reply reply = exchange.run();
                    if (reply.isPositive()) {
                        return name;
                    }
                    SmtpException next = new Refusal(name, credentials, encrypted, exchange.complaint())
                            .of(forms.without(reply));
                    if (!Refusal.isOfMechanism(reply)) {
                        throw next;
                    }
                    refusal = Optional.of(refusal.filter(Session::saysMore).orElse(next));
                } catch (SaslException e) {
                    passedOver.add(passOver(name, e));
                }
            }
            throw refusal.orElseGet(() -> new SmtpException(Kind.AUTH_UNAVAILABLE, Stage.AUTH,
                    "No mechanism can be used with these credentials: " + String.join("; ", passedOver)));
        }

        /** A refusal that was more than "unknown mechanism" is worth more than a later one. */
        private static boolean saysMore(SmtpException refusal) {
            return refusal.kind() == Kind.AUTH_REFUSED;
        }

        private void warnOfClearText(String name) {
            if (!encrypted && BuiltIn.named(name).map(BuiltIn::wantsTls).orElse(true)) {
                conversation.warn(Stage.AUTH, "auth-clear-text", name + " is used without TLS, as the account allows;"
                        + " everyone on the way can read what it sends");
            }
        }

        private String passOver(String name, SaslException reason) {
            String words = name + " cannot be used: " + reason.getMessage();
            conversation.warn(Stage.AUTH, "auth-passed-over", words);
            return words;
        }
    }
}
