// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;

/**
 * The server of an account and how to connect to it.
 *
 * @param host host name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param tlsMode how the connection is encrypted
 * @param caFile a file with the certificates of private authorities, or empty for those of the Java installation
 * @param pin {@code sha256//…} of the only public key to accept, or several separated by {@code ;}, or empty
 * @param ehloName the name to give in EHLO, or empty for the machine's own
 * @param disabled EHLO keywords that are not used although offered, in upper case, sorted
 * @param clientCertificate what the client shows in the TLS handshake whoever it logs in as, or empty
 */
public record Server(String host, int port, TlsMode tlsMode, Optional<String> caFile, Optional<String> pin,
        Optional<String> ehloName, Set<String> disabled, Optional<ClientCertificate> clientCertificate) {

    private static final Pattern PIN = Pattern.compile("sha256//[A-Za-z0-9+/]{43}=(;sha256//[A-Za-z0-9+/]{43}=)*");
    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    /** Checks all members. */
    public Server {
        Words.requireLine("The host name of the server", host);
        requireHost(host);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is 1 to 65535, not " + port);
        }
        requireNonNull(tlsMode, "tlsMode");
        caFile.ifPresent(file -> Words.requireLine("The name of the file with certificates", file));
        pin.ifPresent(Server::requirePin);
        ehloName.ifPresent(ConnectionSettings::requireEhloName);
        Set<String> keywords = new TreeSet<>();
        for (String word : disabled) {
            keywords.add(requireKeyword(word).toUpperCase(Locale.ROOT));
        }
        disabled = Collections.unmodifiableSet(keywords);
        requireNonNull(clientCertificate, "clientCertificate");
    }

    /** A server to which the client shows no certificate. */
    public Server(String host, int port, TlsMode tlsMode, Optional<String> caFile, Optional<String> pin,
            Optional<String> ehloName, Set<String> disabled) {
        this(host, port, tlsMode, caFile, pin, ehloName, disabled, Optional.empty());
    }

    private static void requireHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || c == '/' || c == '@' || c == '[' || c == ']') {
                throw new IllegalArgumentException("\"" + host + "\" is not the name of a host");
            }
        }
    }

    private static void requirePin(String pin) {
        if (!PIN.matcher(pin).matches()) {
            throw new IllegalArgumentException("A pin is \"sha256//\" and the 44 characters of a base64 SHA-256 hash, "
                    + "as shown in a transcript, not \"" + Words.harmless(pin) + "\"");
        }
    }

    private static String requireKeyword(String word) {
        if (!KEYWORD.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + Words.harmless(word) + "\" is not the name of an extension");
        }
        return word;
    }

    /**
     * A server with nothing special.
     *
     * @param host host name or address
     * @param port port
     * @param tlsMode how the connection is encrypted
     * @return the server
     */
    public static Server of(String host, int port, TlsMode tlsMode) {
        return new Server(host, port, tlsMode, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** Returns this server with another TLS mode. */
    public Server withTlsMode(TlsMode mode) {
        return new Server(host, port, mode, caFile, pin, ehloName, disabled, clientCertificate);
    }

    /** Returns this server trusting the authorities of a file. */
    public Server withCaFile(Path file) {
        return new Server(host, port, tlsMode, Optional.of(file.toAbsolutePath().normalize().toString()), pin, ehloName,
                disabled, clientCertificate);
    }

    /** Returns this server with a pinned public key, or several separated by {@code ;}. */
    public Server withPin(String spkiHash) {
        return new Server(host, port, tlsMode, caFile, Optional.of(spkiHash), ehloName, disabled,
                clientCertificate);
    }

    /** Returns this server with another EHLO name. */
    public Server withEhloName(String name) {
        return new Server(host, port, tlsMode, caFile, pin, Optional.of(name), disabled, clientCertificate);
    }

    /** Returns this server with other extensions that are not to be used. */
    public Server without(Set<String> keywords) {
        return new Server(host, port, tlsMode, caFile, pin, ehloName, keywords, clientCertificate);
    }

    /** Returns this server at another place, reached in another way. */
    public Server withAddress(String otherHost, int otherPort, TlsMode mode) {
        return new Server(otherHost, otherPort, mode, caFile, pin, ehloName, disabled, clientCertificate);
    }

    /** Returns this server with a certificate that the client shows. */
    public Server withClientCertificate(Optional<ClientCertificate> certificate) {
        return new Server(host, port, tlsMode, caFile, pin, ehloName, disabled, certificate);
    }
}
