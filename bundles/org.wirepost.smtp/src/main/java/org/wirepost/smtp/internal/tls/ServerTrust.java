// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides about the server's certificate: by the trusted authorities and the host name, or by pinned keys. Beyond the
 * platform's rules the name must be in the subject alternative names (RFC 9525), and broken signatures, weak keys and
 * authorities that are out of date are refused, also where the user has named the authority.
 *
 * <p>Where a key is pinned, that it is this key decides alone; only a weak one is refused all the same.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager platform;
    private final Ancestry ancestry;
    private final List<String> pins;
    private final Map<SSLEngine, X509Certificate[]> seen = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Makes the rules for some connections.
     *
     * @param platform checks by the trusted authorities
     * @param pins the hashes of the only public keys to accept; none where the authorities decide
     */
    ServerTrust(X509ExtendedTrustManager platform, List<String> pins) {
        this.platform = platform;
        this.ancestry = new Ancestry(platform.getAcceptedIssuers());
        this.pins = List.copyOf(pins);
    }

    /** A certificate is refused; the message goes behind "is not accepted: ". */
    static final class Refused extends CertificateException {

        private static final long serialVersionUID = 1L;

        Refused(String words, Throwable cause) {
            super(words, cause);
        }
    }

    /** Returns the chain that came in this engine's handshake, whether it was accepted or not. */
    List<X509Certificate> chain(SSLEngine engine) {
        X509Certificate[] chain = seen.get(engine);
        return chain == null ? List.of() : List.of(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        seen.put(engine, chain.clone());
        if (!pins.isEmpty()) {
            requirePin(chain[0]);
            return;
        }
        String host = engine.getPeerHost();
        try {
            platform.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw new Refused(complaint(host, chain).orElseGet(() -> unforeseen(host, chain[0], e)), e);
        }
        if (!ancestry.isSound(chain) || !HostName.isAmong(host, Certificates.names(chain[0]))) {
            throw new Refused(complaint(host, chain).orElse("no sound way leads from it to a trusted authority"), null);
        }
    }

    private Optional<String> complaint(String host, X509Certificate... chain) {
        return new Complaint(host, ancestry, chain).words();
    }

    private static String unforeseen(String host, X509Certificate leaf, CertificateException e) {
        String words = String.valueOf(e.getMessage());
        return words.startsWith("No subject alternative") || words.startsWith("No name matching")
                ? Complaint.notFor(host, leaf) : words;
    }

    private void requirePin(X509Certificate leaf) throws CertificateException {
        String found = Certificates.spkiHash(leaf);
        if (!pins.contains(found)) {
            throw new Refused("its public key is " + found + ", but " + String.join(" or ", pins)
                    + (pins.size() == 1 ? " is pinned" : " are pinned"), null);
        }
        Optional<String> weak = Strength.weakness(leaf.getPublicKey());
        if (weak.isPresent()) {
            throw new Refused("it has " + weak.get() + ", so that others can have broken it although it is pinned",
                    null);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a certificate is checked only together with its connection");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("a certificate is checked only together with its connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
