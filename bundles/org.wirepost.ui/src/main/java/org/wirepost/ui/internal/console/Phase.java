// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import org.wirepost.smtp.dialogue.Stage;

/** The parts of a session as the waterfall and the filter show them. */
enum Phase {
    DNS, TCP, TLS, GREETING, EHLO, AUTH, MAIL, RCPT, CONTENT, RESULT, OTHER;

    static Phase of(Stage stage) {
        return switch (stage) {
            case RESOLVE -> DNS;
            case CONNECT -> TCP;
            case TLS, STARTTLS -> TLS;
            case GREETING -> GREETING;
            case EHLO -> EHLO;
            case AUTH -> AUTH;
            case MAIL -> MAIL;
            case RCPT -> RCPT;
            case DATA, CONTENT -> CONTENT;
            case RESULT -> RESULT;
            case RESET, QUIT -> OTHER;
        };
    }

    /** Returns its name in the user's language, short enough for a label. */
    String label() {
        return switch (this) {
            case DNS -> Messages.phaseDns;
            case TCP -> Messages.phaseTcp;
            case TLS -> Messages.phaseTls;
            case GREETING -> Messages.phaseGreeting;
            case EHLO -> Messages.phaseEhlo;
            case AUTH -> Messages.phaseAuth;
            case MAIL -> Messages.phaseMail;
            case RCPT -> Messages.phaseRcpt;
            case CONTENT -> Messages.phaseContent;
            case RESULT -> Messages.phaseResult;
            case OTHER -> Messages.phaseOther;
        };
    }
}
