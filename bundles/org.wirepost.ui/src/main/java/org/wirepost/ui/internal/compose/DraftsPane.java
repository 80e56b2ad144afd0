// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.Pane;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.compose.Notice.Action;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.draft.SentRecord;
import org.wirepost.ui.internal.compose.draft.SentStore;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.work.Beat;

/** Shows what is kept; what is deleted can be brought back as long as nothing else is. */
final class DraftsPane implements Pane {

    private final Composite box;
    private final ComposeServices services;
    private final DraftStore drafts;
    private final SentStore sent;
    private final NoticeBars bars;
    private final DraftsTree tree;
    private final Beat beat;
    private final Runnable changed;
    private final Consumer<Optional<Letter>> otherLetter;
    private final Runnable outbox = this::outboxChanged;
    private Optional<Runnable> undo = Optional.empty();
    /** What lies in the outbox is shown there. */
    private Set<String> queued = Set.of();

    DraftsPane(Composite parent, ViewSite site, ComposeServices services, DraftStore drafts, SentStore sent) {
        this.services = services;
        this.drafts = drafts;
        this.sent = sent;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
        services.look().paint(box, Tone.TEXT, Tone.GROUND);
        bars = new NoticeBars(box, services.look());
        tree = new DraftsTree(box, services.look(), new DraftsTree.Actions(this::open, this::open, this::delete,
                this::delete));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        site.handle("edit.undo", this::undo, () -> undo.isPresent());
        beat = services.ui().beat(this::read);
        changed = beat::ask;
        otherLetter = letter -> beat.ask();
        services.letters().keeper().watch(changed);
        services.archive().watch(changed);
        services.letters().watchActive(otherLetter);
        services.desk().watch(outbox);
        box.addDisposeListener(event -> dispose());
        read();
    }

    private void dispose() {
        services.letters().keeper().unwatch(changed);
        services.archive().unwatch(changed);
        services.letters().unwatchActive(otherLetter);
        services.desk().unwatch(outbox);
    }

    private void read() {
        services.background().execute(() -> {
            try {
                KeptLetters kept = new KeptLetters(drafts.list(), sent.list());
                services.ui().run(() -> show(kept));
            } catch (IOException e) {
                services.ui().run(() -> services.windows().setStatus(Messages.bind(Messages.notLoaded,
                        Sentences.of(e.getMessage()))));
            }
        });
    }

    private void show(KeptLetters kept) {
        if (!box.isDisposed()) {
            queued = services.desk().letters();
            KeptLetters here = new KeptLetters(kept.drafts().stream().filter(draft -> !queued.contains(draft.id()))
                    .toList(), kept.sent());
            tree.show(here, here.drafts().stream().map(DraftRecord::id)
                    .filter(id -> services.windows().isOpen(Letters.VIEW, id)).toList());
        }
    }

    private void outboxChanged() {
        if (!queued.equals(services.desk().letters())) {
            beat.ask();
        }
    }

    private void open(DraftRecord draft) {
        services.letters().open(draft.id());
    }

    /** A letter that was sent is written again as another one, with its files where they were kept. */
    private void open(SentRecord record) {
        services.background().execute(() -> {
            Optional<Path> eml = record.eml() ? sent.eml(record.id()) : Optional.empty();
            services.ui().run(() -> eml.ifPresentOrElse(services.letters()::openEml, () -> again(record.content())));
        });
    }

    private void again(LetterContent content) {
        services.letters().begin(Letters.newId(), content.with(next -> {
            next.delivered = List.of();
            next.failure = "";
            next.note = "";
        }), files -> { });
    }

    private void delete(DraftRecord draft) {
        services.letters().find(draft.id()).ifPresent(letter -> {
            services.letters().keeper().save(letter);
            services.letters().finish(letter);
        });
        services.letters().keeper().delete(draft.id());
        offerUndo(label(draft.content().subject()),
                () -> services.letters().keeper().work(() -> drafts.restore(draft.id())));
    }

    private void delete(SentRecord record) {
        services.archive().work(() -> sent.delete(record.id()));
        offerUndo(record.label(), () -> services.archive().work(() -> sent.restore(record.id())));
    }

    static String label(String subject) {
        return subject.isBlank() ? Messages.noSubject : subject.strip();
    }

    private void offerUndo(String label, Runnable action) {
        undo = Optional.of(action);
        bars.show(List.of(new Notice("deleted", Tone.TEXT, Messages.bind(Messages.deleted, label), List.of(
                new Action("undoDelete", Messages.undo, this::undo),
                new Action("dismissDelete", Messages.dismiss, this::dismiss)))));
    }

    private void undo() {
        undo.ifPresent(Runnable::run);
        dismiss();
    }

    private void dismiss() {
        undo = Optional.empty();
        bars.show(List.of());
        tree.control().setFocus();
    }

    @Override
    public void setFocus() {
        tree.control().setFocus();
    }

    @Override
    public void shown() {
        beat.ask();
    }
}
