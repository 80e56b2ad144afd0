// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.text.FieldCheck;

/**
 * Reads a source from its beginning to exactly the end it had when it was planned; more or less than that is an error.
 * Whatever goes wrong in the source becomes a {@link MimeException} that names it, so that it cannot be mistaken for a
 * failure of the network.
 */
public final class SourceReader implements Closeable {

    private final Source source;
    private final SourceStamp stamp;
    private final ReadableByteChannel channel;
    private final InputStream stream;
    private final Checksum checksum = new CRC32C();
    private boolean summing;
    private long position;

    private SourceReader(Source source, SourceStamp stamp) throws IOException {
        this.source = source;
        this.stamp = stamp;
        Optional<Path> file = source.file();
        try {
            if (file.isPresent()) {
                stream = InputStream.nullInputStream();
                channel = FileChannel.open(file.get(), StandardOpenOption.READ);
            } else {
                stream = source.open();
                channel = Channels.newChannel(InputStream.nullInputStream());
            }
        } catch (IOException e) {
            throw file.isPresent() ? FileSource.explained(file.get(), e) : failed(e);
        }
    }

    /**
     * Opens a source.
     *
     * @param source to be read
     * @param stamp taken when it was planned
     * @return a reader at its beginning
     * @throws IOException when it cannot be opened, or is known to have changed
     */
    public static SourceReader open(Source source, SourceStamp stamp) throws IOException {
        if (source.file().isPresent()) {
            stamp.verify(source);
        }
        return new SourceReader(source, stamp);
    }

    /**
     * Opens a source that is read in full at planning and again at each writing, and compares what is read.
     *
     * @param source to be read
     * @param stamp taken when it was planned
     * @return a reader at its beginning with a {@link #checksum}
     * @throws IOException when it cannot be opened, or is known to have changed
     */
    public static SourceReader openSumming(Source source, SourceStamp stamp) throws IOException {
        SourceReader reader = open(source, stamp);
        reader.summing = true;
        return reader;
    }

    /** Returns a checksum of all octets read so far. */
    public long checksum() {
        return checksum.getValue();
    }

    /** Returns how many octets are still to be read. */
    public long remaining() {
        return stamp.length() - position;
    }

    /**
     * Reads until the array is full or the planned end is reached.
     *
     * @param octets array
     * @param from where to begin
     * @param count how many at most
     * @return how many were read; 0 at the end
     * @throws ContentChangedException when the source ends too early
     * @throws MimeException when it cannot be read
     */
    public int read(byte[] octets, int from, int count) throws IOException {
        int wanted = (int) Math.min(count, remaining());
        int done = 0;
        while (done < wanted) {
            int read = readOnce(octets, from + done, wanted - done);
            if (read < 0) {
                throw new ContentChangedException(source.name(), "it had " + stamp.length() + " octets and now ends at "
                        + (position + done));
            }
            done += read;
        }
        position += done;
        if (summing) {
            checksum.update(octets, from, done);
        }
        return done;
    }

    /**
     * Checks that the source ends here and that nobody wrote to it meanwhile.
     *
     * @throws ContentChangedException when it is longer than planned or has changed
     * @throws IOException when it cannot be asked
     */
    public void finish() throws IOException {
        if (source.file().isPresent()) {
            stamp.verify(source);
        } else if (readOnce(new byte[1], 0, 1) > 0) {
            throw new ContentChangedException(source.name(), "it had " + stamp.length() + " octets and now has more");
        }
    }

    /**
     * Checks as {@link #finish()} does, and that every octet is what it was.
     *
     * @param planned the checksum at planning
     * @throws ContentChangedException when the content has changed
     * @throws IOException when it cannot be asked
     */
    public void finish(long planned) throws IOException {
        finish();
        if (checksum() != planned) {
            throw new ContentChangedException(source.name(), "it has the same length and other content");
        }
    }

    /** Returns the channel, if the source is a file. */
    public Optional<FileChannel> file() {
        return channel instanceof FileChannel file ? Optional.of(file) : Optional.empty();
    }

    private int readOnce(byte[] octets, int from, int count) throws IOException {
        try {
            return channel instanceof FileChannel file ? file.read(ByteBuffer.wrap(octets, from, count))
                    : stream.read(octets, from, count);
        } catch (MimeException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private MimeException failed(IOException cause) {
        if (cause instanceof MimeException mime) {
            return mime;
        }
        return new MimeException("\"" + FieldCheck.visible(source.name()) + "\" cannot be read (" + cause.getMessage()
                + "); check that the file is still there.", Optional.of(source.name()), OptionalLong.of(position),
                cause);
    }

    @Override
    public void close() throws IOException {
        try (channel; stream) {
            position = stamp.length();
        }
    }
}
