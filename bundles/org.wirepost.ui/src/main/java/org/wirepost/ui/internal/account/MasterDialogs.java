// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** Asks for the master password in dialogs over whatever window is in front. */
@Component(service = MasterPrompt.class)
public final class MasterDialogs implements MasterPrompt {

    private final UiThread ui;
    private final Background background;
    private final Windows windows;
    private final Look look;

    /** Made by the framework. */
    @Activate
    public MasterDialogs(@Reference UiThread ui, @Reference Background background, @Reference Windows windows,
            @Reference Look look) {
        this.ui = ui;
        this.background = background;
        this.windows = windows;
        this.look = look;
    }

    @Override
    public Optional<Secret> ask(Check check) {
        return await(parent -> new MasterDialog(parent, look, ui, background, check).show());
    }

    @Override
    public Optional<Secret> choose() {
        return await(parent -> new NewMasterDialog(parent, look, NewMasterDialog.Purpose.CREATE).show());
    }

    private Optional<Secret> await(Function<Shell, Optional<Secret>> dialog) {
        if (Display.getCurrent() != null) {
            throw new IllegalStateException("The user interface thread cannot wait for itself");
        }
        CompletableFuture<Optional<Secret>> answer = new CompletableFuture<>();
        ui.run(() -> {
            try {
                answer.complete(parent().flatMap(dialog));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<Shell> parent() {
        Shell active = Display.getCurrent().getActiveShell();
        return active != null ? Optional.of(active) : windows.shell();
    }
}
