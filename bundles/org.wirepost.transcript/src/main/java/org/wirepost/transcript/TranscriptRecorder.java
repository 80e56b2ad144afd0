// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueEvent.Decided;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.smtp.dialogue.DialogueListener;

/**
 * Writes the transcript of one or more sessions while they go on.
 *
 * <p>Sessions that run side by side are told apart by their threads, as each runs on one thread. As soon as there has
 * been more than one, text lines begin with the number of their session, such as {@code [2]}; JSON always has it. What
 * is written is flushed at the end of each command and each reply, so that a crash leaves what was said; blocks of
 * content are flushed with what follows them.
 *
 * <p>When the output fails, that is reported once, nothing more is written, and the session goes on undisturbed.
 */
public final class TranscriptRecorder implements DialogueListener, Closeable {

    private final ThreadLocal<SessionLines> current = new ThreadLocal<>();
    private final Appendable out;
    private final Closeable closing;
    private final IntFunction<SessionLines> format;
    private final Consumer<IOException> onFailure;
    private int sessions;
    private boolean ended;

    private TranscriptRecorder(Appendable out, Closeable closing, IntFunction<SessionLines> format,
            Consumer<IOException> onFailure) {
        this.out = requireNonNull(out, "out");
        this.closing = closing;
        this.format = format;
        this.onFailure = requireNonNull(onFailure, "onFailure");
    }

    /**
     * Records lines for people.
     *
     * @param out where to; flushed if it is {@link Flushable}
     * @param palette colours, if wanted
     * @param onFailure told once when the output fails
     * @return the recorder; closing it flushes the output and leaves it open
     */
    public static TranscriptRecorder text(Appendable out, Palette palette, Consumer<IOException> onFailure) {
        return new TranscriptRecorder(out, () -> { }, number -> new TextLines(number, palette), onFailure);
    }

    /**
     * Records JSON Lines.
     *
     * @param out where to; flushed if it is {@link Flushable}
     * @param onFailure told once when the output fails
     * @return the recorder; closing it flushes the output and leaves it open
     */
    public static TranscriptRecorder json(Appendable out, Consumer<IOException> onFailure) {
        return json(out, InstantSource.system(), onFailure);
    }

    /**
     * Records JSON Lines of a session that may have been held earlier.
     *
     * @param out where to; flushed if it is {@link Flushable}
     * @param clock tells when the session began, by the clock on the wall
     * @param onFailure told once when the output fails
     * @return the recorder; closing it flushes the output and leaves it open
     */
    public static TranscriptRecorder json(Appendable out, InstantSource clock, Consumer<IOException> onFailure) {
        return new TranscriptRecorder(out, () -> { }, number -> new JsonLines(number, clock), onFailure);
    }

    /**
     * Records into a file, in the format that its name asks for; an existing file is replaced.
     *
     * @param file the file, written in UTF-8
     * @param onFailure told once when the file cannot be written any further
     * @return the recorder; closing it closes the file
     * @throws IOException in one sentence, when the file cannot be written at all
     */
    public static TranscriptRecorder file(Path file, Consumer<IOException> onFailure) throws IOException {
        try {
            var out = Files.newBufferedWriter(file);
            boolean json = TranscriptFormat.of(file) == TranscriptFormat.JSON;
            return new TranscriptRecorder(out, out,
                    json ? TranscriptRecorder::jsonLines : number -> new TextLines(number, Palette.NONE),
                    failure -> onFailure.accept(unwritable(file, failure)));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static SessionLines jsonLines(int number) {
        return new JsonLines(number, InstantSource.system());
    }

    @Override
    public void on(DialogueEvent event) {
        SessionLines session = current.get();
        if (session == null || event instanceof SessionStarted) {
            session = begin();
            current.set(session);
        }
        write(session, event);
        if (event instanceof Closed) {
            current.remove();
        }
    }

    private synchronized SessionLines begin() {
        sessions++;
        return format.apply(sessions);
    }

    private synchronized void write(SessionLines session, DialogueEvent event) {
        if (ended) {
            return;
        }
        try {
            out.append(session.write(event, sessions > 1));
            if (!(event instanceof ContentSent || event instanceof Decided)) {
                flush();
            }
        } catch (IOException e) {
            ended = true;
            onFailure.accept(e);
        }
    }

    private void flush() throws IOException {
        if (out instanceof Flushable flushable) {
            flushable.flush();
        }
    }

    /** Flushes what is left; a file is closed. A failure is reported like any other. Events are ignored from now on. */
    @Override
    public synchronized void close() {
        boolean failed = ended;
        ended = true;
        try {
            if (!failed) {
                flush();
            }
            closing.close();
        } catch (IOException e) {
            if (!failed) {
                onFailure.accept(e);
            }
        }
    }

    private static IOException unwritable(Path file, IOException cause) {
        return new IOException("The transcript " + file + " cannot be written: " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        boolean named = cause instanceof FileSystemException fault && fault.getReason() != null;
        return named ? ((FileSystemException) cause).getReason() : String.valueOf(cause.getMessage());
    }
}
