// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The argument of MAIL or RCPT (RFC 5321 section 4.1.2).
 *
 * @param address what stands in the angle brackets, without a source route
 * @param parameters keyword in capitals to value, empty if none
 * @param loose whether spaces stand where none belong
 */
record MailPath(String address, Map<String, String> parameters, boolean loose) {

    static final MailPath NONE = new MailPath("", Map.of(), false);

    /** Reads {@code FROM:<…> …} or {@code TO:<…> …}. */
    static MailPath parse(String argument, String keyword) throws Refusal {
        if (!argument.regionMatches(true, 0, keyword, 0, keyword.length())) {
            throw new Refusal(501, "5.5.4", "Syntax: " + keyword + "<address>");
        }
        int open = keyword.length();
        while (open < argument.length() && argument.charAt(open) == ' ') {
            open++;
        }
        if (open == argument.length() || argument.charAt(open) != '<') {
            throw new Refusal(501, "5.5.4", "Syntax: " + keyword + "<address>, in angle brackets");
        }
        int close = closingBracket(argument, open + 1);
        String rest = argument.substring(close + 1);
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
            throw new Refusal(501, "5.5.4", "Something stands right behind the closing bracket");
        }
        boolean loose = open > keyword.length() || rest.endsWith(" ") || rest.contains("  ");
        return new MailPath(withoutRoute(argument.substring(open + 1, close)), parameters(rest), loose);
    }

    private static int closingBracket(String text, int from) throws Refusal {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i;
            } else if (c < ' ' || c == 0x7F || c == ' ' && !quoted) {
                throw new Refusal(501, "5.1.3", "A space or a control character stands in the address");
            }
        }
        throw new Refusal(501, "5.5.4", "The closing bracket of the address is missing");
    }

    /** RFC 5321 appendix C: a source route is accepted and ignored. */
    private static String withoutRoute(String path) {
        int colon = path.indexOf(':');
        return path.startsWith("@") && colon > 0 ? path.substring(colon + 1) : path;
    }

    private static Map<String, String> parameters(String text) throws Refusal {
        if (text.isBlank()) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String word : text.trim().split(" +")) {
            int equals = word.indexOf('=');
            String key = (equals < 0 ? word : word.substring(0, equals)).toUpperCase(Locale.ROOT);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            boolean valid = key.matches("[A-Z0-9][A-Z0-9-]*") && (equals < 0 || value.matches("[^\\x00-\\x20=\\x7F]+"));
            if (!valid) {
                throw new Refusal(501, "5.5.4", "This is no parameter of the form KEYWORD=value");
            }
            if (parameters.put(key, value) != null) {
                throw new Refusal(501, "5.5.4", "The parameter " + key + " is given twice");
            }
        }
        return parameters;
    }
}
