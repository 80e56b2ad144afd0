// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.attachment.Candidate;
import org.wirepost.mime.internal.attachment.Entry;
import org.wirepost.mime.internal.attachment.GuardedCalls;
import org.wirepost.mime.internal.attachment.Held;
import org.wirepost.mime.internal.attachment.Scratch;

/**
 * Everything that happens to a file before it becomes a part of a message: the right handler is found, asked, and kept
 * in bounds. A handler that fails never keeps a file from being sent: the next one takes over, and the findings say so.
 * May be used from several threads at once; a call blocks until it is done or its {@link Watch} cancels it.
 */
public final class Attachments {

    private final Handlers handlers;
    private final GuardedCalls calls;
    private final Chooser chooser;

    /** Uses the standard bounds. */
    public Attachments(Handlers handlers, Executor executor, Path scratch) {
        this(handlers, executor, scratch, Bounds.standard());
    }

    /**
     * @param handlers the handlers, which may come and go
     * @param executor runs each call of a handler on a thread of its own; a bounded pool would be used up by handlers
     *        that hang
     * @param scratch the folder for temporary files; made when first needed
     * @param bounds how much time and memory a handler gets
     */
    public Attachments(Handlers handlers, Executor executor, Path scratch, Bounds bounds) {
        this.handlers = Objects.requireNonNull(handlers, "handlers");
        this.calls = new GuardedCalls(executor, bounds, scratch);
        this.chooser = new Chooser(handlers, calls);
    }

    /**
     * Returns a number that differs from what it was when a handler has come, gone or been set aside since, so that
     * what was found out about a file before may no longer hold.
     */
    public long state() {
        return handlers.state();
    }

    /** Like {@link #inspect(Source, Watch)}, not cancellable. */
    public Inspection inspect(Source source) throws IOException {
        return inspect(source, Watch.NONE);
    }

    /**
     * Finds the handler of a file and has it validate and describe the file.
     *
     * @throws java.io.InterruptedIOException if the watch cancelled or the thread was interrupted
     * @throws IOException if the file cannot be read
     */
    public Inspection inspect(Source source, Watch watch) throws IOException {
        List<Finding> told = new ArrayList<>();
        for (Candidate candidate : chooser.candidates(source, watch, told)) {
            Entry entry = candidate.entry();
            AttachmentHandler handler = entry.registration().handler();
            try {
                return calls.reading(entry, "inspecting " + source.name(), source, watch, (guarded, call) -> {
                    Report report = handler.inspect(guarded, call);
                    return new Inspection(source, entry, candidate.match(), report.with(told), handler.options(report));
                });
            } catch (HandlerException e) {
                told.add(Finding.warn("handler.failed", e.getMessage() + " The file was not checked by it."));
            }
        }
        throw new IOException("No handler was able to look at " + source.name() + ".");
    }

    /** Like {@link #prepare(Inspection, Map, Watch)}, not cancellable. */
    public Prepared prepare(Inspection inspection, Map<String, String> options) throws IOException {
        return prepare(inspection, options, Watch.NONE);
    }

    /**
     * Makes the content that goes out. When the handler fails, that is the file as it is, and a finding says so: of the
     * highest severity if options were to change the file, for then it is not what the user wants to send.
     *
     * @param options values by key
     * @throws OptionException if the file has no such option, or the option no such value
     * @throws java.io.InterruptedIOException if the watch cancelled or the thread was interrupted
     * @throws IOException if the file cannot be read
     */
    public Prepared prepare(Inspection inspection, Map<String, String> options, Watch watch) throws IOException {
        Choices choices = Choices.parse(inspection.options(), options, inspection.source().name());
        Entry entry = inspection.entry();
        if (!entry.usable()) {
            return unprepared(inspection, choices, "The handler " + entry.owner() + (entry.gone() ? " has left."
                    : " is set aside because it " + entry.status().setAside().orElse("failed") + "."));
        }
        Scratch folder = calls.scratch();
        boolean held = false;
        try {
            Prepared prepared = calls.working(entry, "preparing " + inspection.source().name(), inspection.source(),
                    watch, folder, (guarded, call) -> Held.of(entry.registration().handler().prepare(guarded,
                            inspection.report(), choices, call), inspection.source().name(), entry, calls, folder,
                            OwnSource::of));
            held = true;
            return prepared;
        } catch (HandlerException e) {
            return unprepared(inspection, choices, e.getMessage());
        } finally {
            if (!held) {
                folder.close();
            }
        }
    }

    private static Prepared unprepared(Inspection inspection, Choices choices, String why) throws IOException {
        Source source = inspection.source();
        Finding finding = inspection.options().stream().anyMatch(choices::changes)
                ? Finding.broken("handler.failed", why + " " + source.name() + " is not changed as was asked for.")
                : Finding.warn("handler.failed", why + " " + source.name() + " goes out as it is.");
        return Prepared.of(inspection.report().type(), source.name(), source, List.of(), List.of(finding));
    }

    /**
     * Draws a small picture of a file, if its handler can; a handler that fails draws none.
     *
     * @param edge the longest edge wanted, in pixels
     * @throws IOException if the file cannot be read, or the call was stopped
     */
    public Optional<Pixels> thumbnail(Inspection inspection, int edge, Watch watch) throws IOException {
        Entry entry = inspection.entry();
        if (!entry.usable() || !(entry.registration().handler() instanceof Thumbnailer thumbnailer)) {
            return Optional.empty();
        }
        Source source = inspection.source();
        try (Scratch folder = calls.scratch()) {
            return calls.working(entry, "drawing " + source.name(), source, watch, folder,
                    (guarded, call) -> small(thumbnailer.thumbnail(guarded, inspection.report(), edge, call), edge));
        } catch (HandlerException e) {
            return Optional.empty();
        }
    }

    private static Optional<Pixels> small(Optional<Pixels> picture, int edge) {
        if (picture.filter(pixels -> Math.max(pixels.width(), pixels.height()) > 4L * edge).isPresent()) {
            throw new IllegalArgumentException("a picture of " + picture.get().width() + " x "
                    + picture.get().height() + " pixels where " + edge + " were asked for");
        }
        return picture;
    }

    /** All options of an installed handler, whatever the file; none if it fails to say. */
    public List<Option<?>> options(HandlerStatus status) throws IOException {
        Map<String, Option<?>> options = new LinkedHashMap<>();
        for (Entry entry : handlers.entries()) {
            if (entry.registration().id() == status.id() && entry.usable()) {
                for (String type : status.types()) {
                    options(entry, type).forEach(option -> options.putIfAbsent(option.key(), option));
                }
            }
        }
        return List.copyOf(options.values());
    }

    private List<Option<?>> options(Entry entry, String range) throws IOException {
        String type = range.contains("*") ? "application/octet-stream" : range;
        try {
            return calls.quick(entry, "listing options", Watch.NONE,
                    () -> List.copyOf(entry.registration().handler().options(Report.of(type))));
        } catch (HandlerException e) {
            return List.of();
        }
    }

    /**
     * Checks options given for many files at once, before any file is looked at.
     *
     * @throws OptionException if no installed handler knows a key, or a value is none of its option
     */
    public void check(Map<String, String> given) throws IOException {
        if (given.isEmpty()) {
            return;
        }
        List<Option<?>> known = new ArrayList<>();
        for (HandlerStatus status : handlers.list()) {
            known.addAll(options(status));
        }
        Choices.parse(known, given, "any kind of file");
    }
}
