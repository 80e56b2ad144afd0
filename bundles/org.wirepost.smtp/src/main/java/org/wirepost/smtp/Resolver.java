// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name; they are tried in the order given. */
@FunctionalInterface
public interface Resolver {

    /** The system's resolver, which takes as long as the system lets it. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Finds the addresses.
     *
     * @param host a host name or an address
     * @return at least one address
     * @throws UnknownHostException when there is none
     * @throws SocketTimeoutException when no answer came in time
     * @throws IOException when the question cannot be asked, or was given up
     */
    List<InetAddress> resolve(String host) throws IOException;
}
