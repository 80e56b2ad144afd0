// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.wirepost.ui.Pane;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** A page of help in the window; it follows the user from view to view until a link or a topic is chosen. */
final class HelpPane implements Pane {

    private static final String PAGE = "page:";
    private static final int LIST_INDENT = 18;

    private final Look look;
    private final UnaryOperator<String> keys;
    private final Supplier<Optional<String>> active;
    private final List<HelpPage> pages = HelpPage.all();
    private final Deque<String> earlier = new ArrayDeque<>();
    private final Button back;
    private final Combo topics;
    private final StyledText text;
    private HelpText shown = HelpText.of("");
    private String current = "";
    /** The view that was active when a page was last shown; another one brings its own page. */
    private Optional<String> followed;

    HelpPane(Composite parent, Look look, UnaryOperator<String> keys, Supplier<Optional<String>> active,
            String page) {
        this.look = look;
        this.keys = keys;
        this.active = active;
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        look.paint(area, Tone.TEXT, Tone.RAISED);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        back = new Button(row, SWT.PUSH);
        back.setText(Messages.back);
        back.setData("wirepost.id", "help.back");
        back.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> goBack()));
        topics = topics(row);
        text = text(area);
        followed = active.get();
        follow(area);
        show(HelpPage.IDS.contains(page) ? page : HelpPage.START);
    }

    private Combo topics(Composite row) {
        Combo combo = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(pages.stream().map(HelpPage::title).toArray(String[]::new));
        combo.setVisibleItemCount(pages.size());
        combo.setData("wirepost.id", "help.topics");
        combo.getAccessible().addAccessibleListener(org.eclipse.swt.accessibility.AccessibleListener
                .getNameAdapter(event -> event.result = Messages.topics));
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(combo);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> show(pages.get(combo.getSelectionIndex()).id())));
        return combo;
    }

    private StyledText text(Composite area) {
        StyledText control = new StyledText(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        control.setData("wirepost.id", "help.text");
        control.getAccessible().addAccessibleListener(org.eclipse.swt.accessibility.AccessibleListener
                .getNameAdapter(event -> event.result = Messages.title));
        control.setMargins(12, 10, 12, 10);
        control.setWordWrap(true);
        control.setLineSpacing(2);
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 100).applyTo(control);
        look.watch(control, () -> {
            control.setForeground(look.color(Tone.TEXT));
            control.setBackground(look.color(Tone.GROUND));
            draw(control);
        });
        control.addMouseListener(MouseListener.mouseUpAdapter(event -> linkAt(event).ifPresent(this::follow)));
        control.addMouseMoveListener(event -> control.setCursor(
                linkAt(event).isPresent() ? control.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
        return control;
    }

    private void draw(StyledText control) {
        shown.text().showIn(control, look);
        for (int line = 0; line < control.getLineCount(); line++) {
            if (control.getLine(line).startsWith("  ")) {
                control.setLineWrapIndent(line, 1, LIST_INDENT);
            }
        }
    }

    private Optional<String> linkAt(MouseEvent event) {
        int index = text.getOffsetAtPoint(new Point(event.x, event.y));
        return index < 0 ? Optional.empty() : shown.linkAt(index);
    }

    private void follow(String link) {
        if (link.startsWith(PAGE)) {
            show(link.substring(PAGE.length()));
        } else {
            Program.launch(link);
        }
    }

    /** Shows the page of another view when the user goes there. */
    private void follow(Composite area) {
        var display = area.getDisplay();
        Listener moved = event -> display.asyncExec(() -> {
            Optional<String> now = active.get().filter(view -> !view.equals(HelpView.ID));
            if (!area.isDisposed() && now.isPresent() && !now.equals(followed)) {
                followed = now;
                now.filter(HelpPage.IDS::contains).ifPresent(this::show);
            }
        });
        display.addFilter(SWT.FocusIn, moved);
        area.addDisposeListener(event -> display.removeFilter(SWT.FocusIn, moved));
    }

    private void goBack() {
        if (!earlier.isEmpty()) {
            String page = earlier.pop();
            current = "";
            show(page);
        }
    }

    /** Shows a page, if there is one of that name. */
    void show(String id) {
        HelpPage.find(id).filter(page -> !page.id().equals(current)).ifPresent(page -> {
            if (!current.isEmpty()) {
                earlier.push(current);
            }
            current = page.id();
            shown = HelpText.of(page.withKeys(keys));
            draw(text);
            text.setCaretOffset(0);
            text.setTopPixel(0);
            topics.select(HelpPage.IDS.indexOf(id));
            back.setEnabled(!earlier.isEmpty());
        });
    }

    @Override
    public String memento() {
        return current;
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }
}
