// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabClientAuth;

/** The server's side of TLS with one certificate. Good for any number of connections. */
public final class ServerTls {

    private final SSLContext context;
    private final String[] protocols;
    private final LabClientAuth clientAuth;

    public ServerTls(LabCertificate certificate, List<String> protocols, LabClientAuth clientAuth) {
        this.clientAuth = clientAuth;
        this.protocols = protocols.toArray(String[]::new);
        try {
            context = SSLContext.getInstance("TLS");
            // An own trust manager keeps JSSE from loading the platform's certificates, which nobody asks for here.
            context.init(new KeyManager[] {new OneKey(certificate)}, new TrustManager[] {new OwnClients(certificate)},
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot do TLS: " + e.getMessage(), e);
        }
    }

    /** A socket that will do the handshake on its {@link SSLSocket#startHandshake()}. */
    public SSLSocket over(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.setEnabledProtocols(protocols);
        switch (clientAuth) {
            case NONE -> { }
            case WANTED -> secure.setWantClientAuth(true);
            case NEEDED -> secure.setNeedClientAuth(true);
        }
        return secure;
    }

    /** Always the same key, if its algorithm fits, however weak it is. */
    private static final class OneKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "lab";
        private final LabCertificate certificate;

        OneKey(LabCertificate certificate) {
            this.certificate = certificate;
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return certificate.key().getAlgorithm().equals(keyType) ? ALIAS : null;
        }

        @Override
        public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            return chooseServerAlias(keyType, issuers, null);
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return certificate.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return certificate.key();
        }
    }

    /**
     * Takes client certificates of the lab's own CA. JSSE adds a check of its own to a manager that knows no sockets;
     * this one knows them and decides alone.
     */
    private static final class OwnClients extends X509ExtendedTrustManager {
        private final LabCertificate certificate;

        OwnClients(LabCertificate certificate) {
            this.certificate = certificate;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                chain[0].checkValidity();
                chain[0].verify(certificate.ca().getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new CertificateException("The client certificate is not one of the lab's: " + e.getMessage(), e);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("The lab is no client.");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {certificate.ca()};
        }
    }
}
