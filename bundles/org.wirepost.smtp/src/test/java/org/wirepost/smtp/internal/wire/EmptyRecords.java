// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLSession;

/** An engine that takes whatever comes for records in which there is nothing. */
final class EmptyRecords extends SSLEngine {

    private static final String[] NONE = {};

    private final SSLSession session;
    private final HandshakeStatus status;

    EmptyRecords(SSLSession session, HandshakeStatus status) {
        this.session = session;
        this.status = status;
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length) {
        int count = Math.min(source.remaining(), 22);
        source.position(source.position() + count);
        return new SSLEngineResult(count == 0 ? Status.BUFFER_UNDERFLOW : Status.OK, status, count, 0);
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target) {
        return new SSLEngineResult(Status.OK, status, 0, 0);
    }

    @Override
    public SSLSession getSession() {
        return session;
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return status;
    }

    @Override
    public void beginHandshake() {
        // It has begun.
    }

    @Override
    public Runnable getDelegatedTask() {
        throw new UnsupportedOperationException("no task was announced");
    }

    @Override
    public void closeInbound() {
        // There is nothing to close.
    }

    @Override
    public boolean isInboundDone() {
        return false;
    }

    @Override
    public void closeOutbound() {
        // There is nothing to close.
    }

    @Override
    public boolean isOutboundDone() {
        return false;
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return NONE;
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return NONE;
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        // There are none.
    }

    @Override
    public String[] getSupportedProtocols() {
        return NONE;
    }

    @Override
    public String[] getEnabledProtocols() {
        return NONE;
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        // There are none.
    }

    @Override
    public void setUseClientMode(boolean mode) {
        // It is no other.
    }

    @Override
    public boolean getUseClientMode() {
        return true;
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        // Nobody is asked.
    }

    @Override
    public boolean getNeedClientAuth() {
        return false;
    }

    @Override
    public void setWantClientAuth(boolean want) {
        // Nobody is asked.
    }

    @Override
    public boolean getWantClientAuth() {
        return false;
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        // There is one session.
    }

    @Override
    public boolean getEnableSessionCreation() {
        return true;
    }
}
