// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.BundleException;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.work.UiThread;

/** What the user does with bundles. Begins on the user interface thread, works behind it, and reports there. */
final class PluginActions {

    private final Shell shell;
    private final Plugins plugins;
    private final UiThread ui;
    private final Look look;
    private final Report report;
    private final Deque<DropinFolder.Removed> removed = new ArrayDeque<>();

    /** Is told what came of it, on the user interface thread. */
    interface Report {

        /** Something was done. */
        void done(String sentence);

        /** Something could not be done. */
        void failed(String sentence);

        /** A bundle is put into the folder, perhaps in the place of another version, and should run soon. */
        void expect(Candidate candidate, boolean update);
    }

    /** A step that may fail; returns the sentence about it. */
    private interface Step {

        String take() throws IOException, BundleException;
    }

    PluginActions(Shell shell, Plugins plugins, UiThread ui, Look look, Report report) {
        this.shell = shell;
        this.plugins = plugins;
        this.ui = ui;
        this.look = look;
        this.report = report;
    }

    /** Lets the user choose a file to install. */
    void choose() {
        choose(Messages.chooseTitle).ifPresent(this::offer);
    }

    /** Lets the user choose a file that takes the place of a plug-in. */
    void update(Plugin plugin) {
        choose(Messages.bind(Messages.updateChoose, plugin.name())).ifPresent(file -> offerUpdate(plugin, file));
    }

    private Optional<Path> choose(String title) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {"*.jar", "*"});
        dialog.setFilterNames(new String[] {Messages.filterBundles, Messages.filterAll});
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** Reads a file and asks the user whether to install what is in it. */
    void offer(Path file) {
        read(file, candidate -> plugins.installed(candidate.symbolicName()));
    }

    /** Reads a file and asks the user whether it shall take the place of a plug-in; it must be one of its versions. */
    void offerUpdate(Plugin plugin, Path file) {
        read(file, candidate -> Optional.of(plugin));
    }

    /** Finds the bundle whose place another one is to take. */
    private interface Place {

        Optional<Plugin> of(Candidate candidate) throws IOException;
    }

    private void read(Path file, Place place) {
        plugins.run(() -> {
            try {
                Candidate candidate = plugins.candidate(file);
                try {
                    InstallDialog.Question question = new InstallDialog.Question(candidate,
                            replacement(candidate, place.of(candidate)), plugins.otherTrusted(candidate),
                            plugins.supply());
                    ui.run(() -> ask(question));
                } catch (IOException e) {
                    candidate.close();
                    throw e;
                }
            } catch (IOException e) {
                ui.run(() -> report.failed(TrustWords.of(e)));
            }
        });
    }

    private static Optional<Replacement> replacement(Candidate candidate, Optional<Plugin> older) throws IOException {
        // What was kept out does not run, so nothing of it is replaced.
        if (older.isEmpty() || older.get().condition().isKeptOut()) {
            return Optional.empty();
        }
        Replacement both = Replacement.of(older.get(), candidate);
        both.check();
        return Optional.of(both);
    }

    private void ask(InstallDialog.Question question) {
        boolean agreed = !shell.isDisposed() && new InstallDialog(shell, question, look).open() == Window.OK;
        Candidate candidate = question.candidate();
        if (agreed) {
            report.expect(candidate, question.replacement().isPresent());
        }
        perform((sentence, good) -> {
            if (!good) {
                report.failed(sentence);
            }
        }, () -> {
            try (candidate) {
                if (agreed) {
                    plugins.install(candidate);
                }
            }
            return "";
        });
    }

    void setEnabled(Plugin plugin, boolean wanted) {
        tell(() -> {
            plugins.setEnabled(plugin, wanted);
            return Messages.bind(wanted ? Messages.switchedOn : Messages.switchedOff, plugin.name());
        });
    }

    void uninstall(Plugin plugin) {
        tell(() -> {
            DropinFolder.Removed gone = plugins.uninstall(plugin);
            ui.run(() -> removed.push(gone));
            return Messages.bind(Messages.uninstalled, plugin.name(), gone.now());
        });
    }

    boolean canUndo() {
        return !removed.isEmpty();
    }

    /** Puts back what was uninstalled last. */
    void undo() {
        DropinFolder.Removed last = removed.pop();
        tell(() -> {
            plugins.restore(last);
            return Messages.bind(Messages.restored, last.original().getFileName());
        });
    }

    void retry(Plugin plugin) {
        tell(() -> {
            plugins.retry(plugin);
            return Messages.bind(Messages.retried, plugin.name());
        });
    }

    private void tell(Step step) {
        perform((sentence, good) -> {
            if (good) {
                report.done(sentence);
            } else {
                report.failed(sentence);
            }
        }, step);
    }

    private void perform(BiConsumer<String, Boolean> then, Step step) {
        plugins.run(() -> {
            try {
                String sentence = step.take();
                ui.run(() -> then.accept(sentence, true));
            } catch (IOException | BundleException e) {
                ui.run(() -> then.accept(TrustWords.of(e), false));
            }
        });
    }
}
