// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may sign in at a {@link LabServer} and how.
 *
 * @param passwords user to password, in the order given
 * @param tokens user to bearer token, for XOAUTH2 and OAUTHBEARER
 * @param mechanisms what is offered, in this order; empty: whatever the accounts allow, the safest first
 * @param required whether MAIL is refused with 530 before a successful AUTH
 * @param inClear whether AUTH is offered without TLS although the server has it; a server with
 *     {@link LabTls#NONE} always offers it in the clear
 */
public record LabAuth(Map<String, String> passwords, Map<String, String> tokens, List<LabMechanism> mechanisms,
        boolean required, boolean inClear) {

    /** Checks and copies. */
    public LabAuth {
        passwords = Collections.unmodifiableMap(new LinkedHashMap<>(passwords));
        tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
        mechanisms = List.copyOf(mechanisms);
    }

    /** Nobody can sign in and nobody needs to. */
    public static LabAuth none() {
        return new LabAuth(Map.of(), Map.of(), List.of(), false, false);
    }

    /** The same with one more account. */
    public LabAuth withPassword(String user, String password) {
        return new LabAuth(plus(passwords, user, password), tokens, mechanisms, required, inClear);
    }

    /** The same with one more bearer token. */
    public LabAuth withToken(String user, String token) {
        return new LabAuth(passwords, plus(tokens, user, token), mechanisms, required, inClear);
    }

    /** The same, offering exactly these mechanisms. */
    public LabAuth withMechanisms(LabMechanism... offered) {
        return new LabAuth(passwords, tokens, List.of(offered), required, inClear);
    }

    /** The same, with AUTH demanded before MAIL or not. */
    public LabAuth withRequired(boolean yes) {
        return new LabAuth(passwords, tokens, mechanisms, yes, inClear);
    }

    /** The same, with AUTH also offered before STARTTLS or not. */
    public LabAuth withInClear(boolean yes) {
        return new LabAuth(passwords, tokens, mechanisms, required, yes);
    }

    /** What is offered: {@link #mechanisms()}, or what the accounts allow if that is empty. */
    public List<LabMechanism> offered() {
        if (!mechanisms.isEmpty()) {
            return mechanisms;
        }
        return Arrays.stream(LabMechanism.values()).filter(this::usable).toList();
    }

    private boolean usable(LabMechanism mechanism) {
        return switch (mechanism) {
            case XOAUTH2, OAUTHBEARER -> !tokens.isEmpty();
            case EXTERNAL -> false;
            default -> !passwords.isEmpty();
        };
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        Map<String, String> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    /** The users, never their secrets. */
    @Override
    public String toString() {
        return "LabAuth[passwords for " + passwords.keySet() + ", tokens for " + tokens.keySet() + ", mechanisms="
                + mechanisms + ", required=" + required + ", inClear=" + inClear + "]";
    }
}
