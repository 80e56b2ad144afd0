// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PartPlan;
import org.wirepost.ui.Pane;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The parts of the letter that is being written, and the selected one in words and octets. */
final class StructurePane implements Pane {

    /** What the pane needs from the rest of the desktop. */
    record Parties(LivePlans plans, PartSelection selection, Look look, UiThread ui, Background background) { }

    private final Parties parties;
    private final Composite area;
    private final Line summary;
    private final Line problem;
    private final PartTree tree;
    private final PartPane source;
    private Optional<MimePlan> plan = Optional.empty();
    private String shownLetter = "";

    StructurePane(Composite parent, Parties parties) {
        this.parties = parties;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        parties.look().paint(area, Tone.TEXT, Tone.GROUND);
        summary = new Line(area, parties.look(), Tone.TEXT, "structure.summary");
        problem = new Line(area, parties.look(), Tone.WARNING, "structure.problem");
        SashForm sash = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        parties.look().paint(sash, Tone.TEXT, Tone.LINE);
        tree = new PartTree(sash, parties.look(), this::chosen);
        source = new PartPane(sash, parties);
        sash.setWeights(2, 3);
        listen();
    }

    private void listen() {
        Consumer<Optional<PlannedLetter>> plans = this::show;
        PartSelection.Listener selection = this::selectedElsewhere;
        parties.plans().watch(plans);
        parties.selection().watch(selection);
        area.addDisposeListener(event -> {
            parties.plans().unwatch(plans);
            parties.selection().unwatch(selection);
        });
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
        boolean closed = letter.map(PlannedLetter::closed).orElse(false);
        boolean resized = summary.say(plan.map(StructurePane::total)
                .map(words -> closed ? Messages.bind(Messages.closed, words) : words)
                .orElse(letter.isPresent() ? Messages.planning : Messages.noLetter));
        resized |= problem.say(letter.flatMap(PlannedLetter::problem)
                .map(sentence -> stale ? sentence + " " + Messages.stale : sentence).orElse(""));
        if (resized) {
            area.layout(true, false);
        }
        showPart();
    }

    private static String total(MimePlan plan) {
        String needs = (plan.needsBinary() ? Messages.needsBinary : plan.needs8Bit() ? Messages.needs8bit : "")
                + (plan.needsUtf8() ? Messages.needsUtf8 : "");
        return Messages.bind(Messages.total, Numbers.size(plan.size()), needs);
    }

    private void chosen(PartPlan part) {
        showPart();
        parties.selection().select(PartSelection.Octets.of(shownLetter, part), this);
    }

    private void selectedElsewhere(Optional<PartSelection.Octets> octets, Object by) {
        if (by == this || plan.isEmpty() || octets.isEmpty()) {
            return;
        }
        Layout layout = new Layout(shownLetter, plan.get().root());
        octets.get().part().flatMap(part -> layout.same(octets.get().letter(), part)).ifPresent(part -> {
            tree.select(part.path());
            showPart();
        });
    }

    private void showPart() {
        source.show(plan, plan.isPresent() ? tree.selected() : Optional.empty());
    }

    @Override
    public void setFocus() {
        tree.control().setFocus();
    }
}
