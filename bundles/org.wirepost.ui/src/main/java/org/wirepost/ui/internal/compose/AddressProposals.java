// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.function.BiFunction;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IControlContentAdapter;
import org.eclipse.jface.fieldassist.IControlContentAdapter2;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.compose.address.AddressHistory;
import org.wirepost.ui.internal.compose.address.AddressLine;

/** Completes the address at the caret from those written to before. */
final class AddressProposals {

    private static final int MOST = 8;

    private final StyledText field;
    private final AddressHistory history;
    private final ContentProposalAdapter adapter;

    AddressProposals(StyledText field, AddressHistory history) {
        this.field = field;
        this.history = history;
        adapter = new ContentProposalAdapter(field, new FieldAdapter(), this::proposals, null, null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_IGNORE);
        adapter.setAutoActivationDelay(150);
        adapter.setPopupSize(new Point(340, 120));
        adapter.addContentProposalListener(this::accepted);
    }

    private IContentProposal[] proposals(String contents, int position) {
        int start = AddressLine.startAt(contents, position);
        String typed = contents.substring(Math.min(start, position), position);
        return history.find(typed, MOST).stream().filter(text -> !text.equals(typed)).map(ContentProposal::new)
                .toArray(IContentProposal[]::new);
    }

    private void accepted(IContentProposal proposal) {
        String text = field.getText();
        int caret = field.getCaretOffset();
        int start = AddressLine.startAt(text, caret);
        int comma = text.indexOf(',', caret);
        int end = comma < 0 ? text.length() : comma;
        String address = comma < 0 ? proposal.getContent() + ", " : proposal.getContent();
        field.replaceTextRange(start, end - start, address);
        field.setCaretOffset(start + address.length());
    }

    /** Tells whether the list of proposals is open, so that keys belong to it. */
    boolean isOpen() {
        return adapter.isProposalPopupOpen();
    }

    /** What JFace needs to know about a field that is no {@code Text}. */
    private static final class FieldAdapter implements IControlContentAdapter, IControlContentAdapter2 {

        private static final BiFunction<StyledText, Integer, Rectangle> BELOW = (text, caret) -> {
            Point place = text.getLocationAtOffset(caret);
            return new Rectangle(place.x, place.y, 1, text.getLineHeight() + 4);
        };

        @Override
        public void setControlContents(Control control, String contents, int cursorPosition) {
            ((StyledText) control).setText(contents);
            ((StyledText) control).setCaretOffset(cursorPosition);
        }

        @Override
        public void insertControlContents(Control control, String contents, int cursorPosition) {
            ((StyledText) control).insert(contents);
            ((StyledText) control).setCaretOffset(cursorPosition);
        }

        @Override
        public String getControlContents(Control control) {
            return ((StyledText) control).getText();
        }

        @Override
        public int getCursorPosition(Control control) {
            return ((StyledText) control).getCaretOffset();
        }

        @Override
        public Rectangle getInsertionBounds(Control control) {
            StyledText text = (StyledText) control;
            return BELOW.apply(text, text.getCaretOffset());
        }

        @Override
        public void setCursorPosition(Control control, int index) {
            ((StyledText) control).setCaretOffset(index);
        }

        @Override
        public Point getSelection(Control control) {
            return ((StyledText) control).getSelection();
        }

        @Override
        public void setSelection(Control control, Point range) {
            ((StyledText) control).setSelection(range);
        }
    }
}
