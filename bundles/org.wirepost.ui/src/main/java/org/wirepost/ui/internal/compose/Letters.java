// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.internal.shell.Windows;

/** The letters that are open, and the one that is being written. User interface thread only. */
@Component(service = Letters.class)
public final class Letters {

    /** Id of the view that letters are written in; the instance is the id of the letter. */
    public static final String VIEW = "org.wirepost.compose";

    private final Windows windows;
    private final Map<String, Letter> open = new LinkedHashMap<>();
    private final List<Consumer<Optional<Letter>>> watchers = new CopyOnWriteArrayList<>();
    private Optional<Letter> active = Optional.empty();

    /**
     * Made by the framework.
     *
     * @param windows opens the panes
     */
    @Activate
    public Letters(@Reference Windows windows) {
        this.windows = windows;
    }

    /** Returns the letter that is being written, or was last. */
    public Optional<Letter> active() {
        return active;
    }

    /**
     * Has someone told whenever another letter is being written. Told once at once.
     *
     * @param watcher who is told, on the user interface thread
     */
    public void watchActive(Consumer<Optional<Letter>> watcher) {
        watchers.add(watcher);
        watcher.accept(active);
    }

    /** Has someone told no more. */
    public void unwatchActive(Consumer<Optional<Letter>> watcher) {
        watchers.remove(watcher);
    }

    /** Begins a letter and opens its pane. */
    public void newLetter() {
        begin(LetterContent.EMPTY);
    }

    /**
     * Begins a letter with something in it and opens its pane.
     *
     * @param content what is in it
     */
    void begin(LetterContent content) {
        Letter letter = new Letter(UUID.randomUUID().toString(), content);
        open.put(letter.id(), letter);
        windows.open(VIEW, letter.id());
    }

    /**
     * Opens the pane of a draft, or brings it to the front.
     *
     * @param draftId the id of the letter
     */
    public void open(String draftId) {
        windows.open(VIEW, draftId);
    }

    /** Says which letter is being written now. */
    void activate(Optional<Letter> letter) {
        if (!letter.equals(active)) {
            active = letter;
            watchers.forEach(watcher -> watcher.accept(active));
        }
    }
}
