// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import static org.wirepost.lab.LabExtension.BINARYMIME;
import static org.wirepost.lab.LabExtension.DSN;
import static org.wirepost.lab.LabExtension.EIGHT_BIT_MIME;
import static org.wirepost.lab.LabExtension.SIZE;
import static org.wirepost.lab.LabExtension.SMTPUTF8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirepost.lab.BodyKind;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabSettings;

/** Checks the parameters of MAIL and RCPT against what was offered. */
final class Parameters {

    private static final String XTEXT = "(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+";
    private static final Set<String> NOTIFICATIONS = Set.of("SUCCESS", "FAILURE", "DELAY");

    private final LabSettings settings;

    Parameters(LabSettings settings) {
        this.settings = settings;
    }

    /** Refuses what MAIL cannot carry here. */
    void checkMail(Map<String, String> parameters) throws Refusal {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            switch (parameter.getKey()) {
                case "SIZE" -> size(value);
                case "BODY" -> body(value);
                case "SMTPUTF8" -> demand(SMTPUTF8, "SMTPUTF8", value.isEmpty());
                case "RET" -> demand(DSN, "RET", value.matches("(?i)FULL|HDRS"));
                case "ENVID" -> demand(DSN, "ENVID", value.matches(XTEXT) && value.length() <= 100);
                case "AUTH" -> {
                    if (settings.auth().offered().isEmpty()) {
                        throw unknown("AUTH");
                    }
                }
                default -> throw unknown(parameter.getKey());
            }
        }
    }

    /** Refuses what RCPT cannot carry here. */
    void checkRecipient(Map<String, String> parameters) throws Refusal {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            switch (parameter.getKey()) {
                case "NOTIFY" -> demand(DSN, "NOTIFY", notifications(value.toUpperCase(Locale.ROOT)));
                case "ORCPT" -> demand(DSN, "ORCPT", value.matches("(?i)utf-8;.+|[A-Za-z0-9-]+;" + XTEXT));
                default -> throw unknown(parameter.getKey());
            }
        }
    }

    /** What a checked BODY parameter declares. */
    static BodyKind bodyKind(Map<String, String> parameters) {
        return switch (parameters.getOrDefault("BODY", "").toUpperCase(Locale.ROOT)) {
            case "8BITMIME" -> BodyKind.EIGHT_BIT_MIME;
            case "BINARYMIME" -> BodyKind.BINARY_MIME;
            default -> BodyKind.SEVEN_BIT;
        };
    }

    private void size(String value) throws Refusal {
        demand(SIZE, "SIZE", value.matches("[0-9]{1,20}"));
        long most = settings.limits().messageOctets();
        if (most > 0 && (value.length() > 18 || Long.parseLong(value) > most)) {
            throw new Refusal(552, "5.3.4", "The message is larger than the " + most + " octets allowed");
        }
    }

    private void body(String value) throws Refusal {
        switch (value.toUpperCase(Locale.ROOT)) {
            case "7BIT", "8BITMIME" -> demand(EIGHT_BIT_MIME, "BODY", true);
            case "BINARYMIME" -> demand(BINARYMIME, "BODY", true);
            default -> throw new Refusal(501, "5.5.4", "BODY is 7BIT, 8BITMIME or BINARYMIME");
        }
    }

    private static boolean notifications(String value) {
        return value.equals("NEVER") || NOTIFICATIONS.containsAll(List.of(value.split(",", -1)));
    }

    private void demand(LabExtension extension, String keyword, boolean valid) throws Refusal {
        if (!settings.offers(extension)) {
            throw unknown(keyword);
        }
        if (!valid) {
            throw new Refusal(501, "5.5.4", "The value of " + keyword + " is not understood");
        }
    }

    private static Refusal unknown(String keyword) {
        return new Refusal(555, "5.5.4", "The parameter " + keyword + " was not offered");
    }
}
