// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.wirepost.mime.MimePlan;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.sending.SendTimes;
import org.wirepost.ui.internal.structure.PlannedLetter;

/** Below the text: the size as it will be sent, against the limit of the server, and what sends it. */
final class FootRow {

    private final Letter letter;
    private final ComposeServices services;
    private final Composite row;
    private final Label size;
    private final Button attach;
    private final Button send;
    private final Button sendAt;
    private final Consumer<Optional<PlannedLetter>> planned = this::planned;
    private OptionalLong octets = OptionalLong.empty();

    /**
     * What can be wished for here.
     *
     * @param attach attaches files
     * @param send sends the letter
     * @param sendAt sends it at a time, or asks when
     */
    record Wishes(Runnable attach, Runnable send, Consumer<Optional<Instant>> sendAt) {
    }

    FootRow(Composite parent, Letter letter, ComposeServices services, Wishes wishes) {
        this.letter = letter;
        this.services = services;
        Look look = services.look();
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(10, 6).spacing(8, 0).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.GROUND);
        size = new Label(row, SWT.WRAP);
        size.setData("wirepost.id", "compose.size");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT)
                .applyTo(size);
        attach = button(Messages.attach, Messages.cmdAttachTip, "message.attach", wishes.attach());
        send = button(Messages.send, Messages.cmdSendTip, "message.send", wishes.send());
        sendAt = sendAt(wishes.sendAt());
        look.watch(size, () -> {
            size.setBackground(look.color(Tone.GROUND));
            size.setFont(look.text());
            draw();
        });
        services.plans().watch(planned);
        size.addDisposeListener(event -> services.plans().unwatch(planned));
    }

    private Button button(String label, String tip, String command, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        String keys = services.keys(command);
        button.setText(label);
        button.setToolTipText(keys.isEmpty() ? tip : tip + " (" + keys + ")");
        button.setData("wirepost.id", "compose." + command.substring(command.indexOf('.') + 1));
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
        return button;
    }

    /** Beside the button that sends: when else it may be sent. */
    private Button sendAt(Consumer<Optional<Instant>> wish) {
        Button button = new Button(row, SWT.PUSH);
        button.setText("\u25be");
        button.setToolTipText(Messages.sendAt);
        button.setData("wirepost.id", "compose.sendAt");
        button.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.sendAt;
            }
        });
        button.addListener(SWT.Selection, event -> offerTimes(button, wish));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
        return button;
    }

    private static void offerTimes(Button button, Consumer<Optional<Instant>> wish) {
        Menu menu = new Menu(button);
        for (SendTimes.Choice choice : SendTimes.choices(Instant.now(), ZoneId.systemDefault())) {
            item(menu, choice.label(), () -> wish.accept(Optional.of(choice.time())));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.anotherTime, () -> wish.accept(Optional.empty()));
        Point size = button.getSize();
        menu.setLocation(button.toDisplay(0, size.y));
        // The choice is told after the menu has gone.
        menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addListener(SWT.Selection, event -> action.run());
    }

    Control control() {
        return row;
    }

    private void planned(Optional<PlannedLetter> latest) {
        latest.filter(one -> one.letterId().equals(letter.id())).ifPresent(one -> {
            octets = one.plan().map(MimePlan::size).map(OptionalLong::of).orElse(OptionalLong.empty());
            draw();
        });
    }

    /** Draws anew, when the account or what its server takes has changed too. */
    void draw() {
        if (size.isDisposed()) {
            return;
        }
        OptionalLong limit = limit();
        boolean over = isOver();
        String text;
        if (octets.isEmpty()) {
            text = Messages.sizeUnknown;
        } else if (limit.isEmpty()) {
            text = Messages.bind(Messages.sizeExact, Octets.text(octets.getAsLong()));
        } else {
            text = Messages.bind(over ? Messages.sizeOver : Messages.sizeLimit, Octets.text(octets.getAsLong()),
                    Octets.text(limit.getAsLong()));
        }
        Color color = services.look().color(over ? Tone.ERROR : Tone.QUIET);
        if (!size.getForeground().equals(color)) {
            size.setForeground(color);
        }
        if (!size.getText().equals(text)) {
            size.setText(text);
            size.setToolTipText(octets.isEmpty() ? null : String.format("%,d B", octets.getAsLong()));
            row.layout();
        }
    }

    private OptionalLong limit() {
        return letter.sender().map(sender -> services.servers().largest(sender.account().server()))
                .orElse(OptionalLong.empty());
    }

    /** Tells whether the server is known to take less. */
    boolean isOver() {
        OptionalLong limit = limit();
        return octets.isPresent() && limit.isPresent() && octets.getAsLong() > limit.getAsLong();
    }

    /** Returns the sentence about the size. */
    String sentence() {
        return size.getText();
    }

    void setEnabled(boolean enabled) {
        attach.setEnabled(enabled && letter.content().eml().isEmpty());
        send.setEnabled(enabled);
        sendAt.setEnabled(enabled);
    }
}
