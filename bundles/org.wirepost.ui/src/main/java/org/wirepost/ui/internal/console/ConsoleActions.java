// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.session.Recording;

/** What the commands of the console do. */
final class ConsoleActions {

    private final ConsolePane pane;
    private final ViewSite site;
    private final ConsoleView.Parts parts;
    private final Map<String, Runnable> actions = new LinkedHashMap<>();

    ConsoleActions(ConsolePane pane, ViewSite site, ConsoleView.Parts parts) {
        this.pane = pane;
        this.site = site;
        this.parts = parts;
    }

    /** Gives the commands their meanings while the pane is the active one. */
    void install() {
        BooleanSupplier session = () -> recording().isPresent();
        Finder finder = new Finder(pane, site);
        handle(ConsoleCommands.FIND, finder::find, session);
        handle(ConsoleCommands.FIND_NEXT, () -> finder.next(1), finder::isReady);
        handle(ConsoleCommands.FIND_PREVIOUS, () -> finder.next(-1), finder::isReady);
        handle(ConsoleCommands.NEXT_PROBLEM, () -> finder.problem(1), session);
        handle(ConsoleCommands.PREVIOUS_PROBLEM, () -> finder.problem(-1), session);
        handle(ConsoleCommands.FILTER, () -> pane.top().filter().text().setFocus(), () -> true);
        toggle(ConsoleCommands.SCROLL_LOCK, () -> pane.state().toggleLock());
        toggle(ConsoleCommands.WRAP, () -> pane.state().toggleWrap());
        toggle(ConsoleCommands.DETAIL, () -> pane.state().toggleDetail());
        toggle(ConsoleCommands.DECODE, () -> pane.state().toggleDecoded());
        handle(ConsoleCommands.PIN, () -> recording().ifPresent(known -> known.setPinned(!known.isPinned())), session);
        handle(ConsoleCommands.EXPAND, () -> setAllOpen(true), session);
        handle(ConsoleCommands.COLLAPSE, () -> setAllOpen(false), session);
        handle(ConsoleCommands.CLEAR, parts.log()::clear, () -> true);
        handle(ConsoleCommands.SAVE, this::save, session);
        handle(ConsoleCommands.HAND, this::connect, () -> true);
        handle(ConsoleCommands.COPY, this::copyRows, session);
        editing();
        handle(ConsoleCommands.COPY_OPENSSL, () -> copyAs(CopyAs::openssl), session);
        handle(ConsoleCommands.COPY_SWAKS, () -> copyAs(CopyAs::swaks), session);
        handle(ConsoleCommands.COPY_WIREPOST, () -> copyAs(CopyAs::wirepost), session);
        contextMenu();
    }

    /** Copying and selecting mean rows in the table, and text in a field. */
    private void editing() {
        Table table = pane.table().control();
        BooleanSupplier possible =
                () -> !table.isDisposed() && (table.isFocusControl() || field().isPresent());
        site.handle(ConsoleCommands.EDIT_COPY,
                () -> field().ifPresentOrElse(TextField::copy, this::copyRows), possible);
        site.handle(ConsoleCommands.EDIT_SELECT_ALL,
                () -> field().ifPresentOrElse(TextField::selectAll, table::selectAll), possible);
    }

    private Optional<TextField> field() {
        return TextField.focused(shell().getDisplay());
    }

    private void handle(String command, Runnable action, BooleanSupplier enabled) {
        site.handle(command, action, enabled);
        actions.put(command, action);
    }

    private void toggle(String command, Runnable change) {
        handle(command, () -> {
            change.run();
            pane.applyState();
        }, () -> true);
    }

    void run(String command) {
        actions.get(command).run();
    }

    private Optional<Recording> recording() {
        return pane.model().recording();
    }

    private Shell shell() {
        return pane.page().getShell();
    }

    private void setAllOpen(boolean open) {
        pane.model().setAllOpen(open);
        pane.reset();
    }

    private void copyRows() {
        copy(pane.table().copied());
    }

    private void copyAs(Function<CopyAs, String> form) {
        CopyAs.of(pane.model().items()).map(form).ifPresent(words -> {
            copy(words);
            site.setStatus(Messages.bind(Messages.copied, words));
        });
    }

    private void copy(String words) {
        if (!words.isEmpty()) {
            Clipboard clipboard = new Clipboard(shell().getDisplay());
            clipboard.setContents(new Object[] {words}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void save() {
        Recording recording = recording().orElseThrow();
        FileDialog dialog = new FileDialog(shell(), SWT.SAVE);
        dialog.setText(Messages.saveTitle);
        dialog.setFilterExtensions(new String[] {"*.txt", "*.jsonl", "*"});
        dialog.setFilterNames(new String[] {Messages.saveText, Messages.saveJson, Messages.saveAny});
        dialog.setFileName("session-" + recording.id() + ".txt");
        dialog.setOverwrite(true);
        String name = dialog.open();
        if (name != null) {
            parts.background().execute(() -> save(recording, Path.of(name)));
        }
    }

    private void save(Recording recording, Path file) {
        String sentence;
        try {
            Export.save(recording, file);
            sentence = Messages.bind(Messages.saved, file);
        } catch (IOException e) {
            sentence = Messages.bind(Messages.notSaved, file, e.toString());
        }
        String words = sentence;
        parts.ui().run(() -> site.setStatus(words));
    }

    /** Asks for a server and opens a session by hand. */
    void connect() {
        new HandDialog(shell(), parts.hands().accounts(), parts.hands().standard()).ask().ifPresent(choice -> {
            parts.hands().open(choice.account(), choice.authenticate());
            pane.hand().focusWhenReady();
        });
    }

    private void contextMenu() {
        Menu menu = new Menu(pane.table().control());
        add(menu, ConsoleCommands.COPY, Messages.copy);
        copyAsItems(menu);
        new MenuItem(menu, SWT.SEPARATOR);
        add(menu, ConsoleCommands.EXPAND, Messages.expandAll);
        add(menu, ConsoleCommands.COLLAPSE, Messages.collapseAll);
        add(menu, ConsoleCommands.SAVE, Messages.save);
        pane.table().control().setMenu(menu);
    }

    private void copyAsItems(Menu menu) {
        add(menu, ConsoleCommands.COPY_OPENSSL, Messages.copyOpenssl);
        add(menu, ConsoleCommands.COPY_SWAKS, Messages.copySwaks);
        add(menu, ConsoleCommands.COPY_WIREPOST, Messages.copyWirepost);
    }

    private void add(Menu menu, String command, String label) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> run(command)));
    }

    /** Drops down what can be copied. */
    void copyMenu(ToolItem under) {
        Menu menu = new Menu(under.getParent());
        add(menu, ConsoleCommands.COPY, Messages.copy);
        copyAsItems(menu);
        Rectangle bounds = under.getBounds();
        menu.setLocation(under.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.addListener(SWT.Hide, event -> under.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }
}
