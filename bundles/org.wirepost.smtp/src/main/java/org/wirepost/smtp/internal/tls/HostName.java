// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import java.util.List;
import java.util.Locale;

/**
 * The name that a server has to prove (RFC 9525): only the subject alternative names count, never the common name, and
 * an asterisk stands for one whole label at the left, with at least two labels behind it.
 */
final class HostName {

    private static final String DNS = "DNS:";
    private static final String IP = "IP:";

    private HostName() {
    }

    /**
     * Tells whether one of the names is the host's.
     *
     * @param host name or address, in ASCII
     * @param names as {@link Certificates#names} returns them
     */
    static boolean isAmong(String host, List<String> names) {
        if (isAddress(host)) {
            // The platform compares addresses by their octets; what is left to demand is that it has compared any.
            return names.stream().anyMatch(name -> name.startsWith(IP));
        }
        String wanted = plain(host);
        return names.stream().filter(name -> name.startsWith(DNS))
                .anyMatch(name -> fits(wanted, plain(name.substring(DNS.length()))));
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9]+(\\.[0-9]+){3}");
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean fits(String host, String name) {
        if (!name.startsWith("*.")) {
            return host.equals(name);
        }
        int dot = host.indexOf('.');
        String rest = name.substring(1);
        return dot > 0 && rest.indexOf('.', 1) > 0 && rest.indexOf('*') < 0 && host.substring(dot).equals(rest);
    }
}
