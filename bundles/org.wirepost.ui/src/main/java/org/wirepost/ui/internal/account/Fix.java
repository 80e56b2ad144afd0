// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import org.wirepost.account.Server;
import org.wirepost.smtp.dialogue.CertificateFacts;

/** Something that a failed test proposes and that takes one click. */
sealed interface Fix {

    /** Returns what the button says. */
    String label();

    /** Use another port and another way to encrypt. */
    record Switch(String label, Server server) implements Fix { }

    /** Look at the certificate, and perhaps trust its key from now on. */
    record ShowCertificate(String label, List<CertificateFacts> chain) implements Fix { }

    /** Type user and password again. */
    record Retype(String label) implements Fix { }
}
