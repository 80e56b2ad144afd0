// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;

/** Offers completions of the prompt at Ctrl+Space. */
final class HandProposals {

    private static final Point SIZE = new Point(320, 180);

    private final ContentProposalAdapter adapter;

    HandProposals(Text text, Function<String, List<String>> completions) {
        adapter = new ContentProposalAdapter(text, new TextContentAdapter(),
                (typed, position) -> completions.apply(typed).stream().map(HandProposals::proposal)
                        .toArray(IContentProposal[]::new), KeyStroke.getInstance(SWT.CTRL, ' '), null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        adapter.setPropagateKeys(true);
        adapter.setPopupSize(SIZE);
    }

    private static IContentProposal proposal(String line) {
        return new ContentProposal(line, line, null, HandVerbs.cursor(line));
    }

    boolean isOpen() {
        return adapter.isProposalPopupOpen();
    }
}
