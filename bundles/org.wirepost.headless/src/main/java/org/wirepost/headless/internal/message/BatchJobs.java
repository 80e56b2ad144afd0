// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.wirepost.delivery.BadOrder;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.Pause;
import org.wirepost.headless.internal.cli.Fault;

/**
 * The messages of a JSON Lines file, one after the other; memory does not grow with their number. A line that cannot be
 * read as a message comes as a {@link BadOrder}; empty lines are skipped. Before a line that has not been written yet
 * there comes a {@link Pause}.
 */
public final class BatchJobs implements Iterator<Job>, Closeable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final String name;
    private final Fields common;
    private final DraftReader drafts;
    private final EnvelopeReader envelopes;
    private final BatchLines lines;
    private Optional<Job> next = Optional.empty();
    private boolean ended;
    private boolean paused;

    /**
     * Begins to read.
     *
     * @param in the lines; closed at the end
     * @param name names the file in errors
     * @param common what counts for all lines
     * @param drafts reads the message of a line
     * @param envelopes reads its envelope
     */
    public BatchJobs(InputStream in, String name, Fields common, DraftReader drafts, EnvelopeReader envelopes) {
        this.in = in;
        this.name = name;
        this.common = common;
        this.drafts = drafts;
        this.envelopes = envelopes;
        this.lines = new BatchLines(in);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !ended) {
            next = read();
        }
        return next.isPresent();
    }

    @Override
    public Job next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Job job = next.get();
        next = Optional.empty();
        return job;
    }

    /** Returns the next line as a job; empty at the end and for an empty line. */
    private Optional<Job> read() {
        String place = name + " line " + (lines.number() + 1);
        try {
            if (!paused && lines.number() > 0 && lines.mayWait()) {
                paused = true;
                return Optional.of(new Pause());
            }
            paused = false;
            Optional<byte[]> line = lines.next();
            ended = line.isEmpty();
            String json = ended ? "" : text(line.get());
            return json.isBlank() ? Optional.empty() : Optional.of(job(json, place));
        } catch (BatchLines.TooLong e) {
            ended = true;
            return Optional.of(bad(place, " is longer than 4 MiB, and nothing behind it is read; put each message on a"
                    + " line of its own."));
        } catch (CharacterCodingException e) {
            return Optional.of(bad(place, " is not UTF-8; convert the file, for example with iconv -f LATIN1 -t"
                    + " UTF-8."));
        } catch (InterruptedIOException e) {
            ended = true;
            return Optional.of(new BadOrder(place, new DeliveryFailure.Cancelled("Cancelled before " + place
                    + " was read.")));
        } catch (IOException e) {
            ended = true;
            return Optional.of(new BadOrder(place, new DeliveryFailure.BadContent(name, name
                    + " cannot be read any further: " + e.getMessage() + ".")));
        }
    }

    private static Job bad(String place, String words) {
        return new BadOrder(place, new DeliveryFailure.BadInput(place, place + words, Optional.empty()));
    }

    private String text(byte[] line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        return lines.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private Job job(String json, String place) {
        try {
            BatchFields fields = BatchFields.read(json, place, common);
            return new Order(drafts.read(fields), envelopes.read(fields), fields.label().orElse(place));
        } catch (Fault e) {
            String sentence = e.getMessage().startsWith(place) ? e.getMessage() : place + ": " + e.getMessage();
            return new BadOrder(place, e.code() == ExitCode.NOINPUT ? new DeliveryFailure.BadContent(place, sentence)
                    : new DeliveryFailure.BadInput(place, sentence, e.hint()));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
