// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PartPlan;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** One part in words and octets; the octets are read in the background. */
final class PartPane {

    private final StructurePane.Parties parties;
    private final Composite area;
    private final StyledText details;
    private final Line title;
    private final StyledText source;
    private String shownPath = "";
    /** Read by other threads: what was begun in an earlier round is not wanted any more. */
    private volatile int round;

    PartPane(Composite parent, StructurePane.Parties parties) {
        this.parties = parties;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        parties.look().paint(area, Tone.TEXT, Tone.GROUND);
        details = text(SWT.WRAP, Messages.detailsName, "structure.details");
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(details);
        title = new Line(area, parties.look(), Tone.QUIET, "structure.sourceTitle");
        source = text(SWT.H_SCROLL | SWT.V_SCROLL, Messages.sourceName, "structure.source");
        // It takes what room there is: how much all lines would like is long to find out.
        GridDataFactory.fillDefaults().grab(true, true).hint(120, 60).applyTo(source);
        parties.look().watch(source, () -> source.setFont(parties.look().mono()));
        area.addDisposeListener(event -> round++);
    }

    private StyledText text(int style, String name, String id) {
        StyledText text = new StyledText(area, SWT.READ_ONLY | SWT.MULTI | style);
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

    /** Shows a part of a plan, or nothing. */
    void show(Optional<MimePlan> plan, Optional<PartPlan> part) {
        String words = part.map(PartDetails::of).map(Shown::text).orElse("");
        if (!words.equals(details.getText())) {
            details.setText(words);
            area.layout(true, false);
        }
        int mine = ++round;
        if (plan.isEmpty() || part.isEmpty()) {
            shownPath = "";
            title.say("");
            source.setText("");
            return;
        }
        if (shownPath.isEmpty()) {
            title.say(Messages.sourceReading);
        }
        read(plan.get(), part.get(), mine);
    }

    private void read(MimePlan from, PartPlan part, int mine) {
        parties.background().execute(() -> {
            try {
                String text = Excerpt.read(from, Parts.start(part), Parts.end(part), () -> mine != round);
                parties.ui().run(() -> show(part, text, mine));
            } catch (IOException e) {
                parties.ui().run(() -> say(Messages.bind(Messages.sourceFailed, Sentences.of(e.getMessage())), mine));
            }
        });
    }

    private void say(String words, int mine) {
        if (mine == round && title.say(words)) {
            area.layout(true, false);
        }
    }

    /** A reader who has scrolled stays where he is, as long as it is the same part. */
    private void show(PartPlan part, String text, int mine) {
        if (mine != round) {
            return;
        }
        int top = part.path().equals(shownPath) ? source.getTopPixel() : 0;
        shownPath = part.path();
        if (!text.equals(source.getText())) {
            source.setText(text);
        }
        say(title(part), mine);
        source.setTopPixel(top);
    }

    private static String title(PartPlan part) {
        long length = Parts.end(part) - Parts.start(part);
        String words = length <= Excerpt.LIMIT ? Messages.source
                : Messages.bind(Messages.sourceCut, Sentences.size(Excerpt.LIMIT), Sentences.size(length));
        return part.header().start() > 0 ? words : words + ". " + Messages.fresh;
    }
}
