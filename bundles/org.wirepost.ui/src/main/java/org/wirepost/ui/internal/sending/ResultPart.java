// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The end of a card: what became of the letter, what that means, and what can be done. */
final class ResultPart {

    /** An icon and the space behind it. */
    private static final int BELOW_TITLE = 24;

    private final Delivery delivery;
    private final OutboxActions actions;
    private final Look look;
    private final Runnable resized;
    private final Composite body;
    private final Composite details;
    private final Link links;
    private boolean open;

    ResultPart(Composite card, Delivery delivery, OutboxActions actions, Look look, Runnable resized) {
        this.delivery = delivery;
        this.actions = actions;
        this.look = look;
        this.resized = resized;
        body = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(body);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).indent(BELOW_TITLE, 0).applyTo(body);
        look.paint(body, Tone.TEXT, Tone.RAISED);
        DeliveryWords.blocked(delivery).filter(words -> !isSaid(words)).ifPresent(words -> sentence(words, Tone.TEXT));
        delivery.report().ifPresent(this::explain);
        details = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(details);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(details);
        look.paint(details, Tone.TEXT, Tone.RAISED);
        links = new Link(body, SWT.WRAP);
        fillLinks();
        if (delivery.report().filter(ResultPart::isToBeRead).isPresent()) {
            toggle();
        }
    }

    /** What the servers have said is shown at once where something is left to do. */
    private static boolean isToBeRead(DeliveryReport report) {
        return !report.isComplete() && report.outcomes().stream()
                .anyMatch(outcome -> outcome.reply().isPresent() || !outcome.reason().isEmpty());
    }

    private boolean isSaid(String words) {
        return delivery.report().flatMap(DeliveryWords::failure).filter(words::equals).isPresent();
    }

    void dispose() {
        body.dispose();
    }

    private void explain(DeliveryReport report) {
        if (report.outcomes().stream().anyMatch(each -> ResultGroup.Kind.of(each) == ResultGroup.Kind.UNKNOWN)) {
            sentence(Messages.unknownWords, Tone.TEXT);
        } else {
            DeliveryWords.failure(report).ifPresent(sentence -> sentence(sentence, Tone.TEXT));
            actions.advice(delivery).forEach(step -> sentence("\u2192 " + step, Tone.TEXT));
        }
        List<ResultGroup> groups = ResultGroup.of(report);
        if (report.isComplete() && groups.size() == 1 && !groups.get(0).words().isEmpty()) {
            ResultRow.words(body, groups.get(0), look);
        }
    }

    private void sentence(String text, Tone tone) {
        Label label = new Label(body, SWT.WRAP);
        label.setText(DeliveryCard.plain(text));
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(label);
        look.paint(label, tone, Tone.RAISED);
        look.watch(label, () -> label.setFont(look.text()));
    }

    private void fillLinks() {
        links.setData("wirepost.id", "outbox.links");
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(links);
        look.watch(links, () -> {
            links.setForeground(look.color(Tone.QUIET));
            links.setBackground(look.color(Tone.RAISED));
            links.setLinkForeground(look.color(Tone.ACCENT));
            links.setFont(look.text());
        });
        links.addSelectionListener(SelectionListener.widgetSelectedAdapter(event ->
                Optional.ofNullable(choices().get(event.text)).ifPresent(Runnable::run)));
        update();
    }

    /** What can be done now, by the words of the link. */
    private Map<String, Runnable> choices() {
        Map<String, Runnable> choices = new LinkedHashMap<>();
        Optional<DeliveryReport> report = delivery.report();
        decisions(choices);
        if (report.filter(ResultPart::hasDetails).isPresent()) {
            choices.put(open ? Messages.hideDetails : Messages.details, this::toggle);
        }
        if (delivery.recording().isPresent()) {
            choices.put(Messages.console, () -> actions.showInConsole(delivery));
        }
        if (!delivery.draftId().isEmpty() && report.filter(DeliveryReport::isComplete).isEmpty()) {
            choices.put(Messages.openLetter, () -> actions.openLetter(delivery));
        }
        if (report.filter(all -> !all.outcomes().isEmpty()).isPresent()) {
            choices.put(Messages.copy, () -> actions.copy(delivery));
        }
        choices.put(Messages.remove, () -> actions.remove(delivery));
        return choices;
    }

    private static boolean hasDetails(DeliveryReport report) {
        return report.isComplete() || isToBeRead(report);
    }

    private void decisions(Map<String, Runnable> choices) {
        switch (delivery.state()) {
            case SCHEDULED -> {
                choices.put(Messages.sendNow, () -> actions.sendNow(delivery));
                choices.put(Messages.changeTime, () -> actions.changeTime(delivery));
            }
            case DEFERRED -> choices.put(retryWords(), () -> actions.sendNow(delivery));
            case HELD -> {
                if (actions.account(delivery).isPresent()) {
                    choices.put(Messages.correctAccount, () -> actions.correctAccount(delivery));
                }
                choices.put(Messages.release, () -> actions.sendNow(delivery));
            }
            case UNKNOWN -> {
                choices.put(Messages.sendAnyway, () -> actions.sendAnyway(delivery));
                choices.put(Messages.markSent, () -> actions.markSent(delivery));
            }
            case DONE -> {
                if (OutboxActions.canResend(delivery)) {
                    choices.put(Messages.sendAgain, () -> actions.resend(delivery));
                }
            }
            default -> { }
        }
        if (OutboxActions.canTakeBack(delivery)) {
            choices.put(Messages.takeBack, () -> actions.takeBack(delivery));
        }
    }

    private String retryWords() {
        int all = delivery.recipients().size();
        int some = OutboxActions.pending(delivery);
        return some > 0 && some < all ? Messages.bind(Messages.retryCount, some) : Messages.retry;
    }

    /** Shows what can be done now. */
    void update() {
        List<String> words = new ArrayList<>();
        choices().keySet().forEach(word -> words.add("<a>" + word + "</a>"));
        String text = String.join("  \u00b7  ", words);
        if (!links.getText().equals(text)) {
            links.setText(text);
            resized.run();
        }
    }

    private void toggle() {
        open = !open;
        if (open && details.getChildren().length == 0) {
            delivery.report().ifPresent(report -> ResultGroup.of(report)
                    .forEach(group -> new ResultRow(details, group, DeliveryWords.group(group, report), look)));
        }
        ((GridData) details.getLayoutData()).exclude = !open;
        details.setVisible(open);
        update();
        resized.run();
    }
}
