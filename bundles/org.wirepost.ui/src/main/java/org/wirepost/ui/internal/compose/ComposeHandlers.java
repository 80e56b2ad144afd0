// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.words.Sentences;

/** What the commands about letters do, wherever the focus is: they mean the letter that is being written. */
@Component(service = {ComposeHandlers.class, DeskPart.class})
public final class ComposeHandlers implements DeskPart {

    private final ComposeServices services;
    private final Composers composers;
    private final CommandTable commands;

    /** Made by the framework. */
    @Activate
    public ComposeHandlers(@Reference ComposeServices services, @Reference Composers composers,
            @Reference CommandTable commands) {
        this.services = services;
        this.composers = composers;
        this.commands = commands;
        letters();
        files();
        text();
    }

    private void letters() {
        commands.handle(ComposeCommands.NEW, this::begin);
        handle(ComposeCommands.SEND, Composer::send, composer -> !composer.isSending());
        handle(ComposeCommands.SEND_AT, composer -> composer.sendAt(Optional.empty()),
                composer -> !composer.isSending());
        handle(ComposeCommands.UNDO_SEND, Composer::undoSend, Composer::canUndoSend);
        handle(ComposeCommands.ATTACH, Composer::attach, ComposeHandlers::isWritten);
        handle(ComposeCommands.SAVE, Composer::save, composer -> true);
        handle(ComposeCommands.PREVIEW, Composer::togglePreview, ComposeHandlers::isWritten);
        handle(ComposeCommands.SOURCE, Composer::toggleSource, ComposeHandlers::isWritten);
        handle(ComposeCommands.MARKDOWN, Composer::toggleMarkdown, ComposeHandlers::isWritten);
        handle(ComposeCommands.DSN, Composer::toggleDsn, composer -> !composer.isSending());
        handle(ComposeCommands.BCC, composer -> composer.fields().showBcc(true), composer -> !composer.isSending());
        handle(ComposeCommands.REPLY_TO, composer -> composer.fields().showReplyTo(true), ComposeHandlers::isWritten);
        handle(ComposeCommands.NEXT_PROBLEM, composer -> problem(composer, 1), composer -> true);
        handle(ComposeCommands.PREVIOUS_PROBLEM, composer -> problem(composer, -1), composer -> true);
    }

    private void handle(String command, Consumer<Composer> action, Predicate<Composer> enabled) {
        commands.handle(command, () -> composers.active().ifPresent(action),
                () -> composers.active().filter(enabled).isPresent());
    }

    private static boolean isWritten(Composer composer) {
        return !composer.isSending() && composer.letter().content().eml().isEmpty();
    }

    private void problem(Composer composer, int step) {
        services.windows().setStatus(composer.problems().go(step));
    }

    private void begin() {
        boolean markdown = services.settings().store().getBoolean(ComposeServices.MARKDOWN);
        services.letters().begin(LetterContent.EMPTY.with(next -> next.markdown = markdown));
    }

    private void files() {
        commands.handle(ComposeCommands.OPEN_EML, this::open);
        handle(ComposeCommands.SAVE_EML, this::save, composer -> true);
    }

    private void open() {
        dialog(SWT.OPEN, Messages.openTitle, "").ifPresent(services.letters()::openEml);
    }

    private Optional<Path> dialog(int style, String title, String name) {
        return services.windows().shell().flatMap(shell -> {
            FileDialog dialog = new FileDialog(shell, style);
            dialog.setText(title);
            dialog.setFilterExtensions(new String[] {"*.eml", "*"});
            dialog.setFilterNames(new String[] {Messages.emlFiles, Messages.allFiles});
            dialog.setFileName(name);
            dialog.setOverwrite(true);
            return Optional.ofNullable(dialog.open()).map(Path::of);
        });
    }

    private void save(Composer composer) {
        LetterSnapshot letter = composer.letter().snapshot();
        String name = letter.label().replaceAll("[\\p{Cc}/\\\\:*?\"<>|]", "_") + ".eml";
        dialog(SWT.SAVE, Messages.saveTitle, name).ifPresent(chosen -> {
            Path file = chosen.getFileName().toString().contains(".") ? chosen
                    : chosen.resolveSibling(chosen.getFileName() + ".eml");
            services.background().execute(() -> write(letter, file));
        });
    }

    /** Blocks. */
    private void write(LetterSnapshot letter, Path file) {
        String sentence;
        try {
            Order order = letter.sample();
            services.archive().export(order, file);
            sentence = Messages.bind(Messages.savedAs, file);
        } catch (OrderException | IOException e) {
            sentence = Messages.bind(Messages.notExported, file, Sentences.of(e.getMessage()));
        }
        String said = sentence;
        services.ui().run(() -> services.windows().setStatus(said));
    }

    private void text() {
        edit("edit.cut", EditTarget::cut);
        edit("edit.copy", EditTarget::copy);
        edit("edit.paste", EditTarget::paste);
        edit("edit.selectAll", EditTarget::selectAll);
    }

    private void edit(String command, Consumer<EditTarget> action) {
        commands.handle(command, () -> target().ifPresent(action), () -> target().isPresent());
    }

    private static Optional<EditTarget> target() {
        return Optional.ofNullable(Display.getCurrent()).flatMap(EditTarget::find);
    }
}
