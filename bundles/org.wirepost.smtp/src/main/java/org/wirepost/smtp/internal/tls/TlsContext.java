// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.io.IOException;
import java.net.IDN;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.wirepost.smtp.TlsSettings;

/** Makes TLS engines for one set of settings; kept as long as the settings, so that sessions can be resumed. */
public final class TlsContext {

    private static final Map<TlsSettings, TlsContext> CONTEXTS = Collections.synchronizedMap(new WeakHashMap<>());

    private final SSLContext context;
    private final ServerTrust trust;
    private final boolean pinned;

    private TlsContext(SSLContext context, ServerTrust trust, boolean pinned) {
        this.context = context;
        this.trust = trust;
        this.pinned = pinned;
    }

    /** Returns the context for the settings. */
    public static TlsContext of(TlsSettings settings) throws IOException {
        TlsContext known = CONTEXTS.get(settings);
        if (known == null) {
            known = create(settings);
            CONTEXTS.put(settings, known);
        }
        return known;
    }

    private static TlsContext create(TlsSettings settings) throws IOException {
        try {
            ServerTrust trust = new ServerTrust(platformTrust(settings.authorities()), settings.pins());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(settings), new TrustManager[] {trust}, null);
            return new TlsContext(context, trust, !settings.pins().isEmpty());
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static X509ExtendedTrustManager platformTrust(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = null;
        if (!authorities.isEmpty()) {
            store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("the platform has no PKIX trust manager");
    }

    private static KeyManager[] keys(TlsSettings settings) throws GeneralSecurityException {
        if (settings.clientKey().isEmpty()) {
            return new KeyManager[0];
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(settings.clientKey().get(), settings.clientKeyPassword());
        return factory.getKeyManagers();
    }

    /** Makes an engine that checks the certificate against the host name (RFC 9525). */
    public SSLEngine engine(String host, int port) {
        SSLEngine engine = context.createSSLEngine(asciiName(host), port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (!pinned) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    static String asciiName(String host) {
        return host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
    }

    /** Returns the chain that the server sent in this engine's handshake, accepted or not. */
    public List<X509Certificate> chain(SSLEngine engine) {
        return trust.chain(engine);
    }
}
