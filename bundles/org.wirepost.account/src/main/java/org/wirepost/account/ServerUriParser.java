// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.wirepost.smtp.TlsMode;

/** Takes the address of a server apart, one step after the other. */
final class ServerUriParser {

    private static final String FORM = "smtp://[user@]host[:port] or smtps://[user@]host[:port]";

    private static final int LONGEST_LABEL = 63;

    private final String text;

    ServerUriParser(String text) {
        this.text = text;
    }

    ServerUri parse() throws ServerUriException {
        String lower = text.toLowerCase(Locale.ROOT);
        TlsMode mode = lower.startsWith("smtps://") ? TlsMode.IMPLICIT : TlsMode.REQUIRED;
        if (mode == TlsMode.REQUIRED && !lower.startsWith("smtp://")) {
            throw fault("A server address has the form " + FORM + ": this one does not begin with smtp:// or smtps://",
                    0);
        }
        int start = text.indexOf("//") + 2;
        int end = text.endsWith("/") && text.length() > start ? text.length() - 1 : text.length();
        int at = text.lastIndexOf('@', end - 1);
        refuseForbidden(start, end, at);
        Optional<String> user = at < start ? Optional.empty() : Optional.of(user(start, at));
        int hostStart = at < start ? start : at + 1;
        int hostEnd = hostEnd(hostStart, end);
        String host = text.charAt(hostStart) == '[' ? address(hostStart, hostEnd) : name(hostStart, hostEnd);
        int port = hostEnd < end ? port(hostEnd + 1, end)
                : mode == TlsMode.IMPLICIT ? ServerUri.SUBMISSIONS : ServerUri.SUBMISSION;
        return new ServerUri(host, port, mode, user);
    }

    private void refuseForbidden(int start, int end, int at) throws ServerUriException {
        int colon = text.indexOf(':', start);
        if (colon >= 0 && colon < at) {
            throw fault("The server address must not hold a password, because others can read a command line: name an "
                    + "environment variable, a file or a command that gives it", colon);
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || Character.isISOControl(c)) {
                throw fault("The server address holds a blank or control character", i);
            }
            if (c == '/' || c == '?' || c == '#') {
                throw fault("The server address ends with the port: \"" + c + "\" and what follows it have no meaning",
                        i);
            }
        }
    }

    private String user(int start, int end) throws ServerUriException {
        if (start == end) {
            throw fault("There is no user before the @ of the server address", start);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '%') {
                octets.write(percent(i, end));
                i += 2;
            } else {
                int c = text.codePointAt(i);
                octets.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
            }
        }
        try {
            String user = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray())).toString();
            if (Words.firstControl(user) >= 0) {
                throw fault("The user in the server address holds a control character", start);
            }
            return user;
        } catch (CharacterCodingException e) {
            throw fault("The percent-encoded user in the server address is not UTF-8", start);
        }
    }

    private int percent(int i, int end) throws ServerUriException {
        int high = i + 2 < end ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < end ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw fault("A % in the user of the server address needs two hexadecimal digits behind it; write %25 for "
                    + "the character itself", i);
        }
        return high << 4 | low;
    }

    private int hostEnd(int start, int end) throws ServerUriException {
        int colon = text.indexOf(':', start);
        if (colon >= 0 && text.charAt(start) != '[' && text.indexOf(':', colon + 1) >= 0) {
            throw fault("An IPv6 address in a server address needs brackets, such as smtp://[::1]:25", start);
        }
        if (start >= end || colon == start) {
            throw fault("There is no host in the server address", start);
        }
        if (text.charAt(start) == '[') {
            int close = text.indexOf(']', start);
            if (close < 0) {
                throw fault("The [ in the server address has no ]", start);
            }
            if (close + 1 < end && text.charAt(close + 1) != ':') {
                throw fault("Only a port may follow the ] of the server address", close + 1);
            }
            return close + 1;
        }
        return colon < 0 ? end : colon;
    }

    private String address(int start, int end) throws ServerUriException {
        String address = text.substring(start + 1, end - 1);
        try {
            // Only characters of an address, so that this never asks a name server.
            if (address.indexOf(':') >= 0 && address.matches("[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?")) {
                InetAddress.getByName(address.replaceFirst("%.*", ""));
                return address;
            }
        } catch (UnknownHostException e) {
            // Told below.
        }
        throw fault("What stands in brackets in the server address is not an IPv6 address", start);
    }

    private String name(int start, int end) throws ServerUriException {
        String name = text.substring(start, end);
        try {
            String ascii = isPlain(name) ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            int bad = firstForbidden(ascii);
            if (bad >= 0) {
                throw fault("\"" + ascii.charAt(bad) + "\" cannot be part of a host name",
                        ascii.equals(name) ? start + bad : start);
            }
            return ascii;
        } catch (IllegalArgumentException e) {
            throw fault("This is not the name of a host", start);
        }
    }

    /** Whether IDN has nothing to convert or to complain of; its tables, which most names do not need, take 6 ms. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_LABEL && !name.contains("..");
    }

    private static int firstForbidden(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-'
                    || c == '_' || c == '.' && i > 0 && name.charAt(i - 1) != '.';
            if (!allowed) {
                return i;
            }
        }
        return -1;
    }

    private int port(int start, int end) throws ServerUriException {
        String digits = text.substring(start, end);
        int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535) {
            throw fault("The port in the server address is not a number from 1 to 65535", start);
        }
        return port;
    }

    private static ServerUriException fault(String message, int index) {
        return new ServerUriException(message, index + 1);
    }
}
