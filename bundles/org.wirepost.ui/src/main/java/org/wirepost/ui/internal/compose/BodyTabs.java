// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.compose.text.Preview;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The text of a letter, three ways: to write, as it will look, as it will be sent. */
final class BodyTabs {

    /** The ways. */
    enum Page {
        WRITE, PREVIEW, SOURCE
    }

    private final Letter letter;
    private final Look look;
    private final Composite box;
    private final Composite pages;
    private final StackLayout stack = new StackLayout();
    private final ToolItem[] items = new ToolItem[Page.values().length];
    private final ToolItem markdown;
    private final BodyText body;
    private final StyledText preview;
    private final SourcePage source;
    private Page page = Page.WRITE;

    BodyTabs(Composite parent, Letter letter, ComposeServices services) {
        this.letter = letter;
        this.look = services.look();
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 2).applyTo(box);
        look.paint(box, Tone.TEXT, Tone.GROUND);
        ToolBar bar = new ToolBar(box, SWT.FLAT | SWT.HORIZONTAL);
        bar.setData("wirepost.id", "compose.pages");
        look.paint(bar, Tone.TEXT, Tone.GROUND);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        item(bar, Page.WRITE, Messages.write);
        item(bar, Page.PREVIEW, Messages.preview);
        item(bar, Page.SOURCE, Messages.source);
        ToolBar right = new ToolBar(box, SWT.FLAT | SWT.HORIZONTAL);
        look.paint(right, Tone.TEXT, Tone.GROUND);
        markdown = new ToolItem(right, SWT.CHECK);
        markdown.setText(title(false));
        markdown.setToolTipText(Messages.markdownTip);
        markdown.setData("wirepost.id", "compose.markdown");
        markdown.addListener(SWT.Selection,
                event -> letter.edit(next -> next.markdown = markdown.getSelection()));
        pages = new Composite(box, SWT.NONE);
        pages.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(200, 96).minSize(0, 96).applyTo(pages);
        body = new BodyText(pages, letter, look);
        preview = readOnly("compose.preview", Messages.previewName);
        source = new SourcePage(pages, letter, services);
        box.setTabList(new Control[] {pages});
        show(Page.WRITE);
        look.watch(preview, () -> {
            colour();
            preview.setFont(look.text());
            if (page == Page.PREVIEW) {
                drawPreview();
            }
        });
        refresh();
    }

    private void item(ToolBar bar, Page which, String label) {
        ToolItem item = new ToolItem(bar, SWT.RADIO);
        item.setText("  " + label + "  ");
        item.setData("wirepost.id", "compose.page." + which.name().toLowerCase(java.util.Locale.ROOT));
        item.addListener(SWT.Selection, event -> {
            if (item.getSelection()) {
                show(which);
            }
        });
        items[which.ordinal()] = item;
    }

    /** The chosen way stands out in every theme, which the shade of the toolkit alone does not. */
    private void colour() {
        for (Page other : Page.values()) {
            ToolItem item = items[other.ordinal()];
            item.setForeground(look.color(other == page ? Tone.ACCENT : Tone.QUIET));
            item.setBackground(look.color(other == page ? Tone.RAISED : Tone.GROUND));
        }
    }

    private StyledText readOnly(String id, String name) {
        Frame frame = new Frame(pages, look);
        StyledText text = new StyledText(frame.box(), SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        frame.around(text);
        text.setData("wirepost.id", id);
        text.setMargins(8, 6, 8, 6);
        Names.set(text, name);
        look.paint(text, Tone.TEXT, Tone.GROUND);
        return text;
    }

    Control control() {
        return box;
    }

    BodyText body() {
        return body;
    }

    Page page() {
        return page;
    }

    /** Shows the text in one of the three ways. */
    void show(Page which) {
        boolean focused = page != which && pages.isVisible() && hasFocus();
        page = which;
        for (Page other : Page.values()) {
            items[other.ordinal()].setSelection(other == which);
        }
        colour();
        stack.topControl = switch (which) {
            case WRITE -> body.box();
            case PREVIEW -> preview.getParent();
            case SOURCE -> source.control();
        };
        if (which == Page.PREVIEW) {
            drawPreview();
        }
        source.setShown(which == Page.SOURCE);
        pages.layout();
        if (focused) {
            stack.topControl.setFocus();
        }
    }

    private boolean hasFocus() {
        Control focus = pages.getDisplay().getFocusControl();
        return focus != null && focus.getParent().getParent() == pages;
    }

    private void drawPreview() {
        String text = letter.content().body();
        new PreviewPainter(look).paint(preview,
                letter.content().markdown() ? Preview.ofMarkdown(text) : Preview.ofPlain(text));
    }

    /** The letter has changed. */
    void refresh() {
        boolean asItIs = !letter.content().eml().isEmpty();
        if (markdown.getSelection() != letter.content().markdown()) {
            markdown.setSelection(letter.content().markdown());
        }
        String label = title(letter.content().markdown());
        if (!markdown.getText().equals(label)) {
            markdown.setText(label);
            box.layout();
        }
        markdown.setEnabled(!asItIs);
        items[Page.WRITE.ordinal()].setEnabled(!asItIs);
        items[Page.PREVIEW.ordinal()].setEnabled(!asItIs);
        if (asItIs && page != Page.SOURCE) {
            show(Page.SOURCE);
        }
        body.refresh();
        if (page == Page.PREVIEW) {
            drawPreview();
        }
    }

    /** Lets a person write, or not. */
    void setEditable(boolean editable) {
        body.setEditable(editable);
        markdown.setEnabled(editable && letter.content().eml().isEmpty());
    }

    void setFocus() {
        stack.topControl.setFocus();
    }

    /** A sign beside the shade: where it is on is seen in every theme. */
    private static String title(boolean on) {
        return (on ? "\u2713 " : "  ") + Messages.markdown + "  ";
    }
}
