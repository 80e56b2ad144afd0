// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.wirepost.lab.LabStore;
import org.wirepost.lab.StoredContent;

/**
 * Takes one message's octets: into memory while they are few, then into a file, or only counts them. A file that
 * cannot be written is remembered, so that the client can be told in its turn.
 */
public final class Capture implements ContentSink, AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final MessageStore store;
    private final long most;
    private final Optional<MessageDigest> digest;
    private byte[] buffer;
    private int buffered;
    private Optional<Path> part = Optional.empty();
    private Optional<FileChannel> channel = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private long octets;

    /** Ready for the next message of at most so many octets; 0 is no limit. */
    public Capture(MessageStore store, long most) {
        this.store = store;
        this.most = most == 0 ? Long.MAX_VALUE : most;
        digest = store.mode() == LabStore.Mode.DIGEST ? Optional.of(sha256()) : Optional.empty();
        buffer = new byte[store.mode() == LabStore.Mode.KEEP ? 4096 : 0];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256.", e);
        }
    }

    /** Whether it grew beyond the limit; what came after it is lost. */
    public boolean overflowed() {
        return octets > most;
    }

    /** Why a file could not be written. */
    public Optional<IOException> failure() {
        return failure;
    }

    /** How many octets came, also those that were too many. */
    public long octets() {
        return octets;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        octets += length;
        if (overflowed() || failure.isPresent()) {
            return;
        }
        if (store.mode() == LabStore.Mode.KEEP) {
            try {
                keep(bytes, from, length);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        } else {
            digest.ifPresent(d -> d.update(bytes, from, length));
        }
    }

    private void keep(byte[] bytes, int from, int length) throws IOException {
        if (buffered + length > BUFFER) {
            spill();
            if (length > BUFFER / 2) {
                writeOut(ByteBuffer.wrap(bytes, from, length));
                return;
            }
        }
        if (buffered + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(BUFFER, Math.max(buffer.length * 2, buffered + length)));
        }
        System.arraycopy(bytes, from, buffer, buffered, length);
        buffered += length;
    }

    private void spill() throws IOException {
        writeOut(ByteBuffer.wrap(buffer, 0, buffered));
        buffered = 0;
    }

    private void writeOut(ByteBuffer bytes) throws IOException {
        if (part.isEmpty()) {
            part = Optional.of(store.newPart());
            channel = Optional.of(FileChannel.open(part.get(), StandardOpenOption.WRITE));
        }
        while (bytes.hasRemaining()) {
            channel.get().write(bytes);
        }
    }

    /** The whole message, under its number. */
    public StoredContent finish(long number) throws IOException {
        if (store.mode() != LabStore.Mode.KEEP) {
            return new StoredContent.Counted(octets, digest.map(d -> HexFormat.of().formatHex(d.digest())));
        }
        if (part.isEmpty() && store.keepInMemory(octets)) {
            return new StoredContent.InMemory(Arrays.copyOf(buffer, buffered));
        }
        spill();
        channel.get().close();
        Path file = store.finish(part.get(), number);
        part = Optional.empty();
        return new StoredContent.OnDisk(file, octets);
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        if (part.isPresent()) {
            try {
                channel.get().close();
            } catch (IOException e) {
                // It is removed anyway.
            }
            MessageStore.delete(part.get());
            part = Optional.empty();
        }
    }
}
