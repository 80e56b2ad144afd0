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
 * Decides about the server's certificate: by the trusted authorities and the host name, or by a pinned key. Beyond the
 * platform's rules a name must be in the subject alternative names (RFC 9525), and SHA-1, MD5 and RSA keys under 2048
 * bits are refused, also under a private authority.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager platform;
    private final Optional<String> pin;
    private final Map<SSLEngine, X509Certificate[]> seen = Collections.synchronizedMap(new WeakHashMap<>());

    ServerTrust(X509ExtendedTrustManager platform, Optional<String> pin) {
        this.platform = platform;
        this.pin = pin;
    }

    /** Returns the chain that came in this engine's handshake, whether it was accepted or not. */
    List<X509Certificate> chain(SSLEngine engine) {
        X509Certificate[] chain = seen.get(engine);
        return chain == null ? List.of() : List.of(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        seen.put(engine, chain.clone());
        if (pin.isPresent()) {
            requirePin(chain[0]);
            return;
        }
        platform.checkServerTrusted(chain, type, engine);
        requireStrength(chain);
        if (Certificates.names(chain[0]).isEmpty()) {
            throw new CertificateException("it names no host in its subject alternative names");
        }
    }

    private void requirePin(X509Certificate leaf) throws CertificateException {
        String found = Certificates.spkiHash(leaf);
        if (!found.equals(pin.orElseThrow())) {
            throw new CertificateException("its public key is " + found + ", but " + pin.get() + " is pinned");
        }
    }

    private static void requireStrength(X509Certificate... chain) throws CertificateException {
        for (X509Certificate each : chain) {
            if (Certificates.isSelfSigned(each)) {
                continue;
            }
            String algorithm = each.getSigAlgName().toUpperCase(java.util.Locale.ROOT);
            if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD")) {
                throw new CertificateException("it is signed by the broken algorithm " + each.getSigAlgName());
            }
            if (Certificates.rsaBits(each) < 2048) {
                throw new CertificateException("its RSA key has only " + Certificates.rsaBits(each) + " bits");
            }
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
