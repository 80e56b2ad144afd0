// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.wirepost.account.Account;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;
import org.wirepost.ui.internal.work.Beat;

/** A test as a ticking list, with what can be done about the step that failed. */
final class CheckPanel {

    private static final int TEXT_HEIGHT = 120;
    private static final int MARGIN = 8;

    private final AccountParts parts;
    private final CheckSubject subject;
    private final Composite body;
    private final CheckTable table;
    private final StyledText words;
    private final Link link;
    private final Composite buttons;
    private final Button again;
    private CheckModel model;
    private Optional<CheckRun> run = Optional.empty();
    private Optional<CheckResult> result = Optional.empty();
    private String end = "";
    private final Beat beat;

    CheckPanel(Composite parent, AccountParts parts, CheckSubject subject) {
        this.parts = parts;
        this.subject = subject;
        this.beat = parts.ui().beat(this::show);
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(body);
        table = new CheckTable(body, parts.look());
        table.onSelect(this::explain);
        words = new StyledText(body, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        words.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        words.setData("wirepost.id", "account.advice");
        SpokenName.set(words, Messages.adviceName);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, TEXT_HEIGHT).applyTo(words);
        link = new Link(body, SWT.NONE);
        GridDataFactory.fillDefaults().exclude(true).applyTo(link);
        link.addListener(SWT.Selection, event -> Program.launch(event.text));
        buttons = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
        again = new Button(buttons, SWT.PUSH);
        again.setData("wirepost.id", "account.testAgain");
        again.addListener(SWT.Selection, event -> startOrStop());
        body.addDisposeListener(event -> stop());
    }

    Composite control() {
        return body;
    }

    /** Returns how the last test ended, if one has. */
    Optional<CheckResult> result() {
        return result;
    }

    /** Begins a test; one that is under way is given up. */
    void start() {
        stop();
        if (words.isDisposed()) {
            // The window was closed under the dialog that asked.
            return;
        }
        Account account = subject.account();
        CheckModel fresh = new CheckModel(account.server().tlsMode());
        model = fresh;
        result = Optional.empty();
        fixes(Optional.empty());
        words.setText(Messages.bind(Messages.testing, account.server().host()));
        run = Optional.of(parts.tester().start(account, subject.typed(), new CheckRun.Listener() {
            @Override
            public void step(CheckStep step) {
                parts.ui().run(() -> {
                    fresh.take(step);
                    beat.ask();
                });
            }

            @Override
            public void done(CheckResult how) {
                parts.ui().run(() -> ended(fresh, account, how));
            }
        }));
        again.setText(Messages.testStop);
        show();
        buttons.layout();
    }

    /** Gives up the test that is under way. */
    void stop() {
        run.ifPresent(CheckRun::cancel);
        run = Optional.empty();
    }

    private void startOrStop() {
        if (result.isPresent() || run.isEmpty()) {
            start();
        } else {
            run.ifPresent(CheckRun::cancel);
        }
    }

    private void show() {
        if (!body.isDisposed()) {
            table.show(model);
        }
    }

    private void ended(CheckModel which, Account account, CheckResult how) {
        if (body.isDisposed() || which != model) {
            return;
        }
        result = Optional.of(how);
        run = Optional.empty();
        again.setText(Messages.testAgain);
        if (how instanceof CheckResult.Good) {
            end = AdviceText.good(account, model);
        } else {
            model.stop();
            Advice advice = how instanceof CheckResult.Failed failed
                    ? Advice.of(failed.step(), account.server(), parts.presets())
                    : Advice.of((CheckResult.Unready) how);
            end = AdviceText.of(advice, model);
            fixes(Optional.of(advice));
        }
        words.setText(Shown.text(end));
        show();
        buttons.layout();
        body.layout();
    }

    private void explain(CheckModel.Step step) {
        if (result.isPresent()) {
            CheckModel.Row row = model.row(step);
            boolean facts = row.state() == CheckModel.State.GOOD || row.state() == CheckModel.State.SKIPPED;
            words.setText(Shown.text(facts ? AdviceText.row(step, row) : end));
        }
    }

    private void fixes(Optional<Advice> advice) {
        for (var child : buttons.getChildren()) {
            if (child != again) {
                child.dispose();
            }
        }
        advice.ifPresent(known -> known.fixes().forEach(this::button));
        Optional<String> address = advice.flatMap(Advice::link);
        link.setText(address.map(url -> "<a>" + url + "</a>").orElse(""));
        ((org.eclipse.swt.layout.GridData) link.getLayoutData()).exclude = address.isEmpty();
        link.setVisible(address.isPresent());
    }

    private void button(Fix fix) {
        Button button = new Button(buttons, SWT.PUSH);
        button.setText(fix.label());
        button.setData("wirepost.id", "account.fix." + fix.getClass().getSimpleName());
        button.addListener(SWT.Selection, event -> apply(fix));
    }

    private void apply(Fix fix) {
        if (fix instanceof Fix.Switch change) {
            subject.change(change.server(), this::start);
        } else if (fix instanceof Fix.ShowCertificate show) {
            Account account = subject.account();
            CertificateDialog dialog = new CertificateDialog(body.getShell(), parts.look(), account,
                    result.flatMap(CheckPanel::sentence).orElse(""), show.chain());
            if (dialog.open() == org.eclipse.jface.window.Window.OK) {
                subject.change(account.server().withPin(show.chain().get(0).spkiHash()), this::start);
            }
        } else {
            subject.retype();
        }
    }

    private static Optional<String> sentence(CheckResult how) {
        return how instanceof CheckResult.Failed failed
                ? Optional.of(Sentences.of(failed.step().failure().getMessage()))
                : Optional.empty();
    }
}
