// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a {@link LabServer} behaves. Made by {@link #builder()}; every value has a sensible default.
 *
 * @param port the TCP port, 0 for a free one
 * @param bind the address to listen on, loopback only
 * @param hostName how the server calls itself
 * @param banner the text of the greeting behind 220
 * @param tls how TLS is offered
 * @param tlsRequired whether commands other than EHLO, NOOP, STARTTLS and QUIT are answered 530 before TLS
 * @param tlsProtocols the TLS versions spoken, as JSSE names them
 * @param certificate the certificate; without one, a good one is made when it is first needed
 * @param clientAuth whether clients are asked for a certificate; {@code EXTERNAL} then means the one it names
 * @param auth who may sign in
 * @param extensions what EHLO offers
 * @param extraCapabilities further lines of the EHLO reply, verbatim
 * @param limits what the server puts up with
 * @param store what becomes of messages
 * @param replyStyle how replies are cut into writes
 * @param script what the server does otherwise than usual
 * @param recipientRules whether {@code reject5…@}, {@code defer4…@}, {@code full…@}, {@code multi5…@} and
 *     {@code kill421…@} are refused as their names say
 * @param listener is told what happens
 */
public record LabSettings(int port, InetAddress bind, String hostName, String banner, LabTls tls, boolean tlsRequired,
        List<String> tlsProtocols, Optional<LabCertificate> certificate, LabClientAuth clientAuth, LabAuth auth,
                Set<LabExtension> extensions,
        List<String> extraCapabilities, LabLimits limits, LabStore store, ReplyStyle replyStyle, Script script,
        boolean recipientRules, LabListener listener) {

    /** Copies, and refuses a port or an address that is not to be had. */
    public LabSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port " + port + " does not exist: give 0 for a free one, or 1 to"
                    + " 65535.");
        }
        if (!bind.isLoopbackAddress()) {
            throw new IllegalArgumentException("The lab listens on the loopback interface only, so not on "
                    + bind.getHostAddress() + ": give 127.0.0.1 or ::1.");
        }
        tlsProtocols = List.copyOf(tlsProtocols);
        extensions = extensions.isEmpty() ? Set.of() : Set.copyOf(extensions);
        extraCapabilities = List.copyOf(extraCapabilities);
        Objects.requireNonNull(clientAuth, "clientAuth");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(listener, "listener");
    }

    /** A plain server on a free port of 127.0.0.1 with every extension, which takes everything. */
    public static LabSettings defaults() {
        return builder().build();
    }

    /** Starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether EHLO offers it; BINARYMIME only together with CHUNKING. */
    public boolean offers(LabExtension extension) {
        return extensions.contains(extension)
                && (extension != LabExtension.BINARYMIME || extensions.contains(LabExtension.CHUNKING));
    }

    /** Collects the values of {@link LabSettings}; each method is named after the component it sets. */
    public static final class Builder {
        private int port;
        private InetAddress bind = InetAddress.getLoopbackAddress();
        private String hostName = "lab.wirepost.test";
        private Optional<String> banner = Optional.empty();
        private LabTls tls = LabTls.NONE;
        private boolean tlsRequired;
        private List<String> tlsProtocols = List.of("TLSv1.3", "TLSv1.2");
        private Optional<LabCertificate> certificate = Optional.empty();
        private LabClientAuth clientAuth = LabClientAuth.NONE;
        private LabAuth auth = LabAuth.none();
        private final EnumSet<LabExtension> extensions = EnumSet.allOf(LabExtension.class);
        private List<String> extraCapabilities = List.of();
        private LabLimits limits = LabLimits.defaults();
        private LabStore store = LabStore.temporary();
        private ReplyStyle replyStyle = ReplyStyle.WHOLE;
        private Script script = Script.script();
        private boolean recipientRules = true;
        private LabListener listener = LabListener.silent();

        private Builder() { }

        /** @see LabSettings#port() */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** @see LabSettings#bind() */
        public Builder bind(InetAddress value) {
            bind = Objects.requireNonNull(value, "bind");
            return this;
        }

        /** @see LabSettings#hostName() */
        public Builder hostName(String value) {
            hostName = Objects.requireNonNull(value, "hostName");
            return this;
        }

        /** @see LabSettings#banner() */
        public Builder banner(String value) {
            banner = Optional.of(value);
            return this;
        }

        /** @see LabSettings#tls() */
        public Builder tls(LabTls value) {
            tls = Objects.requireNonNull(value, "tls");
            return this;
        }

        /** @see LabSettings#tlsRequired() */
        public Builder tlsRequired() {
            tlsRequired = true;
            return this;
        }

        /** @see LabSettings#tlsProtocols() */
        public Builder tlsProtocols(String... values) {
            tlsProtocols = List.of(values);
            return this;
        }

        /** @see LabSettings#certificate() */
        public Builder certificate(LabCertificate value) {
            certificate = Optional.of(value);
            return this;
        }

        /** A certificate of this kind, made now. */
        public Builder certificate(CertificateVariant variant) {
            return certificate(LabCertificate.create(variant));
        }

        /** @see LabSettings#clientAuth() */
        public Builder clientAuth(LabClientAuth value) {
            clientAuth = Objects.requireNonNull(value, "clientAuth");
            return this;
        }

        /** @see LabSettings#auth() */
        public Builder auth(LabAuth value) {
            auth = Objects.requireNonNull(value, "auth");
            return this;
        }

        /** One more account with a password. */
        public Builder account(String user, String password) {
            return auth(auth.withPassword(user, password));
        }

        /** One more account with a bearer token. */
        public Builder token(String user, String token) {
            return auth(auth.withToken(user, token));
        }

        /** Offers exactly these mechanisms. */
        public Builder mechanisms(LabMechanism... values) {
            return auth(auth.withMechanisms(values));
        }

        /** Refuses MAIL before AUTH. */
        public Builder authRequired() {
            return auth(auth.withRequired(true));
        }

        /** Does not offer these. */
        public Builder without(LabExtension... values) {
            List.of(values).forEach(extensions::remove);
            return this;
        }

        /** @see LabSettings#extraCapabilities() */
        public Builder extraCapabilities(String... lines) {
            extraCapabilities = List.of(lines);
            return this;
        }

        /** Changes the limits, as in {@code limits(l -> l.withRecipients(2))}. */
        public Builder limits(UnaryOperator<LabLimits> change) {
            limits = change.apply(limits);
            return this;
        }

        /** @see LabSettings#store() */
        public Builder store(LabStore value) {
            store = Objects.requireNonNull(value, "store");
            return this;
        }

        /** Writes one {@code .eml} per message to this folder. */
        public Builder store(Path directory) {
            return store(LabStore.in(directory));
        }

        /** @see LabSettings#replyStyle() */
        public Builder replyStyle(ReplyStyle value) {
            replyStyle = Objects.requireNonNull(value, "replyStyle");
            return this;
        }

        /** @see LabSettings#script() */
        public Builder script(Script value) {
            script = Objects.requireNonNull(value, "script");
            return this;
        }

        /** Takes every recipient, whatever its name. */
        public Builder withoutRecipientRules() {
            recipientRules = false;
            return this;
        }

        /** @see LabSettings#listener() */
        public Builder listener(LabListener value) {
            listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** The settings; refuses in words what does not fit. */
        public LabSettings build() {
            return new LabSettings(port, bind, hostName, banner.orElse(hostName + " ESMTP Wirepost lab"), tls,
                    tlsRequired, tlsProtocols, certificate, clientAuth, auth, extensions, extraCapabilities, limits,
                            store,
                    replyStyle, script, recipientRules, listener);
        }
    }
}
