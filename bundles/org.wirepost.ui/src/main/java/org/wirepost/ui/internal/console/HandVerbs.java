// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirepost.smtp.dialogue.Capabilities;

/** Completes commands: verbs, and what this server offers. */
final class HandVerbs {

    private static final List<String> ALWAYS = List.of("EHLO ", "HELO ", "MAIL FROM:<>", "RCPT TO:<>", "DATA", "RSET",
            "NOOP", "VRFY ", "EXPN ", "HELP", "QUIT");

    private HandVerbs() {
    }

    /**
     * Returns what a line may become, the likely first.
     *
     * @param typed the line so far
     * @param offered what the server offers
     */
    static List<String> complete(String typed, Capabilities offered) {
        String upper = typed.toUpperCase(Locale.ROOT);
        List<String> all = new ArrayList<>(ALWAYS);
        if (offered.mechanisms().isEmpty()) {
            all.add("AUTH ");
        }
        offered.mechanisms().forEach(name -> all.add("AUTH " + name));
        if (offered.offers("ETRN")) {
            all.add("ETRN ");
        }
        all.addAll(parameters(typed, upper, offered));
        return all.stream().filter(line -> line.toUpperCase(Locale.ROOT).startsWith(upper)
                && line.length() > typed.length())
                .toList();
    }

    /** Behind the address of MAIL and RCPT: the parameters of extensions that are offered. */
    private static List<String> parameters(String typed, String upper, Capabilities offered) {
        int blank = typed.lastIndexOf(' ');
        if (blank < 0 || typed.indexOf('>') < 0 || blank < typed.indexOf('>')) {
            return List.of();
        }
        String before = typed.substring(0, blank + 1);
        List<String> names = new ArrayList<>();
        if (upper.startsWith("MAIL")) {
            add(names, offered, "SIZE", "SIZE=");
            add(names, offered, "8BITMIME", "BODY=8BITMIME");
            add(names, offered, "SMTPUTF8", "SMTPUTF8");
            add(names, offered, "DSN", "RET=HDRS", "RET=FULL", "ENVID=");
        } else if (upper.startsWith("RCPT")) {
            add(names, offered, "DSN", "NOTIFY=SUCCESS,FAILURE,DELAY", "NOTIFY=NEVER", "ORCPT=rfc822;");
        }
        return names.stream().map(name -> before + name).toList();
    }

    private static void add(List<String> names, Capabilities offered, String keyword, String... parameters) {
        if (offered.offers(keyword)) {
            names.addAll(List.of(parameters));
        }
    }

    /** Returns where to type on: between the brackets of an empty address, otherwise at the end. */
    static int cursor(String line) {
        int empty = line.indexOf("<>");
        return empty < 0 ? line.length() : empty + 1;
    }
}
