// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import java.io.Flushable;
import java.util.Map;
import java.util.Optional;

/**
 * Standard output, standard error and the progress bar, kept apart from one another: whatever is printed takes the bar
 * off the screen first. May be used from several threads.
 */
public final class Screen {

    private final Output out;
    private final Output err;
    private final boolean colourOut;
    private final boolean colourErr;
    private final Optional<ProgressBar> bar;

    /**
     * Looks after the streams.
     *
     * @param out standard output
     * @param err standard error
     * @param terminal which of them is a terminal
     * @param environment for {@code NO_COLOR} and {@code TERM}
     * @param progress whether a bar may be shown on a terminal
     */
    public Screen(Output out, Output err, Terminal terminal, Map<String, String> environment, boolean progress) {
        this.out = out;
        this.err = err;
        this.colourOut = terminal.colourOutput(environment);
        this.colourErr = terminal.colourError(environment);
        this.bar = progress && terminal.error() && !"dumb".equals(environment.get("TERM"))
                ? Optional.of(new ProgressBar(err, terminal.columns(), System::nanoTime)) : Optional.empty();
    }

    /** Tells whether standard output may be coloured. */
    public boolean colourOutput() {
        return colourOut;
    }

    /** Tells whether standard error may be coloured. */
    public boolean colourError() {
        return colourErr;
    }

    /** Tells whether there is a bar to be kept up to date. */
    public boolean showsProgress() {
        return bar.isPresent();
    }

    /** Prints a line of results. */
    public synchronized void result(String line) {
        clear();
        out.line(line);
    }

    /** Prints a line on standard error. */
    public synchronized void note(String line) {
        clear();
        err.line(line);
    }

    /** Tells the bar how far things are. */
    public synchronized void progress(String what, long done, long total) {
        bar.ifPresent(shown -> shown.update(what, done, total));
    }

    /** Takes the bar off the screen. */
    public synchronized void clear() {
        bar.ifPresent(ProgressBar::remove);
    }

    /** Returns standard error for text that comes in pieces; flushing writes whole pieces at once. */
    public Pieces pieces() {
        return new Pieces();
    }

    /** Collects text until it is flushed. */
    public final class Pieces implements Appendable, Flushable {

        private final StringBuilder pending = new StringBuilder();

        private Pieces() {
        }

        @Override
        public Pieces append(CharSequence text) {
            pending.append(text);
            return this;
        }

        @Override
        public Pieces append(CharSequence text, int start, int end) {
            pending.append(text, start, end);
            return this;
        }

        @Override
        public Pieces append(char c) {
            pending.append(c);
            return this;
        }

        @Override
        public void flush() {
            if (pending.length() > 0) {
                synchronized (Screen.this) {
                    clear();
                    err.text(pending.toString());
                }
                pending.setLength(0);
            }
        }
    }
}
