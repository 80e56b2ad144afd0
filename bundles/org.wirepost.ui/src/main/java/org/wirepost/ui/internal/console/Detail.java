// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueEvent.Decided;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsFailed;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;
import org.wirepost.ui.internal.session.ContentRun;

/** All that is known of one row, as paragraphs. */
final class Detail {

    private final Explanations explanations;
    private final List<Item> items;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    /** What a paragraph looks like. */
    enum Style {
        /** A title. */
        HEADING,
        /** A fact or an explanation. */
        WORDS,
        /** Something the server or the client said. */
        VERBATIM,
        /** Something that has come. */
        ADDED,
        /** Something that has gone, or deserves a look. */
        GONE
    }

    /**
     * A paragraph.
     *
     * @param style what it looks like
     * @param text inert text
     */
    record Paragraph(Style style, String text) {
        Paragraph {
            text = Inert.of(text);
        }
    }

    private Detail(Explanations explanations, List<Item> items) {
        this.explanations = explanations;
        this.items = items;
    }

    /**
     * Returns what is known.
     *
     * @param explanations what codes mean
     * @param items all entries of the session, to compare with
     * @param item the entry in question
     */
    static List<Paragraph> of(Explanations explanations, List<Item> items, Item item) {
        Detail detail = new Detail(explanations, items);
        detail.tell(item);
        return List.copyOf(detail.paragraphs);
    }

    private void tell(Item item) {
        DialogueEvent event = item.entry().event();
        if (event instanceof ReplyReceived received) {
            reply(received.reply(), received.stage());
        } else if (event instanceof CommandSent sent) {
            command(sent, item);
        } else if (event instanceof ContentSent) {
            item.entry().content().ifPresent(this::content);
        } else if (event instanceof TlsEstablished tls) {
            tls(tls.facts(), tls.sent(), tls.received());
        } else if (event instanceof TlsFailed failed) {
            add(Style.HEADING, item.lines(false).get(0).text());
            chain(failed.chain());
        } else if (event instanceof CapabilitiesLearned learned) {
            add(Style.HEADING, item.lines(false).get(0).text());
            new CapabilityDifference(before(item), learned.capabilities()).lines().forEach(paragraphs::add);
        } else {
            add(Style.HEADING, item.lines(false).get(0).text());
        }
        if (event instanceof Decided decided) {
            decided.outcome().reply().ifPresent(reply -> reply(reply, decided.stage()));
        }
        add(Style.WORDS, Messages.bind(Messages.detailStage, Phase.of(event.stage()).label(), event.stage().word()));
    }

    private void reply(Reply reply, Stage stage) {
        add(Style.HEADING, Messages.bind(Messages.detailReply, Integer.toString(reply.code())));
        explanations.code(reply, stage).ifPresent(words -> add(Style.WORDS, words));
        reply.enhanced().ifPresent(status -> add(Style.WORDS, Messages.bind(Messages.detailEnhanced, status,
                explanations.enhanced(status).orElse(Messages.detailNoMeaning))));
        add(Style.WORDS, Messages.bind(Messages.detailRfc, explanations.rfc(reply, stage)
                + (reply.enhanced().isPresent() ? ", RFC 3463" : "")));
        add(Style.WORDS, Messages.detailVerbatim);
        reply.lines().forEach(line -> add(Style.VERBATIM, line));
    }

    private void command(CommandSent sent, Item item) {
        add(Style.HEADING, Messages.detailCommand);
        add(Style.VERBATIM, sent.text());
        String read = item.lines(true).get(0).text();
        if (!read.equals(item.lines(false).get(0).text())) {
            add(Style.WORDS, Messages.bind(Messages.detailDecoded, read));
        }
        add(Style.WORDS, Messages.bind(Messages.detailOctets, sent.octets()));
        if (sent.withheld()) {
            add(Style.WORDS, Messages.detailWithheld);
        }
    }

    private void content(ContentRun run) {
        add(Style.HEADING, Messages.detailContent);
        add(Style.WORDS, Messages.bind(Messages.detailContentSize,
                new Object[] {run.length(), run.total(), run.count()}));
        long wire = run.blocks().stream().mapToLong(ContentSent::octets).sum();
        add(Style.WORDS, Messages.bind(Messages.detailStuffed, wire, wire - run.length()));
        if (run.duration() > 0) {
            add(Style.WORDS, Messages.bind(Messages.detailRate, Times.span(run.duration()),
                    Sizes.rate(run.length(), run.duration())));
        }
    }

    private void tls(TlsFacts facts, long sent, long received) {
        add(Style.HEADING, Messages.bind(Messages.detailTls, facts.version(), facts.cipher()));
        add(Style.WORDS, Messages.bind(Messages.detailTlsHost, facts.host()));
        add(Style.WORDS, Messages.bind(Messages.detailHandshake, sent, received));
        chain(facts.chain());
    }

    private void chain(List<CertificateFacts> chain) {
        Instant now = Instant.now();
        for (int i = 0; i < chain.size(); i++) {
            CertificateFacts facts = chain.get(i);
            add(Style.HEADING, Messages.bind(Messages.detailCertificate, i + 1, chain.size()));
            add(Style.WORDS, Messages.bind(Messages.detailSubject, facts.subject()));
            if (!facts.names().isEmpty()) {
                add(Style.WORDS, Messages.bind(Messages.detailNames, String.join(", ", facts.names())));
            }
            add(Style.WORDS, Messages.bind(Messages.detailIssuer, facts.issuer()));
            add(CertificateWords.isDoubtful(facts, now) ? Style.GONE : Style.WORDS,
                    CertificateWords.period(facts) + " (" + CertificateWords.remaining(facts, now) + ")");
            add(Style.WORDS, Messages.bind(Messages.detailKey,
                    new Object[] {facts.key(), facts.signature(), facts.serial().toLowerCase(Locale.ROOT)}));
            add(Style.WORDS, Messages.bind(Messages.detailPin, facts.spkiHash()));
        }
    }

    /** Returns what was offered last before an entry: before TLS, or before another EHLO. */
    private Capabilities before(Item item) {
        Capabilities known = Capabilities.NONE;
        for (Item other : items) {
            if (other == item) {
                break;
            }
            if (other.entry().event() instanceof CapabilitiesLearned learned
                    && !learned.capabilities().keywords().isEmpty()) {
                known = learned.capabilities();
            }
        }
        return known;
    }

    private void add(Style style, String text) {
        paragraphs.add(new Paragraph(style, text));
    }
}
