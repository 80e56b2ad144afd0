// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.attachment.Candidate;
import org.wirepost.mime.internal.attachment.Entry;
import org.wirepost.mime.internal.attachment.GuardedCalls;
import org.wirepost.mime.internal.attachment.MediaTypes;
import org.wirepost.mime.internal.attachment.SourceProbe;

/** Finds the handlers that take a file, best first. */
final class Chooser {

    private final Handlers handlers;
    private final GuardedCalls calls;

    Chooser(Handlers handlers, GuardedCalls calls) {
        this.handlers = handlers;
        this.calls = calls;
    }

    /**
     * Asks every handler that is fit for use.
     *
     * @param told takes what goes wrong
     */
    List<Candidate> candidates(Source source, Watch watch, List<Finding> told) throws IOException {
        Probe probe = calls.reading(handlers.any(), "opening " + source.name(), source, watch,
                (guarded, call) -> SourceProbe.of(guarded));
        List<Candidate> candidates = new ArrayList<>();
        for (Entry entry : handlers.entries()) {
            if (entry.usable()) {
                ask(entry, probe, watch, candidates, told);
            }
        }
        candidates.sort(Candidate.BEST_FIRST);
        if (!candidates.isEmpty()) {
            tellOfAbsent(candidates.get(0).match().type(), told);
        }
        return candidates;
    }

    private void ask(Entry entry, Probe probe, Watch watch, List<Candidate> candidates, List<Finding> told)
            throws IOException {
        try {
            Match match = calls.quick(entry, "recognising " + probe.name(), watch,
                    () -> entry.registration().handler().match(probe));
            Candidate.of(entry, match).ifPresent(candidates::add);
        } catch (HandlerException e) {
            told.add(Finding.warn("handler.failed", e.getMessage()));
        }
    }

    /** A handler set aside earlier would perhaps have taken this file; the user should not take silence for a check. */
    private void tellOfAbsent(String type, List<Finding> told) {
        if (!told.isEmpty()) {
            return;
        }
        for (Entry entry : handlers.entries()) {
            HandlerStatus status = entry.status();
            if (status.setAside().isPresent() && status.types().stream()
                    .anyMatch(range -> MediaTypes.precision(range) > 0 && MediaTypes.covers(range, type))) {
                told.add(Finding.warn("handler.set-aside", "The handler " + status.owner()
                        + " is set aside because it " + status.setAside().get() + "; the file was not checked by it."));
            }
        }
    }
}
