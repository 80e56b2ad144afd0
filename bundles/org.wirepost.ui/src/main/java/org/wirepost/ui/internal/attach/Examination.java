// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.OptionException;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Watch;
import org.wirepost.ui.internal.words.Sentences;

/** One round of work on one file, in the background: what is in it, what it looks like, what would go out. */
final class Examination implements Runnable, Watch {

    /** Options are moved by slider; the work begins when the slider rests. */
    private static final int REST_MILLIS = 300;
    private static final int THUMBNAIL_EDGE = 96;

    private final AttachServices services;
    private final AttachmentList list;
    private final AttachmentItem item;
    private final int round;
    private final Optional<Inspection> known;
    private final boolean drawn;
    private final boolean decided;
    private final boolean restored;
    private final Map<String, String> options;
    private final AtomicInteger percent = new AtomicInteger(-1);

    private Examination(AttachServices services, AttachmentList list, AttachmentItem item, Optional<Inspection> known) {
        this.services = services;
        this.list = list;
        this.item = item;
        this.known = known;
        this.round = item.nextRound();
        this.drawn = item.isDrawn();
        this.decided = item.isDecided();
        this.restored = item.inspection().isEmpty();
        this.options = item.options();
    }

    /** Looks at a file from scratch. */
    static void begin(AttachServices services, AttachmentList list, AttachmentItem item) {
        services.lane().execute(new Examination(services, list, item, Optional.empty()));
    }

    /** Works out what the options that are chosen now make of the file. */
    static void again(AttachServices services, AttachmentList list, AttachmentItem item) {
        if (item.inspection().isPresent()) {
            Examination examination = new Examination(services, list, item, item.inspection());
            services.background().later(() -> services.lane().execute(examination), REST_MILLIS);
        }
    }

    @Override
    public boolean cancelled() {
        return item.round() != round;
    }

    /** Passes on whole percents only: a handler may call as often as it likes. */
    @Override
    public void progress(double done) {
        int now = (int) Math.max(0, Math.min(100, done * 100));
        if (percent.getAndSet(now) != now) {
            tell(entry -> entry.progress(now));
        }
    }

    @Override
    public void run() {
        try {
            if (!cancelled()) {
                work();
            }
        } catch (InterruptedIOException e) {
            // Another round has begun.
            return;
        } catch (OptionException | IOException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            services.crashes().report(e);
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        String sentence = Messages.bind(Messages.failed, Sentences.of(words(failure)));
        tell(entry -> {
            entry.failed(sentence);
            return true;
        });
    }

    private static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    }

    private void work() throws IOException {
        Optional<Inspection> found = known.isPresent() ? known : inspect();
        if (found.isEmpty() || cancelled()) {
            return;
        }
        Inspection inspection = found.get();
        if (!drawn) {
            Optional<Pixels> picture = picture(inspection);
            tell(entry -> {
                entry.drawn(picture);
                return true;
            });
        }
        Map<String, String> wanted = decided ? options : services.wishes().of(inspection);
        Outcome outcome = outcome(inspection, inspection.pick(wanted));
        tell(entry -> {
            entry.prepared(outcome);
            return true;
        });
    }

    /** Empty when there is no file. */
    private Optional<Inspection> inspect() throws IOException {
        FileStamp stamp = FileStamp.of(item.path());
        if (!stamp.isFile()) {
            services.back().execute(() -> absent(stamp));
            return Optional.empty();
        }
        Inspection inspection = services.attachments().inspect(Source.of(item.path()), this);
        Map<String, String> wishes = services.wishes().of(inspection);
        tell(entry -> {
            entry.inspected(stamp, inspection, wishes, restored);
            return true;
        });
        return Optional.of(inspection);
    }

    /** A file that was never there is refused; one that was there before is said to be missing. */
    private void absent(FileStamp stamp) {
        if (cancelled() || list.isClosed()) {
            return;
        }
        if (item.isKnown()) {
            item.missing();
            list.tell();
        } else {
            list.refuse(item, stamp.kind());
        }
    }

    private Optional<Pixels> picture(Inspection inspection) throws IOException {
        Optional<Pixels> own = services.attachments().thumbnail(inspection, THUMBNAIL_EDGE, this);
        return own.isPresent() ? own : Thumbnails.draw(inspection, THUMBNAIL_EDGE, this);
    }

    private Outcome outcome(Inspection inspection, Map<String, String> wanted) throws IOException {
        Attachments attachments = services.attachments();
        try (Prepared prepared = attachments.prepare(inspection, wanted, this)) {
            // What was found in a file that has been changed need not be true of what goes out.
            List<Finding> findings = new ArrayList<>(prepared.changes().isEmpty() ? inspection.report().findings()
                    : attachments.inspect(prepared.source(), this).report().findings());
            findings.addAll(prepared.findings());
            return new Outcome(prepared.name(), prepared.length(), prepared.changes(), findings);
        }
    }

    /** Does something to the entry, unless another round has begun; tells of it when it says so. */
    private void tell(Predicate<AttachmentItem> change) {
        services.back().execute(() -> {
            if (!cancelled() && !list.isClosed() && change.test(item)) {
                list.tell();
            }
        });
    }
}
