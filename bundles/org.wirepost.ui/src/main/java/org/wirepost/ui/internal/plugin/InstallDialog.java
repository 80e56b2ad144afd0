// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.plugin.PluginSignature;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.RichText;
import org.wirepost.ui.internal.look.RichText.Style;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.plugin.Supply.State;
import org.wirepost.ui.internal.words.Shown;

/**
 * Shows all that is known of a bundle before anything of it has run, and asks whether to install it, or to have it take
 * the place of the one that is there.
 */
final class InstallDialog extends TitleAreaDialog {

    private static final int TAB = 130;

    private final Candidate candidate;
    private final Optional<Replacement> replacement;
    private final Optional<String> before;
    private final Supply supply;
    private final Look look;
    private StyledText text;

    InstallDialog(Shell parent, Question question, Look look) {
        super(parent);
        this.candidate = question.candidate();
        this.replacement = question.replacement();
        this.before = question.before();
        this.supply = question.supply();
        this.look = look;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    /**
     * What is asked.
     *
     * @param candidate the bundle
     * @param replacement the bundle whose place it takes
     * @param before the SHA-256 of the version that the user trusts now, if it is another
     * @param supply what there is for its needs
     */
    record Question(Candidate candidate, Optional<Replacement> replacement, Optional<String> before, Supply supply) {
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(isUpdate() ? Messages.updateTitle : Messages.installTitle);
        shell.setData("wirepost.id", "plugins.install");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Shown.line(isUpdate() ? replacement.get().question()
                : Messages.bind(Messages.installQuestion, candidate.name())));
        refusal().map(Shown::line).ifPresentOrElse(this::setErrorMessage, this::warn);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        text = new StyledText(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setData("wirepost.id", "plugins.install.facts");
        text.setMargins(10, 10, 10, 10);
        text.setTabStops(new int[] {TAB});
        text.setWrapIndent(TAB);
        look.watch(text, () -> {
            text.setForeground(look.color(Tone.TEXT));
            text.setBackground(look.color(Tone.GROUND));
            facts().showIn(text, look);
        });
        GridDataFactory.fillDefaults().grab(true, true).hint(700, 380).applyTo(text);
        return area;
    }

    private boolean isUpdate() {
        return replacement.filter(one -> one.older().origin() == Plugin.Origin.DROPPED_IN).isPresent();
    }

    /** Returns why it cannot be installed at all. */
    private Optional<String> refusal() {
        if (candidate.signature().state() == PluginSignature.State.BROKEN) {
            return Optional.of(TrustWords.of(candidate.signature()));
        }
        return replacement.map(Replacement::older).filter(plugin -> plugin.origin() != Plugin.Origin.DROPPED_IN)
                .map(plugin -> Messages.bind(Messages.partOfProduct, candidate.symbolicName()));
    }

    private void warn() {
        boolean lacks = !NeedWords.missing(candidate.needs(), supply).isEmpty();
        setMessage(lacks ? Messages.installLacks
                : isUpdate() ? Messages.updateWarning
                : before.isPresent() ? Messages.changedWarning : Messages.installWarning, IMessageProvider.WARNING);
    }

    private RichText facts() {
        RichText facts = new RichText();
        facts.line(candidate.name(), Style.HEADING);
        if (!candidate.description().isEmpty()) {
            facts.line(candidate.description(), Style.PLAIN);
        }
        facts.line("", Style.PLAIN);
        versions(facts);
        publisher(facts);
        facts.row(Messages.factSymbolicName, candidate.symbolicName(), Style.PLAIN);
        facts.row(Messages.factFile, Messages.bind(Messages.fileAndSize, candidate.file(), candidate.octets()),
                Style.PLAIN);
        facts.row(Messages.factDigest, candidate.digest(), Style.CODE);
        before.ifPresent(digest -> facts.row(Messages.factTrusted, digest, Style.CODE));
        facts.row(Messages.factSignature, TrustWords.of(candidate.signature()), signatureStyle());
        facts.line("", Style.PLAIN).line(Messages.factOffers, Style.BOLD);
        candidate.offers().forEach(offer -> facts.line("\u2022 " + offer, Style.PLAIN));
        if (candidate.offers().isEmpty()) {
            facts.line(Messages.offersNothing, Style.QUIET);
        }
        facts.line("", Style.PLAIN).line(Messages.factNeeds, Style.BOLD);
        candidate.needs().forEach(need -> add(facts, need));
        if (candidate.needs().isEmpty()) {
            facts.line(Messages.needsNothing, Style.QUIET);
        }
        return facts;
    }

    private void versions(RichText facts) {
        if (replacement.isEmpty()) {
            facts.row(Messages.factVersion, candidate.version(), Style.PLAIN);
            return;
        }
        Replacement both = replacement.get();
        facts.row(Messages.factOld, Messages.bind(Messages.oldWords, both.older().version()), Style.BOLD);
        if (!both.digest().isEmpty()) {
            facts.row(Messages.factDigest, both.digest(), Style.CODE);
        }
        facts.row(Messages.factNew, candidate.version(), Style.BOLD);
    }

    private void publisher(RichText facts) {
        Optional<Replacement> other = replacement.filter(Replacement::changesPublisher);
        String now = said(candidate.publisher());
        facts.row(Messages.factPublisher, other.map(both -> Messages.bind(Messages.publisherWas, now,
                said(both.older().publisher()))).orElse(now), other.isPresent() ? Style.WARNING : Style.PLAIN);
    }

    private static String said(String publisher) {
        return publisher.isEmpty() ? Messages.unsaid : publisher;
    }

    private Style signatureStyle() {
        return switch (candidate.signature().state()) {
            case NONE -> Style.QUIET;
            case WHOLE -> candidate.signature().signers().stream()
                    .anyMatch(signer -> signer.isExpired() || signer.isEarly()) ? Style.WARNING : Style.GOOD;
            case PARTLY -> Style.WARNING;
            case BROKEN -> Style.ERROR;
        };
    }

    private void add(RichText facts, Need need) {
        State state = supply.state(need);
        if (state == State.MET) {
            facts.add("\u2713 ", Style.GOOD).line(NeedWords.of(need), Style.PLAIN);
        } else {
            facts.add(need.optional() ? "\u2013 " : "\u2717 ", need.optional() ? Style.QUIET : Style.ERROR)
                    .line(NeedWords.missing(need, supply, state), need.optional() ? Style.QUIET : Style.PLAIN);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button install = createButton(parent, IDialogConstants.OK_ID,
                isUpdate() ? Messages.updateCommand : Messages.install, false);
        install.setEnabled(refusal().isEmpty());
        install.setData("wirepost.id", "plugins.install.ok");
        // The default is to change nothing.
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true).setFocus();
    }
}
