// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.wirepost.mime.Source;

/** A handler whose behaviour a test puts together from lambdas. */
final class FakeHandler implements AttachmentHandler {

    interface Matching {
        Match match(Probe probe);
    }

    interface Inspecting {
        Report inspect(Source source, Call call) throws IOException;
    }

    interface Preparing {
        Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException;
    }

    static final Option.Toggle UPSIDE_DOWN = new Option.Toggle("fake.upside-down", "Turn it", false);

    final AtomicInteger asked = new AtomicInteger();
    private Matching matching;
    private Inspecting inspecting;
    private Preparing preparing = (source, report, choices, call) -> Prepared.asIs(source, report);

    private FakeHandler(String type) {
        matching = probe -> Match.magic(type);
        inspecting = (source, call) -> Report.of(type);
    }

    static FakeHandler of(String type) {
        return new FakeHandler(type);
    }

    FakeHandler matching(Matching next) {
        matching = next;
        return this;
    }

    FakeHandler inspecting(Inspecting next) {
        inspecting = next;
        return this;
    }

    FakeHandler preparing(Preparing next) {
        preparing = next;
        return this;
    }

    Registration registered(long id) {
        return registered(id, 0);
    }

    Registration registered(long id, int ranking) {
        return new Registration(this, List.of("*/*"), ranking, id, "fake." + id);
    }

    @Override
    public Match match(Probe probe) {
        asked.incrementAndGet();
        return matching.match(probe);
    }

    @Override
    public Report inspect(Source source, Call call) throws IOException {
        return inspecting.inspect(source, call);
    }

    @Override
    public List<Option<?>> options(Report report) {
        return List.of(UPSIDE_DOWN);
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        return preparing.prepare(source, report, choices, call);
    }
}
