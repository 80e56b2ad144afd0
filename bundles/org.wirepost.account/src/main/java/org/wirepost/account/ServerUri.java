// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.util.Optional;
import org.wirepost.smtp.TlsMode;

/**
 * The address of a server as given on a command line: {@code smtp://[user@]host[:port]} for STARTTLS, which must
 * succeed, on port 587 unless given; {@code smtps://[user@]host[:port]} for TLS from the first octet, on port 465.
 *
 * <p>The user is percent-decoded (RFC 3986) and may hold {@code @} as it is; the last one ends it. An IPv6 address
 * stands in brackets. A password is refused: secrets come from the environment, a file or a command only.
 *
 * @param host host name or address, an IPv6 address without brackets; an international name as A-labels
 * @param port 1 to 65535
 * @param tlsMode REQUIRED or IMPLICIT
 * @param user the user, or empty
 */
public record ServerUri(String host, int port, TlsMode tlsMode, Optional<String> user) {

    /** The port for mail submission with STARTTLS (RFC 6409). */
    public static final int SUBMISSION = 587;
    /** The port for mail submission with TLS from the first octet (RFC 8314). */
    public static final int SUBMISSIONS = 465;

    /**
     * Reads the address of a server.
     *
     * @param text the address
     * @return what it says
     * @throws ServerUriException in one sentence that points at the fault
     */
    public static ServerUri parse(String text) throws ServerUriException {
        return new ServerUriParser(text).parse();
    }

    /** Returns the server with nothing special. */
    public Server server() {
        return Server.of(host, port, tlsMode);
    }

    /** Returns the address in its usual form, without the user. */
    @Override
    public String toString() {
        String scheme = tlsMode == TlsMode.IMPLICIT ? "smtps://" : "smtp://";
        return scheme + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
