// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The name to give in EHLO (RFC 5321 section 4.1.1.1): as configured, the machine's domain name, or its address. */
public final class EhloName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+|\\[[A-Za-z0-9:._-]+\\]");

    private EhloName() {
    }

    /**
     * Chooses the name.
     *
     * @param configured what the user wants, used as it is
     * @param machine the machine's own name; used only when it is a whole domain name
     * @param local the address of this end of the connection
     */
    static String of(Optional<String> configured, Supplier<String> machine, InetAddress local) {
        if (configured.isPresent()) {
            return require(configured.get());
        }
        String name = machine.get();
        return isDomain(name) ? name : literal(local);
    }

    /**
     * Checks a name that is configured.
     *
     * @param name a domain, also one with letters beyond ASCII, or an address literal
     * @return the name as it goes over the wire
     * @throws IllegalArgumentException when it is neither
     */
    public static String require(String name) {
        String ascii = isAscii(name) ? name : toAscii(name);
        if (!NAME.matcher(ascii).matches()) {
            throw refused();
        }
        return ascii;
    }

    private static String toAscii(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("The EHLO name must be a domain or an address literal: letters, digits,"
                + " hyphens and dots, or an address in brackets");
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String name) {
        return name.length() <= 253
                && name.matches("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*")
                && !name.endsWith(".localdomain");
    }

    /** Returns the address in brackets (RFC 5321 section 4.1.3). */
    static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        String bare = scope < 0 ? text : text.substring(0, scope);
        return address instanceof Inet6Address ? "[IPv6:" + bare + "]" : "[" + bare + "]";
    }

    /** Returns what the system calls this machine; empty when it does not know. */
    static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            return "";
        }
    }
}
