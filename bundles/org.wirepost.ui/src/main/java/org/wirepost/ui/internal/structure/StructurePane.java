// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.ui.Pane;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The parts of the letter that is being written, and the selected one in words and octets. */
final class StructurePane implements Pane {

    /** What the pane needs from the rest of the desktop. */
    record Parties(LivePlans plans, PartSelection selection, Look look, UiThread ui, Background background) { }

    private final Parties parties;
    private final Composite area;
    private final Label summary;
    private final Label problem;
    private final PartTree tree;
    private final StyledText details;
    private final Label sourceTitle;
    private final StyledText source;
    private Optional<MimePlan> plan = Optional.empty();
    private String shownLetter = "";
    private volatile int round;

    StructurePane(Composite parent, Parties parties) {
        this.parties = parties;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        parties.look().paint(area, Tone.TEXT, Tone.GROUND);
        summary = label(area, Tone.TEXT, "structure.summary");
        problem = label(area, Tone.ERROR, "structure.problem");
        SashForm sash = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        parties.look().paint(sash, Tone.TEXT, Tone.LINE);
        tree = new PartTree(sash, parties.look(), this::chosen);
        Composite below = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(below);
        parties.look().paint(below, Tone.TEXT, Tone.GROUND);
        details = text(below, SWT.WRAP, Messages.detailsName, "structure.details");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(details);
        sourceTitle = label(below, Tone.QUIET, "structure.sourceTitle");
        source = text(below, SWT.H_SCROLL | SWT.V_SCROLL, Messages.sourceName, "structure.source");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(source);
        parties.look().watch(source, () -> source.setFont(parties.look().mono()));
        sash.setWeights(2, 3);
        listen();
    }

    private void listen() {
        Consumer<Optional<PlannedLetter>> plans = this::show;
        PartSelection.Listener selection = this::selectedElsewhere;
        parties.plans().watch(plans);
        parties.selection().watch(selection);
        area.addDisposeListener(event -> {
            round++;
            parties.plans().unwatch(plans);
            parties.selection().unwatch(selection);
        });
    }

    private Label label(Composite parent, Tone tone, String id) {
        Label label = new Label(parent, SWT.WRAP);
        label.setData("wirepost.id", id);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(120, SWT.DEFAULT).applyTo(label);
        parties.look().paint(label, tone, Tone.GROUND);
        parties.look().watch(label, () -> label.setFont(parties.look().text()));
        return label;
    }

    private StyledText text(Composite parent, int style, String name, String id) {
        StyledText text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | style);
        text.setMargins(6, 4, 6, 4);
        text.setData("wirepost.id", id);
        text.setTabs(8);
        parties.look().paint(text, Tone.TEXT, Tone.GROUND);
        parties.look().watch(text, () -> text.setFont(parties.look().text()));
        text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
        return text;
    }

    private void show(Optional<PlannedLetter> letter) {
        String id = letter.map(PlannedLetter::letterId).orElse("");
        if (!id.equals(shownLetter)) {
            shownLetter = id;
            plan = Optional.empty();
            tree.clear();
        }
        Optional<MimePlan> fresh = letter.flatMap(PlannedLetter::plan);
        boolean stale = letter.isPresent() && fresh.isEmpty() && plan.isPresent();
        if (fresh.isPresent()) {
            plan = fresh;
            tree.show(fresh.get().root());
        }
        say(summary, plan.map(StructurePane::total)
                .orElse(letter.isPresent() ? Messages.planning : Messages.noLetter));
        say(problem, letter.flatMap(PlannedLetter::problem)
                .map(sentence -> stale ? sentence + " " + Messages.stale : sentence).orElse(""));
        area.layout(true, true);
        showPart();
    }

    private static String total(MimePlan plan) {
        String needs = (plan.needsBinary() ? Messages.needsBinary : plan.needs8Bit() ? Messages.needs8bit : "")
                + (plan.needsUtf8() ? Messages.needsUtf8 : "");
        return Messages.bind(Messages.total,
                new Object[] {Amount.bytes(plan.size()), Numbers.of(plan.size()), needs});
    }

    private static void say(Label label, String words) {
        label.setText(words.replace("&", "&&"));
        setShown(label, !words.isEmpty());
    }

    private static void setShown(Control control, boolean shown) {
        control.setVisible(shown);
        if (control.getLayoutData() instanceof org.eclipse.swt.layout.GridData data) {
            data.exclude = !shown;
        }
    }

    private void chosen(PartPlan part) {
        showPart();
        parties.selection().select(Parts.start(part), Parts.end(part) - Parts.start(part), this);
    }

    private void selectedElsewhere(Optional<PartSelection.Octets> octets, Object by) {
        if (by == this || plan.isEmpty() || octets.isEmpty()) {
            return;
        }
        Parts.at(plan.get().root(), octets.get().offset(), octets.get().length()).ifPresent(part -> {
            tree.select(part.path());
            showPart();
        });
    }

    private void showPart() {
        Optional<PartPlan> part = plan.isPresent() ? tree.selected() : Optional.empty();
        String words = part.map(chosen -> PartDetails.of(chosen)
                + (chosen.path().equals("1") ? "\n" + Messages.fresh : "")).orElse("");
        if (!words.equals(details.getText())) {
            details.setText(words);
            details.getParent().layout(true, true);
        }
        int mine = ++round;
        if (part.isEmpty()) {
            say(sourceTitle, "");
            source.setText("");
            return;
        }
        say(sourceTitle, Messages.sourceReading);
        read(plan.get(), part.get(), mine);
    }

    private void read(MimePlan from, PartPlan part, int mine) {
        parties.background().execute(() -> {
            try {
                String text = Excerpt.read(from, Parts.start(part), Parts.end(part), () -> mine != round);
                parties.ui().run(() -> showSource(part, text, mine));
            } catch (IOException e) {
                parties.ui().run(() -> {
                    if (mine == round) {
                        say(sourceTitle, Messages.bind(Messages.sourceFailed, e.getMessage()));
                        sourceTitle.getParent().layout(true, true);
                    }
                });
            }
        });
    }

    private void showSource(PartPlan part, String text, int mine) {
        if (mine != round || source.isDisposed()) {
            return;
        }
        long length = Parts.end(part) - Parts.start(part);
        say(sourceTitle, length <= Excerpt.LIMIT ? Messages.source : Messages.bind(Messages.sourceCut,
                Amount.bytes(Excerpt.LIMIT), Amount.bytes(length)));
        if (!text.equals(source.getText())) {
            int top = source.getTopIndex();
            source.setText(text);
            source.setTopIndex(top);
        }
        source.getParent().layout(true, true);
    }

    @Override
    public void setFocus() {
        tree.control().setFocus();
    }
}
