// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.mime.MimePlan;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.structure.PlannedLetter;

/** The beginning of a letter exactly as it will be sent. */
final class SourcePage {

    private static final int MOST = 128 << 10;

    private final Letter letter;
    private final ComposeServices services;
    private final Frame frame;
    private final StyledText text;
    private final Consumer<Optional<PlannedLetter>> planned = this::planned;
    private Optional<MimePlan> plan = Optional.empty();
    private boolean shown;

    SourcePage(Composite parent, Letter letter, ComposeServices services) {
        this.letter = letter;
        this.services = services;
        Look look = services.look();
        frame = new Frame(parent, look);
        text = new StyledText(frame.box(), SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        frame.around(text);
        text.setData("wirepost.id", "compose.source");
        text.setMargins(8, 6, 8, 6);
        Names.set(text, Messages.sourceName);
        look.paint(text, Tone.TEXT, Tone.GROUND);
        look.watch(text, () -> text.setFont(look.mono()));
        text.setText(Messages.sourceWait);
        services.plans().watch(planned);
        text.addDisposeListener(event -> services.plans().unwatch(planned));
    }

    Control control() {
        return frame.box();
    }

    void setShown(boolean wanted) {
        shown = wanted;
        draw();
    }

    private void planned(Optional<PlannedLetter> latest) {
        if (latest.filter(one -> one.letterId().equals(letter.id())).isPresent()) {
            plan = latest.get().plan();
            draw();
        }
    }

    private void draw() {
        if (!shown || text.isDisposed()) {
            return;
        }
        if (plan.isEmpty()) {
            text.setText(Messages.sourceWait);
            return;
        }
        MimePlan wanted = plan.get();
        services.background().execute(() -> beginning(wanted)
                .ifPresent(source -> services.ui().run(() -> draw(wanted, source))));
    }

    private void draw(MimePlan drawn, String source) {
        if (!text.isDisposed() && plan.filter(now -> now == drawn).isPresent() && !text.getText().equals(source)) {
            int top = text.getTopPixel();
            text.setText(source);
            text.setTopPixel(top);
        }
    }

    /** Returns nothing when a newer plan has taken its place meanwhile: that one is drawn next. */
    private static Optional<String> beginning(MimePlan plan) {
        Beginning out = new Beginning();
        try {
            plan.writeTo(out);
        } catch (IOException e) {
            if (!out.full) {
                return Optional.empty();
            }
        }
        String source = out.octets.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\0', '\u2400');
        return Optional.of(!out.full ? source : source + "\n"
                + Messages.bind(Messages.sourceCut, Octets.text(MOST), Octets.text(plan.size())));
    }

    /** Takes so many octets and then no more. */
    private static final class Beginning extends OutputStream {

        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private boolean full;

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] array, int offset, int length) throws IOException {
            int count = Math.min(length, MOST - octets.size());
            octets.write(array, offset, count);
            if (count < length) {
                full = true;
                throw new IOException("enough");
            }
        }
    }
}
