// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.osgi.annotation.versioning.ProviderType;

/** One connection to a {@link LabServer}, while it runs and afterwards. May be asked from any thread. */
@ProviderType
public interface LabSession {

    /** Counts the connections of this server from 1. */
    int number();

    /** The name given with the last EHLO or HELO. */
    Optional<String> heloName();

    /** Whether the last greeting was EHLO. */
    boolean extended();

    /** Whether TLS is on. */
    boolean encrypted();

    /** The TLS version, such as {@code TLSv1.3}, once the handshake is done. */
    Optional<String> tlsProtocol();

    /** The user who signed in. */
    Optional<String> user();

    /** All complete command lines in order, credentials replaced by their length. */
    List<String> commands();

    /** The dialogue for people to read, without credentials and content. Bounded at 10 000 lines. */
    List<TranscriptLine> transcript();

    /**
     * The application octets received, in order and verbatim, up to {@link LabLimits#keptOctets()}.
     * <strong>These contain the client's credentials:</strong> for comparing in tests, not for showing.
     */
    byte[] received();

    /** The application octets sent, in order and verbatim, up to {@link LabLimits#keptOctets()}. */
    byte[] sent();

    /** All application octets read from the client so far, under TLS those within the records. */
    long octetsReceived();

    /** All application octets written to the client so far. */
    long octetsSent();

    /** What the client did that the protocol forbids, outside of content. */
    List<Deviation> deviations();

    /** How it ended; empty while it runs. */
    Optional<SessionEnd> end();

    /**
     * Waits until the connection is closed and everything about it is recorded.
     *
     * @throws TimeoutException if it still runs after this time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    void awaitEnd(Duration timeout) throws TimeoutException, InterruptedException;
}
