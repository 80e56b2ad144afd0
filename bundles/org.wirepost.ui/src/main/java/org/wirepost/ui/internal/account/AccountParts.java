// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.io.IOException;
import java.util.function.Consumer;
import org.wirepost.account.Presets;
import org.wirepost.account.SecretException;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** What the dialogs of this room need. */
record AccountParts(AccountBook book, AccountTester tester, Presets presets, Look look, UiThread ui,
        Background background) {

    /** Something slow. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, SecretException;
    }

    /**
     * Does something slow in the background and comes back.
     *
     * @param work what is to be done
     * @param done what follows, on the user interface thread
     * @param failed is told in one sentence why it could not be done, on the user interface thread
     */
    void work(Work work, Runnable done, Consumer<String> failed) {
        background.execute(() -> {
            try {
                work.run();
                ui.run(done);
            } catch (IOException | SecretException e) {
                ui.run(() -> failed.accept(Sentences.of(e.getMessage())));
            }
        });
    }
}
