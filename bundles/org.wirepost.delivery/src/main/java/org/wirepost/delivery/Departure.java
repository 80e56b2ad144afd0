// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.io.IOException;
import java.util.List;
import org.wirepost.smtp.Recipient;

/** Is told before the end of a message leaves, so that this can be written down first. */
@FunctionalInterface
public interface Departure {

    /**
     * Called on the thread of the session, before the octets that complete the message are given to the network; again
     * when the message goes over another connection because the first one broke before.
     *
     * @param recipients those that it may reach, in the order of the envelope
     * @param checksum CRC-32C of the octets of the whole message, as they are about to have been sent
     * @throws IOException when it shall not go: the connection is closed without the end
     */
    void beforeEnd(List<Recipient> recipients, int checksum) throws IOException;
}
