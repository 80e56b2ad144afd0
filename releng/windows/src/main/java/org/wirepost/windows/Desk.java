// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.wirepost.lab.StoredMessage;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** The desktop as somebody has it who starts it: its window, and what was kept from the time before, if anything. */
final class Desk implements AutoCloseable {

    static final String UI = "org.wirepost.ui";

    /** All views that are there once, from the left to the bottom. */
    static final List<String> VIEWS = List.of("org.wirepost.accounts", "org.wirepost.outbox", "org.wirepost.drafts",
            "org.wirepost.welcome", "org.wirepost.plugins", "org.wirepost.structure", "org.wirepost.console",
            "org.wirepost.labmail", "org.wirepost.help");

    private static final long PATIENCE_MILLIS = 20_000;

    private final BundleContext context;
    private final WindowThread window;
    private final Robot robot;

    private Desk(BundleContext context, WindowThread window) {
        this.context = context;
        this.window = window;
        this.robot = window.robot();
        robot.shell(Which.id("window"));
    }

    /** Opens the window as at the very first start: nothing is left, on disk or in memory, of what was before. */
    static Desk first(BundleContext context, String... settings) {
        start(context, () -> { }, settings);
        return open(context);
    }

    /** Opens the window as at the very first start, but with accounts. */
    static Desk withAccounts(BundleContext context, String json, String... settings) {
        start(context, () -> {
            try {
                Files.writeString(home().resolve("config/accounts.json"), json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, settings);
        return open(context);
    }

    /** Leaves nothing of what was before, so that a process of its own can begin there. */
    static void clear(BundleContext context, String... settings) {
        start(context, () -> { }, settings);
    }

    /** The same in another language: texts are read once, so it takes classes of its own. */
    static Desk firstAnew(BundleContext context, String... settings) {
        start(context, () -> refresh(context), settings);
        return open(context);
    }

    private static void start(BundleContext context, Runnable meanwhile, String... settings) {
        try {
            bundle(context, UI).stop();
            clear(home());
            Path file = home().resolve("config/desktop.properties");
            Files.createDirectories(file.getParent());
            Files.write(file, List.of(settings));
            meanwhile.run();
            bundle(context, UI).start();
        } catch (BundleException | IOException e) {
            throw new AssertionError("The desktop cannot begin anew", e);
        }
    }

    private static void refresh(BundleContext context) {
        forgetLanguage(context);
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        };
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle(context, UI), bundle(context, "org.eclipse.jface")), listener);
        try {
            if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The bundle is not refreshed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Texts remember the language of the first one that was read. */
    private static void forgetLanguage(BundleContext context) {
        try {
            Field suffixes = bundle(context, UI).loadClass("org.eclipse.osgi.util.NLS").getDeclaredField("nlSuffixes");
            suffixes.setAccessible(true);
            suffixes.set(null, null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("This version of the texts keeps the language elsewhere", e);
        }
    }

    /** Opens the window upon what was kept from the time before. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static Desk open(BundleContext context, String... words) {
        try {
            ServiceTracker<ToIntFunction, ToIntFunction> tracker = new ServiceTracker<>(context,
                    context.createFilter("(wirepost.desktop=true)"), null);
            tracker.open();
            try {
                ToIntFunction desktop = tracker.waitForService(PATIENCE_MILLIS);
                return new Desk(context, WindowThread.start((ToIntFunction<String[]>) desktop, words));
            } finally {
                tracker.close();
            }
        } catch (InvalidSyntaxException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Bundle bundle(BundleContext context, String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst()
                .orElseThrow(() -> new AssertionError("There is no bundle " + name));
    }

    static Path home() {
        return Path.of(System.getenv("WIREPOST_HOME"));
    }

    private static void clear(Path home) throws IOException {
        if (Files.exists(home)) {
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Robot robot() {
        return robot;
    }

    /** Goes through the second door of the welcome page, and waits for the letter behind it. */
    void tryLab() {
        robot.click(Which.id("welcome.lab"));
        robot.find(Control.class, Which.id("compose.to"));
    }

    void write(String to, String subject, String body) {
        robot.type(Which.id("compose.to"), to);
        robot.type(Which.id("compose.subject"), subject);
        robot.type(Which.id("compose.body"), body);
    }

    /** Selects a row as a click does; on the user interface thread. */
    static void select(Table table, int index) {
        table.setSelection(index);
        Event event = new Event();
        event.item = table.getItem(index);
        table.notifyListeners(SWT.Selection, event);
    }

    /** The same for a tree. */
    static void select(Tree tree, TreeItem item) {
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(SWT.Selection, event);
    }

    /** Puts a file on the clipboard and pastes it into the text, as from a file manager. */
    void attach(Path file) {
        Control body = robot.find(Control.class, Which.id("compose.body"));
        robot.run(() -> {
            Clipboard clipboard = new Clipboard(robot.display());
            clipboard.setContents(new Object[] {new String[] {file.toString()}},
                    new Transfer[] {FileTransfer.getInstance()});
            clipboard.dispose();
            body.setFocus();
        });
        robot.click(Which.id("edit.paste"));
        robot.find(ToolItem.class, Which.id("attach.options"));
    }

    /** Has the lab server answer in one of the ways that it offers. */
    void answer(String label) {
        show("org.wirepost.labmail");
        robot.select(Which.id("lab.answers"), label);
    }

    /** Brings a view to the front, as a room of the desktop does when it has something to show there. */
    void show(String view) {
        robot.run(() -> call(service("org.wirepost.ui.internal.shell.Windows"), "open", view));
        robot.find(Control.class, Which.id(view));
    }

    /** Returns what the lab server has taken. */
    @SuppressWarnings("unchecked")
    List<StoredMessage> stored() {
        return (List<StoredMessage>) call(service("org.wirepost.ui.internal.lab.LabDesk"), "messages");
    }

    /** Returns a service of the window that is not for others, as this test bundle is. */
    Object service(String name) {
        ServiceReference<?> reference = context.getServiceReference(name);
        if (reference == null) {
            throw new AssertionError("There is no service " + name);
        }
        return context.getService(reference);
    }

    static Object call(Object service, String method, Object... arguments) {
        try {
            return Arrays.stream(service.getClass().getMethods()).filter(each -> each.getName().equals(method)
                    && each.getParameterCount() == arguments.length).findFirst().orElseThrow()
                    .invoke(service, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method, e);
        }
    }

    /** Waits until a session in the console has a row with that, and returns its rows from the top. */
    List<String> console(String awaited) {
        show("org.wirepost.console");
        Table table = robot.find(Table.class, Which.id("console.rows"));
        robot.until("a row with " + awaited, () -> rows(table).stream().anyMatch(row -> row.contains(awaited)));
        return robot.get(() -> rows(table));
    }

    private static List<String> rows(Table table) {
        return Arrays.stream(table.getItems()).map(item -> item.getText(1) + " " + item.getText(2)).toList();
    }

    /** A photo with a camera and a place in it. */
    byte[] photo() {
        try {
            return (byte[]) bundle(context, "org.wirepost.headless")
                    .loadClass("org.wirepost.headless.internal.demo.SamplePhoto").getMethod("jpeg").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    Path photo(Path folder, String name) {
        try {
            return Files.write(folder.resolve(name), photo());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the window, and returns the exit code. */
    int code() {
        return window.code();
    }

    @Override
    public void close() {
        window.close();
    }
}
