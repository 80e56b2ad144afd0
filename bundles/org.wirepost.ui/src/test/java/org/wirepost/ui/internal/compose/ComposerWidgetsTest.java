// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirepost.ui.internal.compose.text.Preview;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.look.Tone;

final class ComposerWidgetsTest {

    private static Display display;
    private static Look look;
    private Shell shell;

    @BeforeAll
    static void openDisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "there is no display");
        display = new Display();
        look = new Look();
        look.setTheme(Theme.LIGHT);
    }

    @AfterAll
    static void closeDisplay() {
        if (display != null) {
            display.dispose();
        }
    }

    @BeforeEach
    void openShell() {
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
    }

    @AfterEach
    void closeShell() {
        if (shell != null) {
            shell.dispose();
        }
    }

    @Test
    void whatIsTypedInOneGoIsTakenBackInOneGo() {
        StyledText text = new StyledText(shell, SWT.MULTI);
        TextUndo undo = new TextUndo(text);
        for (String c : List.of("a", "b", "c")) {
            text.replaceTextRange(text.getCharCount(), 0, c);
        }
        text.replaceTextRange(0, 1, "xyz");
        undo.undo();
        assertThat(text.getText()).isEqualTo("abc");
        undo.undo();
        assertThat(text.getText()).isEmpty();
        assertThat(undo.canUndo()).isFalse();
        undo.redo();
        undo.redo();
        assertThat(text.getText()).isEqualTo("xyzbc");
        assertThat(undo.canRedo()).isFalse();
    }

    @Test
    void theFaultyCharacterIsMarkedAndOnlyThat() {
        LineField field = new LineField(shell, look, "test", "Test");
        field.set("bo@@x");
        field.mark(Optional.of(3));
        assertThat(field.control().getStyleRanges()).hasSize(1);
        assertThat(field.control().getStyleRanges()[0].start).isEqualTo(3);
        field.mark(Optional.of(5));
        assertThat(field.control().getStyleRanges()[0].start).isEqualTo(4);
        field.mark(Optional.empty());
        assertThat(field.control().getStyleRanges()).isEmpty();
    }

    @Test
    void whatIsPastedIntoOneLineStaysInOneLine() {
        LineField field = new LineField(shell, look, "test", "Test");
        field.control().insert("a@b.org\r\nBcc: c@d.org");
        assertThat(field.text()).isEqualTo("a@b.org Bcc: c@d.org");
    }

    @Test
    void aPreviewIsDrawnWithoutOverlaps() {
        StyledText text = new StyledText(shell, SWT.MULTI);
        new PreviewPainter(look).paint(text, Preview.ofMarkdown("# A *b* `c`\n\n> **bold *both*** [l](http://x.org)"));
        int end = 0;
        for (var range : text.getStyleRanges()) {
            assertThat(range.start).isGreaterThanOrEqualTo(end);
            end = range.start + range.length;
        }
        assertThat(text.getStyleRanges()).anyMatch(range -> range.underline && "http://x.org".equals(range.data));
    }

    @Test
    void aNoticeKeepsItsButtonsWhenOnlyItsWordsChange() {
        Composite box = new Composite(shell, SWT.NONE);
        box.setLayout(new org.eclipse.swt.layout.GridLayout());
        NoticeBars bars = new NoticeBars(box, look);
        List<String> done = new ArrayList<>();
        bars.show(List.of(new Notice("progress", Tone.TEXT, "5 s",
                List.of(new Notice.Action("undo", "Undo", () -> done.add("old"))))));
        Button button = button(box);
        bars.show(List.of(new Notice("progress", Tone.TEXT, "4 s",
                List.of(new Notice.Action("undo", "Undo", () -> done.add("new"))))));
        assertThat(button(box)).isSameAs(button);
        button.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        assertThat(done).containsExactly("new");
        bars.show(List.of());
        assertThat(button.isDisposed()).isTrue();
    }

    private static Button button(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Button button) {
                return button;
            }
            if (child instanceof Composite composite && button(composite) != null) {
                return button(composite);
            }
        }
        return null;
    }
}
