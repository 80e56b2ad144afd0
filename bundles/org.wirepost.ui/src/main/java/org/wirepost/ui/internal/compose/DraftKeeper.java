// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;
import org.wirepost.ui.internal.work.UiThread;

/**
 * Keeps what is written: soon after each change, and when a letter is closed. What reaches the disk, does so in the
 * order in which it was written. User interface thread only.
 */
final class DraftKeeper {

    /** So much typing can be lost at most, in milliseconds. */
    private static final long DELAY_MILLIS = 3000;

    private final DraftStore store;
    private final Background background;
    private final Executor lane;
    private final UiThread ui;
    private final Set<Letter> due = new HashSet<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    DraftKeeper(DraftStore store, Background background, UiThread ui) {
        this.store = store;
        this.background = background;
        this.lane = new Lane(background, 1);
        this.ui = ui;
    }

    /** Something to do with the drafts on disk. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Keeps a letter from now on. */
    void keep(Letter letter) {
        letter.watch(() -> changed(letter));
    }

    private void changed(Letter letter) {
        if (letter.isUnsaved() && due.add(letter)) {
            background.later(() -> ui.run(() -> {
                if (due.remove(letter)) {
                    save(letter);
                }
            }), DELAY_MILLIS);
        }
    }

    /** Keeps a letter as it is now. */
    void save(Letter letter) {
        save(letter, letter.content());
    }

    /** Keeps a letter with something in it that is not to be shown now. */
    void save(Letter letter, LetterContent content) {
        due.remove(letter);
        if (letter.isBlank()) {
            delete(letter.id());
            letter.saved("");
            return;
        }
        DraftRecord draft = new DraftRecord(letter.id(), System.currentTimeMillis(), content,
                letter.attachments().mementos());
        Optional<Mailbox> author = letter.sender().flatMap(Sender::mailbox);
        letter.saved("");
        lane.execute(() -> {
            try {
                store.save(draft, author);
                tell();
            } catch (IOException e) {
                ui.run(() -> letter.saved(Messages.bind(Messages.notSaved, Sentences.of(e.getMessage()))));
            }
        });
    }

    /** Keeps a letter no more. */
    void forget(Letter letter) {
        due.remove(letter);
    }

    /** Moves a draft aside. */
    void delete(String id) {
        work(() -> store.delete(id));
    }

    /** Does something with the drafts on disk after everything that was asked for before. */
    void work(Work work) {
        lane.execute(() -> {
            try {
                work.run();
            } catch (IOException e) {
                System.getLogger(DraftKeeper.class.getName()).log(System.Logger.Level.WARNING, "Drafts", e);
            }
            tell();
        });
    }

    /** Has someone told whenever drafts have changed on disk, on another thread. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }
}
