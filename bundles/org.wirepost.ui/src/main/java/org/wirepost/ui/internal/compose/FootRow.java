// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.structure.PlannedLetter;

/** Below the text: the size as it will be sent, against the limit of the server, and what sends it. */
final class FootRow {

    private final Letter letter;
    private final ComposeServices services;
    private final Composite row;
    private final Label size;
    private final Button attach;
    private final Button send;
    private final Consumer<Optional<PlannedLetter>> planned = this::planned;
    private OptionalLong octets = OptionalLong.empty();
    private String exactness = Messages.sizeExact;

    FootRow(Composite parent, Letter letter, ComposeServices services, Runnable attaching, Runnable sending) {
        this.letter = letter;
        this.services = services;
        Look look = services.look();
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 6).spacing(8, 0).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.GROUND);
        size = new Label(row, SWT.WRAP);
        size.setData("wirepost.id", "compose.size");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT)
                .applyTo(size);
        attach = button(Messages.attach, Messages.cmdAttachTip, "message.attach", attaching);
        send = button(Messages.send, Messages.cmdSendTip, "message.send", sending);
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

    Control control() {
        return row;
    }

    private void planned(Optional<PlannedLetter> latest) {
        latest.filter(one -> one.letterId().equals(letter.id())).ifPresent(one -> {
            octets = one.plan().map(MimePlan::size).map(OptionalLong::of).orElse(OptionalLong.empty());
            exactness = one.plan().filter(plan -> !one.assured()).map(this::unsure).orElse(Messages.sizeExact);
            draw();
        });
    }

    /** Of a server that was never asked, a usual one is supposed: what another would change is said. */
    private String unsure(MimePlan plan) {
        boolean encoded = letter.content().eml().isEmpty() && Layout.below(plan.root()).stream()
                .anyMatch(part -> part.encoding() == TransferEncoding.BASE64);
        return encoded ? Messages.sizeBase64 : plan.needs8Bit() ? Messages.sizeEightBit : Messages.sizeExact;
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
            text = Messages.bind(exactness, Octets.text(octets.getAsLong()));
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
    }
}
