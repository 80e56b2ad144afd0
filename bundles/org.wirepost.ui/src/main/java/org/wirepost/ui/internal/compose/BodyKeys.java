// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.wirepost.ui.ViewSite;

/** What the commands of the Edit menu mean in a letter, where they mean more than in any text. */
final class BodyKeys {

    private final ViewSite site;
    private final Supplier<Optional<Composer>> composer;

    private BodyKeys(ViewSite site, Supplier<Optional<Composer>> composer) {
        this.site = site;
        this.composer = composer;
    }

    static void handle(ViewSite site, Supplier<Optional<Composer>> composer) {
        BodyKeys keys = new BodyKeys(site, composer);
        keys.handle("edit.undo", BodyKeys::undo,
                shown -> shown.canUndoSend() || inBody(shown) && shown.body().undo().canUndo());
        keys.handle("edit.redo", shown -> shown.body().undo().redo(),
                shown -> inBody(shown) && shown.body().undo().canRedo());
        keys.handle("edit.paste", BodyKeys::paste, shown -> EditTarget.find(shown.control().getDisplay()).isPresent());
    }

    private void handle(String command, Consumer<Composer> action, Predicate<Composer> enabled) {
        site.handle(command, () -> composer.get().ifPresent(action),
                () -> composer.get().filter(enabled).isPresent());
    }

    private static boolean inBody(Composer shown) {
        return shown.body().hasFocus() && !shown.isSending();
    }

    private static void undo(Composer shown) {
        if (shown.canUndoSend()) {
            shown.undoSend();
        } else {
            shown.body().undo().undo();
        }
    }

    private static void paste(Composer shown) {
        if (!shown.paste()) {
            EditTarget.find(shown.control().getDisplay()).ifPresent(EditTarget::paste);
        }
    }
}
