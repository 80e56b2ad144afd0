// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.felix.framework.FrameworkFactory;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TrustList;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

@ExtendWith(OnDisplay.class)
class PluginsPaneTest {

    private static final long PATIENCE = 10_000_000_000L;

    @TempDir
    Path folder;

    private final Background background = new Background();
    private final UiThread ui = new UiThread();
    private Framework framework;
    private Shell shell;
    private PluginsPane pane;
    private int stores;

    @BeforeEach
    void open() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString(), "felix.log.level", "0"));
        framework.start();
        ui.attach(Display.getCurrent());
        shell = new Shell();
        shell.setLayout(new FillLayout());
        pane = new PluginsPane(shell, new Plugins(framework.getBundleContext(),
                new PlainDelivery(folder.resolve("scratch")), background, folder.resolve("data"),
                new TrustList(folder.resolve("config"))), ui, new Look());
        shell.setSize(900, 400);
        shell.open();
    }

    @AfterEach
    void close() throws Exception {
        shell.dispose();
        OnDisplay.settle();
        framework.stop();
        framework.waitForStop(5_000);
        background.close();
    }

    private void drop(Jars jar, String name) throws Exception {
        Path fresh = jar.write(folder.resolve("fresh").resolve(name));
        Path file = folder.resolve("data/dropins").resolve(name);
        Files.createDirectories(file.getParent());
        // The bundle comes before its file, which would be shown as one that is kept out otherwise.
        try (InputStream in = Files.newInputStream(fresh)) {
            framework.getBundleContext().installBundle(file.toUri().toString(), in);
        }
        Files.move(fresh, file);
    }

    private static <T extends Control> T find(Composite in, Class<T> type, String id) {
        return search(in, type, id).orElseThrow();
    }

    private static <T extends Control> Optional<T> search(Control in, Class<T> type, String id) {
        if (type.isInstance(in) && (id.isEmpty() || id.equals(in.getData("wirepost.id")))) {
            return Optional.of(type.cast(in));
        }
        return in instanceof Composite composite ? Arrays.stream(composite.getChildren())
                .flatMap(child -> search(child, type, id).stream()).findFirst() : Optional.empty();
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience is over").isLessThan(deadline);
            if (!Display.getCurrent().readAndDispatch()) {
                Display.getCurrent().sleep();
            }
        }
    }

    private boolean isEnabled(String button) {
        return Arrays.stream(find(shell, ToolBar.class, "").getItems())
                .filter(item -> ("plugins." + button).equals(item.getData("wirepost.id"))).findFirst().orElseThrow()
                .isEnabled();
    }

    @Test
    void aBundleAppearsWithItsTroubleAndGoesWithoutARestart() throws Exception {
        Table table = find(shell, Table.class, "plugins.list");
        drop(Jars.bundle("needy").header("Bundle-Name", "Needy one").header("Import-Package", "not.there"), "a.jar");
        await(() -> table.getItemCount() == 1);
        TableItem row = table.getItem(0);
        assertThat(row.getText(0)).isEqualTo("Needy one");
        assertThat(row.getText(1)).isEqualTo(Messages.stateUnresolved);
        assertThat(find(shell, StyledText.class, "plugins.details").getText()).contains("not.there");
        assertThat(isEnabled("toggle") && isEnabled("uninstall") && isEnabled("retry")).isTrue();
        assertThat(isEnabled("undo")).isFalse();
        Files.delete(folder.resolve("data/dropins/a.jar"));
        framework.getBundleContext().getBundle(1).uninstall();
        await(() -> table.getItemCount() == 0);
        assertThat(isEnabled("toggle") || isEnabled("uninstall") || isEnabled("retry")).isFalse();
    }

    @Test
    void uninstallingCanBeUndone() throws Exception {
        Table table = find(shell, Table.class, "plugins.list");
        drop(Jars.bundle("guest"), "guest.jar");
        await(() -> table.getItemCount() == 1);
        pane.actions().uninstall((Plugin) table.getItem(0).getData());
        await(() -> isEnabled("undo") && table.getItemCount() == 0);
        assertThat(folder.resolve("data/dropins/guest.jar")).doesNotExist();
        assertThat(find(shell, Text.class, "plugins.notice").getText()).contains("guest", "dropins-removed");
        pane.actions().undo();
        await(() -> table.getItemCount() == 1);
        assertThat(folder.resolve("data/dropins/guest.jar")).exists();
    }

    @Test
    void librariesAreShownOnRequestAndCannotBeTouched() {
        Table table = find(shell, Table.class, "plugins.list");
        var all = find(shell, org.eclipse.swt.widgets.Button.class, "plugins.libraries");
        all.setSelection(true);
        all.notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
        await(() -> table.getItemCount() == 1);
        assertThat(table.getItem(0).getText(0)).containsIgnoringCase("system");
        assertThat(isEnabled("toggle") || isEnabled("uninstall") || isEnabled("update")).isFalse();
    }

    @Test
    void aFileThatIsNoBundleIsRefusedInPlace() throws Exception {
        Path text = java.nio.file.Files.writeString(folder.resolve("text.jar"), "no archive");
        pane.actions().offer(text);
        Text notice = find(shell, Text.class, "plugins.notice");
        await(() -> notice.getText().contains("is not a JAR file"));
        assertThat(notice.isVisible()).isTrue();
    }

    private Plugin installed(String name, String version, String publisher) throws Exception {
        drop(Jars.bundle(name).header("Bundle-Version", version).header("Bundle-Vendor", publisher), name + ".jar");
        Table table = find(shell, Table.class, "plugins.list");
        await(() -> table.getItemCount() == 1);
        return (Plugin) table.getItem(0).getData();
    }

    private Path download(Jars jar, String version) throws Exception {
        return jar.header("Bundle-Version", version).header("Bundle-Vendor", "Guests Ltd")
                .write(folder.resolve("downloads/" + version + ".jar"));
    }

    private Candidate read(Path file) throws Exception {
        return CandidateReader.read(file, new PluginInspector(folder.resolve("store-" + ++stores), Set.of()));
    }

    private InstallDialog.Question question(Candidate newer, Optional<Plugin> older) throws Exception {
        return new InstallDialog.Question(newer, older.isPresent() ? Optional.of(Replacement.of(older.get(), newer))
                : Optional.empty(), Optional.empty(), Supply.of(framework.getBundleContext()));
    }

    @Test
    void aBundleThatChangedSinceItWasTrustedIsMarkedInTheDialog() throws Exception {
        Candidate candidate = read(download(Jars.bundle("guest"), "2.0.0"));
        InstallDialog dialog = new InstallDialog(shell, new InstallDialog.Question(candidate, Optional.empty(),
                Optional.of("0".repeat(64)), Supply.of(framework.getBundleContext())), new Look());
        dialog.setBlockOnOpen(false);
        dialog.open();
        assertThat(find(dialog.getShell(), StyledText.class, "plugins.install.facts").getText())
                .contains(candidate.digest(), Messages.factTrusted, "0".repeat(64));
        assertThat(dialog.getMessage()).isEqualTo(Messages.changedWarning);
        dialog.close();
    }

    @Test
    void anUpdateShowsBothVersionsAndWhatItReplaces() throws Exception {
        Plugin guest = installed("guest", "1.2.3", "Guests Ltd");
        String digest = CandidateReader.digest(guest.file().orElseThrow());
        for (String version : new String[] {"1.10.0", "1.1.0", "1.2.3"}) {
            Candidate newer = read(download(Jars.bundle("guest").file("n", "n"), version));
            InstallDialog dialog = new InstallDialog(shell, question(newer, Optional.of(guest)), new Look());
            dialog.setBlockOnOpen(false);
            dialog.open();
            assertThat(dialog.getShell().getText()).isEqualTo(Messages.updateTitle);
            assertThat(Replacement.of(guest, newer).question()).contains("1.2.3", version)
                    .contains(version.equals("1.10.0") ? "Update" : version.equals("1.1.0") ? "older" : "same version");
            assertThat(find(dialog.getShell(), StyledText.class, "plugins.install.facts").getText())
                    .contains("1.2.3, replaced by this", digest, version, newer.digest(), "Guests Ltd");
            assertThat(find(dialog.getShell(), org.eclipse.swt.widgets.Button.class, "plugins.install.ok").getText())
                    .isEqualTo(Messages.updateCommand);
            dialog.close();
        }
    }

    @Test
    void anUpdateSaysWhenSomebodyElseHasMadeIt() throws Exception {
        Plugin guest = installed("guest", "1.2.3", "Somebody");
        Candidate newer = read(download(Jars.bundle("guest"), "2.0.0"));
        InstallDialog dialog = new InstallDialog(shell, question(newer, Optional.of(guest)), new Look());
        dialog.setBlockOnOpen(false);
        dialog.open();
        assertThat(find(dialog.getShell(), StyledText.class, "plugins.install.facts").getText())
                .contains("Guests Ltd; of the installed one: Somebody");
        dialog.close();
    }

    @Test
    void anUpdateWithAnotherPluginOrTheSameFileIsRefusedInWords() throws Exception {
        Plugin guest = installed("guest", "1.2.3", "Guests Ltd");
        Text notice = find(shell, Text.class, "plugins.notice");
        pane.actions().offerUpdate(guest, download(Jars.bundle("stranger"), "2.0.0"));
        await(() -> notice.getText()
                .contains("is the plug-in \u201cstranger\u201d and no version of \u201cguest\u201d"));
        pane.actions().offerUpdate(guest, guest.file().orElseThrow());
        await(() -> notice.getText().contains("there is nothing to update"));
    }

    @Test
    void theDialogTellsWhatIsMetAndWhatIsMissing() throws Exception {
        Candidate candidate = read(Jars.bundle("guest").header("Import-Package",
                "org.osgi.framework,not.there").handler("text/x-guest").write(folder.resolve("guest.jar")));
        InstallDialog dialog = new InstallDialog(shell, question(candidate, Optional.empty()), new Look());
        dialog.setBlockOnOpen(false);
        dialog.open();
        String facts = find(dialog.getShell(), StyledText.class, "plugins.install.facts").getText();
        assertThat(facts).contains(candidate.digest(), "text/x-guest", "\u2713 the package org.osgi.framework",
                "\u2717 It needs the package not.there");
        dialog.close();
    }
}
