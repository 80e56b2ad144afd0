// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Who has signed a JAR file, and whether it is still what they signed.
 *
 * @param state what was found
 * @param detail the signers, or what is wrong; empty when there is no signature
 */
record Signature(State state, String detail) {

    private static final long LIMIT = 512L << 20;
    private static final int BUFFER = 1 << 16;

    /** What can be found. */
    enum State {
        /** Nobody has signed it. */
        NONE,
        /** Signed, whole and unchanged. */
        WHOLE,
        /** Signed, but some files in it are not. */
        PARTLY,
        /** Changed after it was signed. */
        BROKEN
    }

    /**
     * Reads a whole JAR file and checks its signature.
     *
     * @param file the file
     * @throws IOException when it cannot be read or holds more than 512 MiB
     */
    static Signature of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            boolean signed = jar.stream().anyMatch(entry -> isSignatureFile(entry.getName()));
            Set<String> signers = new TreeSet<>();
            List<String> without = new ArrayList<>();
            read(jar, signers, without);
            if (!signed) {
                return new Signature(State.NONE, "");
            }
            if (signers.isEmpty() || !without.isEmpty()) {
                return new Signature(State.PARTLY, without.isEmpty() ? "" : without.get(0));
            }
            return new Signature(State.WHOLE, String.join(", ", signers));
        } catch (SecurityException e) {
            return new Signature(State.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    private static void read(JarFile jar, Set<String> signers, List<String> without) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = LIMIT;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
            JarEntry entry = entries.nextElement();
            try (InputStream in = jar.getInputStream(entry)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    left -= count;
                    if (left < 0) {
                        throw new IOException(Messages.bind(Messages.tooLarge, LIMIT >> 20));
                    }
                }
            }
            CodeSigner[] found = entry.getCodeSigners();
            if (found != null) {
                for (CodeSigner signer : found) {
                    signers.add(name(signer));
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

    private static String name(CodeSigner signer) {
        if (!(signer.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate certificate)) {
            return "?";
        }
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(subject).getRdns().stream().filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(part -> String.valueOf(part.getValue())).findFirst().orElse(subject);
        } catch (InvalidNameException e) {
            return subject;
        }
    }

    /** Returns it in words. */
    String words() {
        return switch (state) {
            case NONE -> Messages.signatureNone;
            case WHOLE -> Messages.bind(Messages.signatureWhole, detail);
            case PARTLY -> Messages.bind(Messages.signaturePartly, detail);
            case BROKEN -> Messages.bind(Messages.signatureBroken, detail);
        };
    }
}
