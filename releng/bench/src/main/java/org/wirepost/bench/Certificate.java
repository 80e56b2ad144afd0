// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.wirepost.lab.LabCertificate;

/** A certificate for the sink, made on the spot, in files as OpenSSL reads them. */
final class Certificate {

    private Certificate() {
    }

    /** Makes one and returns the files of the chain and of the key. */
    static List<String> in(Path folder) throws IOException {
        LabCertificate made = LabCertificate.create();
        made.writeCa(ca(folder));
        StringBuilder chain = new StringBuilder();
        for (X509Certificate each : made.chain()) {
            chain.append(pem("CERTIFICATE", encoded(each)));
        }
        Path key = Files.createFile(folder.resolve("key.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, pem("PRIVATE KEY", made.key().getEncoded()), StandardCharsets.US_ASCII);
        Path certificate = Files.writeString(folder.resolve("chain.pem"), chain, StandardCharsets.US_ASCII);
        return List.of(certificate.toString(), key.toString());
    }

    /** The file of the authority that clients are to trust. */
    static Path ca(Path folder) {
        return folder.resolve("ca.pem");
    }

    private static byte[] encoded(X509Certificate certificate) throws IOException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IOException("The certificate cannot be written.", e);
        }
    }

    private static String pem(String what, byte[] octets) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets)
                + "\n-----END " + what + "-----\n";
    }
}
