// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** What unfolds below a row: the handler, its options, all facts and all findings. */
final class RowDetails {

    private static final int WORDS_WIDTH = 240;

    private final Composite area;
    private final AttachServices services;
    private final AttachmentList list;
    private final AttachmentItem item;
    private Optional<Inspection> shown = Optional.empty();
    private List<Finding> findings = List.of();
    private final Runnable grown;
    /** The options are there first; the rest comes a moment later, so that the window is not held up. */
    private boolean whole = true;
    private Optional<OptionControls> controls = Optional.empty();
    /** By width: with a scroll bar and without it both are asked for, again and again. */
    private final Map<Integer, Integer> heights = new HashMap<>();
    private boolean changed;

    /**
     * Makes what unfolds.
     *
     * @param grown called when it needs another height by itself
     */
    RowDetails(Composite parent, AttachServices services, AttachmentList list, AttachmentItem item, Runnable grown) {
        this.grown = grown;
        this.area = new Composite(parent, SWT.NONE);
        this.services = services;
        this.list = list;
        this.item = item;
        GridLayoutFactory.swtDefaults().margins(10, 8).spacing(6, 6).applyTo(area);
        services.look().paint(area, Tone.TEXT, Tone.RAISED);
    }

    Composite area() {
        return area;
    }

    /** Returns the height that is needed at a width. */
    int height(int width) {
        Integer known = heights.get(width);
        if (known == null) {
            known = area.computeSize(width, SWT.DEFAULT, heights.isEmpty()).y;
            heights.put(width, known);
        }
        return known;
    }

    private void hasChanged() {
        heights.clear();
        changed = true;
    }

    /** Stands at a place, as high as it needs to be. */
    void place(int x, int y, int width) {
        Rectangle bounds = new Rectangle(x, y, width, height(width));
        if (!area.getBounds().equals(bounds)) {
            area.setBounds(bounds);
        } else if (changed) {
            area.layout(false);
        }
        changed = false;
    }

    /** Shows what is known now; returns whether there is more or less to show than before. */
    boolean show() {
        if (shown.equals(item.inspection()) && findings.equals(item.findings())) {
            controls.ifPresent(OptionControls::update);
            return false;
        }
        hasChanged();
        boolean sameOptions = shown.isPresent() && shown.equals(item.inspection());
        findings = item.findings();
        if (sameOptions) {
            controls.ifPresent(OptionControls::update);
            if (whole) {
                Control[] children = area.getChildren();
                children[children.length - 1].dispose();
                addFindings();
            }
            return whole;
        }
        shown = item.inspection();
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        controls = Optional.empty();
        shown.ifPresentOrElse(this::fill, () -> words(area, Messages.looking, Tone.QUIET));
        return true;
    }

    private void fill(Inspection inspection) {
        words(area, Messages.bind(Messages.handledBy, inspection.owner()), Tone.QUIET);
        heading(Messages.optionsHeading);
        if (inspection.options().isEmpty()) {
            words(area, Messages.noOptions, Tone.QUIET);
        } else {
            OptionControls fresh = new OptionControls(area, services.look(),
                    (option, value) -> list.choose(item, option, value));
            fresh.add(item, inspection.options());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(fresh.area());
            controls = Optional.of(fresh);
        }
        whole = false;
        services.ui().run(() -> fillRest(inspection));
    }

    private void fillRest(Inspection inspection) {
        if (whole || area.isDisposed() || shown.filter(now -> now == inspection).isEmpty()) {
            return;
        }
        whole = true;
        if (!inspection.report().facts().isEmpty()) {
            heading(Messages.factsHeading);
            facts(inspection.report().facts());
        }
        heading(Messages.findingsHeading);
        addFindings();
        hasChanged();
        grown.run();
    }

    private void facts(List<Fact> facts) {
        Composite table = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 2).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        services.look().paint(table, Tone.TEXT, Tone.RAISED);
        for (Fact fact : facts) {
            words(table, Sentences.of(fact.name()), Tone.QUIET).setLayoutData(null);
            words(table, Facts.words(fact), Tone.TEXT);
        }
    }

    /** The last child of the area. */
    private void addFindings() {
        Composite table = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 3).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        services.look().paint(table, Tone.TEXT, Tone.RAISED);
        for (Finding finding : findings) {
            RowText.Remark remark = RowText.Remark.of(finding);
            Label icon = new Label(table, SWT.NONE);
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
            services.look().paint(icon, Tone.TEXT, Tone.RAISED);
            services.look().watch(icon, () -> icon.setImage(services.look().icon(remark.icon())));
            words(table, remark.line(), RowPainter.tone(remark.severity()));
        }
        if (findings.isEmpty()) {
            words(table, Messages.noFindings, Tone.QUIET);
        }
    }

    private void heading(String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(Shown.label(text));
        services.look().paint(label, Tone.TEXT, Tone.RAISED);
        services.look().watch(label, () -> label.setFont(services.look().bold()));
    }

    private Label words(Composite parent, String text, Tone tone) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(Shown.label(text));
        GridDataFactory.fillDefaults().grab(true, false).hint(WORDS_WIDTH, SWT.DEFAULT).applyTo(label);
        services.look().paint(label, tone, Tone.RAISED);
        services.look().watch(label, () -> label.setFont(services.look().text()));
        return label;
    }
}
