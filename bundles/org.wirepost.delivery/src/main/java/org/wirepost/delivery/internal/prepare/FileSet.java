// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.OptionException;
import org.wirepost.mime.attachment.Watch;

/** The files of one draft, prepared and held. */
final class FileSet implements AutoCloseable {

    private final List<PreparedFile> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares all files of a draft. When one cannot go out, those before it are given back.
     *
     * @throws OrderException when a file is missing, unreadable or broken, or an option is wrong
     */
    static FileSet of(Draft draft, FileShelf shelf, Attachments attachments, boolean allowBroken, Watch watch)
            throws OrderException {
        FileSet set = new FileSet();
        boolean complete = false;
        try {
            for (DraftAttachment wanted : draft.attachments()) {
                set.files.add(set.take(wanted, draft.options(), shelf, allowBroken, watch));
            }
            set.checkOptions(draft.options(), attachments);
            set.noteTwins(draft.attachments());
            complete = true;
        } catch (OptionException e) {
            throw Failures.badOption(e);
        } finally {
            if (!complete) {
                set.close();
            }
        }
        return set;
    }

    /** Returns the files in the order of the draft. */
    List<PreparedFile> files() {
        return files;
    }

    /** Returns what the user should know beyond single files. */
    List<Finding> findings() {
        return findings;
    }

    private PreparedFile take(DraftAttachment wanted, Map<String, String> shared, FileShelf shelf,
            boolean allowBroken, Watch watch) throws OrderException {
        Source source = wanted.source();
        try {
            PreparedFile file = shelf.take(wanted, shared, watch);
            if (!allowBroken) {
                refuseBroken(file);
            }
            return file;
        } catch (IOException e) {
            throw Failures.order(e, source.name());
        }
    }

    private static void refuseBroken(PreparedFile file) throws OrderException {
        for (Finding finding : file.note().findings()) {
            if (finding.severity() == Finding.Severity.BROKEN) {
                file.release().run();
                throw Failures.badContent(file.note().name(), "The file \"" + file.note().name() + "\" is broken: "
                        + finding.message() + " It is sent only if broken files are allowed (--allow-broken).");
            }
        }
    }

    /** An option for all files has to exist; where no file takes it, the user should not believe that it worked. */
    private void checkOptions(Map<String, String> shared, Attachments attachments) throws OrderException {
        if (shared.isEmpty()) {
            return;
        }
        Set<String> unused = new TreeSet<>(shared.keySet());
        files.forEach(file -> unused.removeAll(file.taken().keySet()));
        for (String key : unused) {
            try {
                attachments.check(Map.of(key, shared.get(key)));
            } catch (IOException e) {
                throw Failures.order(e, key);
            }
            findings.add(Finding.warn("option.unused", "The option " + key + " applies to none of the attachments."));
        }
    }

    private void noteTwins(List<DraftAttachment> wanted) {
        if (wanted.size() < 2) {
            return;
        }
        Set<Path> seen = new HashSet<>();
        Set<Path> told = new HashSet<>();
        for (DraftAttachment each : wanted) {
            each.source().file().map(path -> path.toAbsolutePath().normalize()).ifPresent(path -> {
                if (!seen.add(path) && told.add(path)) {
                    findings.add(Finding.warn("attachment.twice", "The file \"" + each.source().name()
                            + "\" is attached more than once."));
                }
            });
        }
    }

    /** Returns what is known of each file, in the order of the draft. */
    List<AttachmentNote> notes(Draft draft) {
        List<AttachmentNote> notes = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            AttachmentNote note = files.get(i).note();
            notes.add(draft.attachments().get(i).inline() ? note.asInline() : note);
        }
        return notes;
    }

    /** Gives all files back. */
    @Override
    public void close() {
        files.forEach(file -> file.release().run());
        files.clear();
    }
}
