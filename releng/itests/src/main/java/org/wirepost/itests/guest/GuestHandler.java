// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.itests.guest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;

/**
 * The small handler of a bundle that tests pack at run time ({@link org.wirepost.itests.GuestBundle}). It lives in a
 * class loader of its own and tells the test where it is through a consumer among the system properties.
 */
public final class GuestHandler implements AttachmentHandler {

    /** System property that holds a {@code Consumer<String>}: told {@code prepare}, and {@code read} half way. */
    public static final String HOOK = "org.wirepost.itests.guest";

    private static final Option.Toggle SHOUT = new Option.Toggle("guest.shout", "In capital letters", false);
    private static final Option.Toggle LATE = new Option.Toggle("guest.late", "Needs one more class half way", false);

    @Override
    public Match match(Probe probe) {
        return probe.has(0, 'g', 'u', 'e', 's', 't') ? Match.magic("application/x-guest") : Match.NONE;
    }

    @Override
    public Report inspect(Source source, Call call) throws IOException {
        return new Report("application/x-guest", List.of(Finding.info("guest.seen", "A guest was here.")),
                List.of(Fact.of("length", source.length())));
    }

    @Override
    public List<Option<?>> options(Report report) {
        return List.of(SHOUT, LATE);
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        tell("prepare");
        return choices.get(SHOUT) ? new Shouted(source, source.length(), choices.get(LATE))
                : Prepared.asIs(source, report);
    }

    @SuppressWarnings("unchecked") // the property is set by the tests
    private static void tell(String where) {
        if (System.getProperties().get(HOOK) instanceof Consumer<?> hook) {
            ((Consumer<String>) hook).accept(where);
        }
    }

    /** Content that this bundle's own code makes while it is sent. */
    private record Shouted(Source source, long length, boolean late) implements Prepared {

        @Override
        public String type() {
            return "application/x-guest";
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public InputStream open() throws IOException {
            return new Shouting(source.open(), length / 2, late);
        }

        @Override
        public List<String> changes() {
            return List.of("in capital letters");
        }
    }

    private static final class Shouting extends InputStream {

        private final InputStream in;
        private final boolean late;
        private long left;

        Shouting(InputStream in, long tellAfter, boolean late) {
            this.in = in;
            this.left = tellAfter;
            this.late = late;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int count = in.read(b, off, len);
            if (left > 0 && (left -= count) <= 0) {
                tell("read");
            }
            for (int i = off; i < off + count; i++) {
                b[i] = left <= 0 && late ? Late.upper(b[i]) : (byte) Character.toUpperCase(b[i]);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
