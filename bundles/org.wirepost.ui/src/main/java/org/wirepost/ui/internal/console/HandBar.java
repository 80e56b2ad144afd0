// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.wirepost.smtp.Prompt;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.ui.internal.console.HandSession.State;
import org.wirepost.ui.internal.console.HandSession.Status;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** The prompt under the table: says lines in the selected session, if that is one by hand. */
final class HandBar {

    private static final int COLUMNS = 5;
    private static final char BULLET = '\u2022';

    private final Composite row;
    private final Button connect;
    private final Label mark;
    private final Text text;
    private final Button base64;
    private final Button end;
    private final Label sentence;
    private final HandHistory history = new HandHistory();
    private final Supplier<Capabilities> offered;
    private final Look look;
    private Optional<HandSession> session = Optional.empty();
    private Optional<Status> shown = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private boolean focusWhenReady;
    private Optional<HandProposals> proposals = Optional.empty();

    HandBar(Composite parent, Look look, Runnable connecting, Supplier<Capabilities> offered) {
        this.look = look;
        this.offered = offered;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(4, 3).spacing(5, 2).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        connect = button(Messages.handConnect, "console.connect", connecting);
        mark = label();
        text = new Text(row, SWT.SINGLE | SWT.BORDER);
        text.setData("wirepost.id", "console.prompt");
        Names.give(text, this::promptName);
        look.paint(text, Tone.TEXT, Tone.FIELD);
        look.watch(text, () -> text.setFont(look.mono()));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        base64 = new Button(row, SWT.CHECK);
        base64.setText(Messages.handBase64);
        base64.setToolTipText(Messages.handBase64Tip);
        base64.setSelection(true);
        base64.setData("wirepost.id", "console.base64");
        look.paint(base64, Tone.TEXT, Tone.RAISED);
        base64.setLayoutData(new GridData());
        end = button(Messages.handEnd, "console.end", () -> session.ifPresent(HandSession::end));
        sentence = label();
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(sentence);
        listen();
        refresh(Optional.empty());
    }

    private Button button(String words, String id, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(words);
        button.setData("wirepost.id", id);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        look.watch(button, () -> button.setFont(look.text()));
        button.setLayoutData(new GridData());
        return button;
    }

    private Label label() {
        Label label = new Label(row, SWT.NONE);
        look.paint(label, Tone.TEXT, Tone.RAISED);
        look.watch(label, () -> label.setFont(look.text()));
        return label;
    }

    private void listen() {
        text.addListener(SWT.DefaultSelection, event -> say());
        text.addListener(SWT.KeyDown, this::key);
        text.addModifyListener(event -> {
            mask();
            problem = Optional.empty();
        });
        proposals = Optional.of(new HandProposals(text, this::completions));
    }

    private List<String> completions(String typed) {
        boolean command = status().map(now -> now.prompt() == Prompt.COMMAND).orElse(false);
        return command && !HandLine.isSecret(typed, Prompt.COMMAND) ? HandVerbs.complete(typed, offered.get())
                : List.of();
    }

    private void key(Event event) {
        boolean open = proposals.map(HandProposals::isOpen).orElse(false);
        if (!open && event.keyCode == SWT.ARROW_UP) {
            recall(history.back(text.getText()));
            event.doit = false;
        } else if (!open && event.keyCode == SWT.ARROW_DOWN) {
            recall(history.forward(text.getText()));
            event.doit = false;
        }
    }

    private void recall(String line) {
        text.setText(line);
        text.setSelection(line.length());
    }

    private void mask() {
        Prompt prompt = status().map(Status::prompt).orElse(Prompt.COMMAND);
        char wanted = HandLine.isSecret(text.getText(), prompt) ? BULLET : '\0';
        if (text.getEchoChar() != wanted) {
            text.setEchoChar(wanted);
        }
    }

    private void say() {
        Status now = status().orElse(new Status(State.CLOSED, Prompt.COMMAND, Optional.empty()));
        String line = text.getText();
        problem = HandLine.problem(line, now.prompt());
        if (now.state() != State.READY || problem.isPresent()) {
            problem.ifPresent(words -> tell(words, Tone.ERROR));
            return;
        }
        boolean secret = HandLine.isSecret(line, now.prompt());
        if (!secret && now.prompt() == Prompt.COMMAND) {
            history.add(line);
        }
        boolean encode = now.prompt() == Prompt.SASL_ANSWER && base64.getSelection() && !line.equals("*");
        text.setText("");
        session.ifPresent(current -> current.say(encode
                ? Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8)) : line));
    }

    private Optional<Status> status() {
        return session.map(HandSession::status);
    }

    /** Serves another session, or none. */
    void show(Optional<HandSession> other) {
        if (!other.equals(session)) {
            session = other;
            text.setText("");
            refresh(status());
        } else if (!status().equals(shown)) {
            refresh(status());
        }
    }

    /** Shows how far the session is. */
    private void refresh(Optional<Status> now) {
        shown = now;
        State state = now.map(Status::state).orElse(State.CLOSED);
        Prompt prompt = now.map(Status::prompt).orElse(Prompt.COMMAND);
        boolean alive = state != State.CLOSED;
        text.setEnabled(alive && state != State.CONNECTING);
        end.setEnabled(alive);
        visible(end, alive);
        visible(connect, !alive);
        visible(base64, alive && prompt == Prompt.SASL_ANSWER);
        mark.setText(prompt == Prompt.TEXT ? Messages.handMarkText
                : prompt == Prompt.SASL_ANSWER ? Messages.handMarkSecret : Messages.handMark);
        text.setMessage(hint(state, prompt));
        now.flatMap(Status::sentence).or(() -> problem)
                .ifPresentOrElse(words -> tell(words, Tone.ERROR), () -> tell("", Tone.TEXT));
        mask();
        row.layout();
        if (focusWhenReady && state == State.READY) {
            focusWhenReady = false;
            text.setFocus();
        }
    }

    private static void visible(Button button, boolean wanted) {
        button.setVisible(wanted);
        ((GridData) button.getLayoutData()).exclude = !wanted;
    }

    private static String hint(State state, Prompt prompt) {
        return switch (state) {
            case CLOSED -> Messages.handHintClosed;
            case CONNECTING -> Messages.handHintConnecting;
            case READY, BUSY -> switch (prompt) {
                case COMMAND -> Messages.handHintCommand;
                case SASL_ANSWER -> Messages.handHintSecret;
                case TEXT -> Messages.handHintText;
            };
        };
    }

    private String promptName() {
        return Messages.bind(Messages.handName, text.getMessage());
    }

    private void tell(String words, Tone tone) {
        boolean before = sentence.getVisible();
        sentence.setText(Shown.label(words));
        sentence.setForeground(look.color(tone));
        sentence.setToolTipText(Shown.label(words));
        sentence.setVisible(!words.isEmpty());
        ((GridData) sentence.getLayoutData()).exclude = words.isEmpty();
        if (before != sentence.getVisible()) {
            row.getParent().layout();
        }
    }

    Composite control() {
        return row;
    }

    /** Puts the focus into the prompt as soon as the session takes lines. */
    void focusWhenReady() {
        focusWhenReady = true;
    }
}
