// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Who signed a bundle. The certificates are shown, not judged: nobody is asked whether a signer is who he says.
 *
 * @param state what was found
 * @param signers who signed every file in it; none when there is no whole signature
 * @param detail what is wrong: the message of what is broken, or the first file that is not signed; else empty
 */
public record PluginSignature(State state, List<Signer> signers, String detail) {

    private static final long LIMIT = 512L << 20;
    private static final int BUFFER = 1 << 16;

    /** Keeps its own copy of the list. */
    public PluginSignature {
        signers = List.copyOf(signers);
    }

    /** What can be found. */
    public enum State {
        /** Nobody has signed it. */
        NONE,
        /** Signed, whole and unchanged. */
        WHOLE,
        /** Signed, but some files in it are not, or not by an algorithm that is still believed. */
        PARTLY,
        /** Changed after it was signed. */
        BROKEN
    }

    /**
     * One signer, by the certificate.
     *
     * @param subject the distinguished name
     * @param issuer the distinguished name of who issued the certificate
     * @param from from when the certificate holds
     * @param until until when the certificate holds
     */
    public record Signer(String subject, String issuer, Instant from, Instant until) {

        /** Tells whether the signer vouches for himself. */
        public boolean isSelfSigned() {
            return subject.equals(issuer);
        }

        /** Tells whether the certificate has ended. */
        public boolean isExpired() {
            return Instant.now().isAfter(until);
        }

        /** Tells whether the certificate does not hold yet. */
        public boolean isEarly() {
            return Instant.now().isBefore(from);
        }

        private static Signer of(CodeSigner signer) {
            var first = signer.getSignerCertPath().getCertificates().get(0);
            return first instanceof X509Certificate certificate
                    ? new Signer(certificate.getSubjectX500Principal().getName(),
                            certificate.getIssuerX500Principal().getName(), certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant())
                    : new Signer("?", "?", Instant.MIN, Instant.MIN);
        }
    }

    /**
     * Reads a whole JAR file and checks its signature.
     *
     * @param file the file
     * @throws IOException when it cannot be read or holds more than 512 MiB
     */
    static PluginSignature of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            if (jar.stream().noneMatch(entry -> isSignatureFile(entry.getName()))) {
                return new PluginSignature(State.NONE, List.of(), "");
            }
            Set<Signer> signers = new LinkedHashSet<>();
            List<String> without = new ArrayList<>();
            read(jar, signers, without);
            if (signers.isEmpty() || !without.isEmpty()) {
                return new PluginSignature(State.PARTLY, List.of(), without.isEmpty() ? "" : without.get(0));
            }
            return new PluginSignature(State.WHOLE, List.copyOf(signers), "");
        } catch (SecurityException e) {
            return new PluginSignature(State.BROKEN, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static void read(JarFile jar, Set<Signer> signers, List<String> without) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = LIMIT;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
            JarEntry entry = entries.nextElement();
            try (InputStream in = jar.getInputStream(entry)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    left -= count;
                    if (left < 0) {
                        throw new PluginRefusal(PluginRefusal.Reason.TOO_LARGE, jar.getName(), LIMIT >> 20);
                    }
                }
            }
            CodeSigner[] found = entry.getCodeSigners();
            if (found != null) {
                for (CodeSigner signer : found) {
                    signers.add(Signer.of(signer));
                }
            } else if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                without.add(entry.getName());
            }
        }
    }

    private static boolean isSignatureFile(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/") && upper.endsWith(".SF");
    }
}
