// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import java.text.DateFormat;
import java.util.Date;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.wirepost.ui.Pane;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** Three doors beside each other, or below each other where there is little room, and the last drafts. */
final class WelcomePane implements Pane {

    /** Width that a door would like. */
    static final int DOOR_WIDTH = 250;

    private static final int DOORS = 3;
    private static final int NARROW = 640;
    private static final int MARGIN = 32;
    private static final int MOST_WIDTH = 900;
    private static final int PICTURE = 56;
    private static final int LONGEST = 60;

    private final Doors doors;
    private final Look look;
    private final ScrolledComposite scroller;
    private final Composite page;
    private final Composite row;
    private final Composite recent;
    private Door first;

    WelcomePane(Composite parent, Doors doors, Look look) {
        this.doors = doors;
        this.look = look;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        page = composite(scroller, 1);
        heading();
        row = composite(page, DOORS);
        fill();
        Link begin = link(page, Messages.newLetter, doors::newLetter);
        begin.setData("wirepost.id", "welcome.new");
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).indent(0, 8).applyTo(begin);
        recent = composite(page, 1);
        GridDataFactory.fillDefaults().exclude(true).applyTo(recent);
        scroller.setContent(page);
        look.watch(scroller, () -> {
            scroller.setBackground(look.color(Tone.GROUND));
            fit();
        });
        scroller.addListener(SWT.Resize, event -> fit());
        doors.recent(this::show);
    }

    private Composite composite(Composite parent, int columns) {
        Composite made = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(16, 16).applyTo(made);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(made);
        look.paint(made, Tone.TEXT, Tone.GROUND);
        return made;
    }

    private void heading() {
        Composite top = composite(page, 2);
        Label picture = new Label(top, SWT.NONE);
        GridDataFactory.fillDefaults().span(1, 2).applyTo(picture);
        look.watch(picture, () -> {
            picture.setBackground(look.color(Tone.GROUND));
            picture.setImage(look.icon("wirepost", PICTURE));
        });
        label(top, Messages.heading, Tone.TEXT, true);
        label(top, Messages.promise, Tone.QUIET, false);
        ((GridLayout) top.getLayout()).verticalSpacing = 2;
    }

    private void label(Composite parent, String text, Tone tone, boolean heading) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, heading).align(SWT.FILL, SWT.END).hint(1, SWT.DEFAULT)
                .applyTo(label);
        look.paint(label, tone, Tone.GROUND);
        look.watch(label, () -> label.setFont(heading ? look.heading() : look.text()));
    }

    private void fill() {
        first = door("account-add", Messages.addTitle, Messages.addText, "welcome.add", doors::addAccount);
        door("lab", Messages.labTitle, Messages.labText, "welcome.lab", doors::tryLab);
        door("letter-open", Messages.emlTitle, Messages.emlText, "welcome.eml",
                () -> doors.openEml(page.getShell()));
    }

    private Door door(String icon, String title, String text, String id, Runnable action) {
        Door door = new Door(row, look, new Door.Words(icon, title, text), action);
        door.setData("wirepost.id", id);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, SWT.DEFAULT).applyTo(door);
        return door;
    }

    private Link link(Composite parent, String text, Runnable action) {
        Link link = new Link(parent, SWT.NONE);
        link.setText(text);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        look.watch(link, () -> {
            link.setForeground(look.color(Tone.QUIET));
            link.setBackground(look.color(Tone.GROUND));
            link.setLinkForeground(look.color(Tone.ACCENT));
            link.setFont(look.text());
        });
        return link;
    }

    private void show(List<DraftRecord> drafts) {
        if (recent.isDisposed() || drafts.isEmpty()) {
            return;
        }
        ((GridLayout) recent.getLayout()).verticalSpacing = 4;
        label(recent, Messages.drafts, Tone.TEXT, true);
        DateFormat time = DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT);
        for (DraftRecord draft : drafts) {
            link(recent, Messages.bind(Messages.draft, subject(draft), time.format(new Date(draft.saved()))),
                    () -> doors.open(draft.id()));
        }
        ((GridData) recent.getLayoutData()).exclude = false;
        fit();
    }

    /** Nothing in a subject may be taken for a link. */
    private static String subject(DraftRecord draft) {
        String subject = draft.content().subject().isBlank() ? Messages.noSubject : draft.content().subject();
        String shown = subject.length() > LONGEST ? subject.substring(0, LONGEST) + "\u2026" : subject;
        return Shown.link(shown);
    }

    /** Puts the doors beside or below each other, and the page in the middle. */
    private void fit() {
        if (page.isDisposed() || recent == null) {
            return;
        }
        int width = scroller.getClientArea().width;
        int limit = look.isLarge() ? NARROW * 7 / 5 : NARROW;
        ((GridLayout) row.getLayout()).numColumns = width < limit ? 1 : DOORS;
        GridLayout layout = (GridLayout) page.getLayout();
        layout.marginWidth = Math.max(MARGIN, (width - MOST_WIDTH) / 2);
        layout.marginHeight = MARGIN;
        scroller.setMinHeight(page.computeSize(width, SWT.DEFAULT, true).y);
        page.layout(true, true);
    }

    @Override
    public void setFocus() {
        first.setFocus();
    }
}
