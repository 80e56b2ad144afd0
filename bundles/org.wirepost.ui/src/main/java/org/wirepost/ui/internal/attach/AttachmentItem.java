// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.ui.internal.words.Sentences;

/** One file of a letter, as far as it is known. Changed by its {@link AttachmentList}; user interface thread only. */
public final class AttachmentItem {

    /** How it stands with the file. */
    public enum State {
        /** It is being looked at. */
        LOOKING,
        /** It is known. */
        READY,
        /** It has gone from where it was. */
        MISSING,
        /** It is not what it was when it was looked at. */
        CHANGED,
        /** It cannot be read. */
        FAILED
    }

    private final Path path;
    private final boolean own;
    private boolean inline;
    private boolean decided;
    private Map<String, String> options = Map.of();
    private State state = State.LOOKING;
    private Optional<FileStamp> stamp = Optional.empty();
    private Optional<Inspection> inspection = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Pixels> thumbnail = Optional.empty();
    private boolean drawn;
    private String problem = "";
    private int percent = -1;
    /** Read by other threads: work begun in an earlier round is not wanted any more. */
    private volatile int round;

    AttachmentItem(Path path, boolean own) {
        this.path = path;
        this.own = own;
    }

    static AttachmentItem of(AttachmentMemento memento) {
        AttachmentItem item = new AttachmentItem(Path.of(memento.path()), memento.own());
        item.inline = memento.inline();
        item.decided = memento.decided();
        item.options = memento.options();
        if (memento.length() >= 0) {
            item.stamp = Optional.of(new FileStamp(FileStamp.Kind.FILE, memento.length(), memento.modified()));
        }
        return item;
    }

    AttachmentMemento memento() {
        return new AttachmentMemento(path.toString(), inline, new TreeMap<>(options), decided, own,
                stamp.map(FileStamp::length).orElse(-1L), stamp.map(FileStamp::modified).orElse(-1L));
    }

    /** Returns the file. */
    public Path path() {
        return path;
    }

    /** Returns the name of the file, by which a text refers to it inline. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Tells whether the file was made for the letter, as by pasting. */
    public boolean isOwn() {
        return own;
    }

    /** Tells whether it is shown in the text. */
    public boolean isInline() {
        return inline;
    }

    /** Returns what was chosen for its handler, by key. */
    public Map<String, String> options() {
        return options;
    }

    /** Returns how it stands with the file. */
    public State state() {
        return state;
    }

    /** Returns what was found in the file, once it was looked at. */
    public Optional<Inspection> inspection() {
        return inspection;
    }

    /** Returns what would go out, once that is known for what is chosen now. */
    public Optional<Outcome> outcome() {
        return outcome;
    }

    /** Returns a small picture of it. */
    public Optional<Pixels> thumbnail() {
        return thumbnail;
    }

    /** Returns one sentence about why it cannot be sent as it stands here; empty when nothing is wrong. */
    public String problem() {
        return problem;
    }

    /** Returns why it would not be sent: its {@link #problem}, or that its handler finds it broken; or empty. */
    String obstacle() {
        return !problem.isEmpty() ? problem : findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BROKEN).findFirst()
                .map(finding -> Messages.bind(Messages.broken, Sentences.of(finding.message()))).orElse("");
    }

    /** Returns how far the preparation is, from 0 to 100; -1 when that is not known. */
    public int percent() {
        return percent;
    }

    /** Returns the octets of the file when it was last looked at; 0 before. */
    public long length() {
        return stamp.map(FileStamp::length).orElse(0L);
    }

    /** Returns the findings about what would go out; as long as that is not known, those about the file. */
    public List<Finding> findings() {
        return outcome.map(Outcome::findings).or(() -> inspection.map(found -> found.report().findings()))
                .orElse(List.of());
    }

    /** Returns the chosen options that cannot be done, because the handler that knows them is away. */
    public List<String> unmet() {
        return inspection.map(found -> options.keySet().stream()
                .filter(key -> found.options().stream().noneMatch(option -> option.key().equals(key))).sorted()
                .toList()).orElse(List.of());
    }

    /** Returns the value an option has now, as a text that {@link Option#parse} reads. */
    public String value(Option<?> option) {
        return options.getOrDefault(option.key(), String.valueOf(option.preset()));
    }

    boolean isDecided() {
        return decided;
    }

    boolean isDrawn() {
        return drawn;
    }

    int round() {
        return round;
    }

    /** Makes work under way unwanted. */
    int nextRound() {
        return ++round;
    }

    void setInline(boolean wanted) {
        inline = wanted;
    }

    void choose(Map<String, String> chosen) {
        options = Map.copyOf(chosen);
        decided = true;
        outcome = Optional.empty();
        percent = -1;
        complain();
    }

    /** The file is to be looked at; what was known stays until then. */
    void looking() {
        state = State.LOOKING;
        outcome = Optional.empty();
        percent = -1;
        problem = "";
    }

    /** It was looked at; a draft's file may turn out to be another than when it was kept. */
    void inspected(FileStamp now, Inspection found, Map<String, String> wishes, boolean expectSame) {
        boolean differs = expectSame && stamp.isPresent() && !stamp.get().equals(now);
        stamp = differs ? stamp : Optional.of(now);
        inspection = Optional.of(found);
        if (!decided && !wishes.isEmpty()) {
            options = Map.copyOf(wishes);
            decided = true;
        }
        state = differs ? State.CHANGED : State.READY;
        complain();
    }

    /** Tells whether it was there once, in this window or when the draft was kept. */
    boolean isKnown() {
        return stamp.isPresent() || inspection.isPresent();
    }

    void missing() {
        state = State.MISSING;
        complain();
    }

    void drawn(Optional<Pixels> picture) {
        thumbnail = picture;
        drawn = true;
    }

    void prepared(Outcome result) {
        outcome = Optional.of(result);
        percent = -1;
    }

    boolean progress(int now) {
        boolean changed = now != percent;
        percent = now;
        return changed;
    }

    void failed(String sentence) {
        state = State.FAILED;
        problem = sentence;
    }

    /** Compares the file with what it was, and returns whether that makes a difference. */
    boolean compare(FileStamp now) {
        if (state == State.LOOKING || state == State.FAILED && stamp.isEmpty() && !now.isFile()) {
            return false;
        }
        State before = state;
        if (!now.isFile()) {
            state = State.MISSING;
        } else if (stamp.isPresent() && stamp.get().equals(now)) {
            state = state == State.FAILED ? State.FAILED : State.READY;
        } else {
            state = State.CHANGED;
        }
        if (state != before) {
            complain();
        }
        return state != before;
    }

    /** The file is looked at again, whatever it was. */
    void forget() {
        stamp = Optional.empty();
        drawn = false;
    }

    private void complain() {
        problem = switch (state) {
            case MISSING -> Messages.bind(Messages.missing, path);
            case CHANGED -> Messages.changed;
            case FAILED -> problem;
            case LOOKING, READY -> unmet().isEmpty() ? "" : Messages.bind(Messages.unmet, String.join(", ", unmet()));
        };
    }
}
