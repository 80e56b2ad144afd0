// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Palette;
import org.wirepost.transcript.TranscriptRecorder;

/** Watches the sessions: transcript on standard error, transcript file, progress bar. */
public final class Watch implements Closeable {

    private static final String OPTION = "--transcript";

    private final List<TranscriptRecorder> recorders = new ArrayList<>();
    private final Optional<Progress> progress;
    private volatile boolean incomplete;

    private Watch(Optional<Progress> progress) {
        this.progress = progress;
    }

    /**
     * Opens what is asked for.
     *
     * @param arguments for {@code --verbose} and {@code --transcript}
     * @param surroundings for relative file names
     * @param screen standard error and the bar
     * @return the watch
     * @throws Fault when the transcript cannot be written
     */
    public static Watch open(Arguments arguments, Surroundings surroundings, Screen screen) throws Fault {
        Watch watch = new Watch(screen.showsProgress() ? Optional.of(new Progress(screen)) : Optional.empty());
        if (arguments.has("--verbose")) {
            watch.recorders.add(TranscriptRecorder.text(screen.pieces(),
                    screen.colourError() ? Palette.ANSI : Palette.NONE, failure -> { }));
        }
        if (arguments.has(OPTION)) {
            String name = arguments.value(OPTION).orElseThrow();
            try {
                watch.recorders.add(TranscriptRecorder.file(surroundings.file(name),
                        failure -> watch.failed(failure, screen)));
            } catch (IOException e) {
                throw new Fault(ExitCode.CANTCREAT, OPTION + ": " + e.getMessage(), e);
            }
        }
        return watch;
    }

    /** Returns what is told every event of a session. */
    public DialogueListener listener() {
        if (recorders.isEmpty() && progress.isEmpty()) {
            return DialogueListener.NONE;
        }
        return this::on;
    }

    private void on(DialogueEvent event) {
        for (TranscriptRecorder recorder : recorders) {
            recorder.on(event);
        }
        if (progress.isPresent()) {
            progress.get().on(event);
        }
    }

    /** Says how many messages there are to send; 0 when that is not known. Without it there is one. */
    public void expect(long messages) {
        progress.ifPresent(bar -> bar.expect(messages));
    }

    /** Says that another message has been reported. */
    public void reported() {
        progress.ifPresent(Progress::reported);
    }

    private void failed(IOException failure, Screen screen) {
        incomplete = true;
        screen.note("wirepost: " + Inert.of(failure.getMessage()) + ".");
    }

    /**
     * Ends the transcripts.
     *
     * @return {@link ExitCode#CANTCREAT} when the file could not be written to its end
     */
    public ExitCode end() {
        close();
        return incomplete ? ExitCode.CANTCREAT : ExitCode.OK;
    }

    @Override
    public void close() {
        recorders.forEach(TranscriptRecorder::close);
    }
}
