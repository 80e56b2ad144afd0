// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.Timings;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueueOptions;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.work.Background;

/** Brings letters into the outbox, and does there what a person decides; all of it in the background. */
final class Clerk {

    private final Post post;
    private final DeliveryService service;
    private final Background background;
    private final Post.Events events;

    Clerk(Post post, DeliveryService service, Background background, Post.Events events) {
        this.post = post;
        this.service = service;
        this.background = background;
        this.events = events;
    }

    /** Says before when a letter is not to be sent, asked when it is about to be queued. */
    @FunctionalInterface
    interface Start {
        Optional<Instant> notBefore();
    }

    /** Something to do in the outbox. */
    @FunctionalInterface
    private interface Work {
        void run(Outbox outbox, QueuedMail mail) throws IOException;
    }

    /**
     * Brings a letter into the outbox.
     *
     * @param arrived told the mail, before anybody else knows of it; or that there is none
     */
    void queue(Delivery delivery, Outgoing letter, Start start, Consumer<Optional<QueuedMail>> arrived) {
        background.execute(() -> {
            Optional<QueuedMail> mail = Optional.empty();
            Optional<DeliveryFailure> failure = Optional.empty();
            try {
                mail = Optional.of(queue(delivery, letter, start));
            } catch (OrderException e) {
                failure = Optional.of(e.failure());
            } catch (OutboxException e) {
                failure = Optional.of(new DeliveryFailure.Configuration(e.getMessage()));
            } catch (RuntimeException | Error e) {
                events.defect(e);
                failure = Optional.of(new DeliveryFailure.Defect(
                        Messages.bind(Messages.defect, e.getClass().getSimpleName()), e));
            }
            arrived.accept(mail);
            failure.ifPresent(why -> refuse(delivery, letter, why));
            if (mail.isPresent() && delivery.isCancelled()) {
                delivery.course().setCancelled(false);
                takeBack(delivery);
            }
            post.wake();
            events.changed();
        });
    }

    private QueuedMail queue(Delivery delivery, Outgoing letter, Start start) throws OrderException, OutboxException {
        if (post.ways().find(letter.account()).isEmpty()) {
            throw new OrderException(new DeliveryFailure.Configuration(
                    Messages.bind(Messages.noAccount, letter.account())), null);
        }
        post.ways().reopen(letter.account());
        try (Preparer preparer = service.preparer(letter.prepareSettings());
                PreparedOrder prepared = preparer.prepare(letter.order(), delivery::isCancelled)) {
            QueueOptions options = QueueOptions.DEFAULT.withLabel(delivery.name());
            Optional<Instant> time = start.notBefore();
            QueuedMail mail = post.outbox().queue(prepared, letter.account(),
                    time.map(options::withNotBefore).orElse(options));
            String name = letter.draftId().isEmpty() ? delivery.id() : letter.draftId();
            delivery.laidOut(prepared.latest().map(plan -> new Layout(name, plan.root())));
            return mail;
        }
    }

    private static void refuse(Delivery delivery, Outgoing letter, DeliveryFailure failure) {
        if (delivery.isCancelled()) {
            delivery.course().gone();
        } else {
            delivery.course().fail(new DeliveryReport(letter.order().label(), Optional.empty(), 0, List.of(),
                    Optional.of(failure), DryRun.NONE, List.of(), List.of(), Optional.empty(), Timings.NONE));
        }
    }

    /** Takes a letter out of the outbox, unless it is being sent: either it never will be, or it goes. */
    void takeBack(Delivery delivery) {
        if (delivery.mail().isEmpty()) {
            delivery.course().setCancelled(true);
        } else {
            drop(delivery);
        }
    }

    /** Removes a letter from the outbox, in whatever state it is, unless it is being sent. */
    void drop(Delivery delivery) {
        act(delivery, (outbox, mail) -> outbox.drop(mail.id()));
    }

    /** Ends what is under way. */
    void stop(Delivery delivery) {
        Delivery.State state = delivery.state();
        if (state == Delivery.State.CONNECTING || state == Delivery.State.SENDING) {
            delivery.course().setCancelled(true);
            background.execute(() -> post.cancel(delivery.account()));
        } else if (!state.isOver()) {
            takeBack(delivery);
        }
    }

    /** Lets a letter go at once that waits, is deferred or held, and its account with it. */
    void sendNow(Delivery delivery) {
        act(delivery, (outbox, mail) -> {
            if (outbox.heldAccounts().containsKey(mail.account())) {
                outbox.releaseAccount(mail.account());
            }
            if (mail.notBefore().isPresent()) {
                outbox.schedule(mail.id(), Optional.empty());
            }
            outbox.release(mail.id());
            post.retry(mail.account());
        });
    }

    /** Gives a letter another time. */
    void schedule(Delivery delivery, Instant time) {
        act(delivery, (outbox, mail) -> outbox.schedule(mail.id(), Optional.of(time)));
    }

    /** Sends a letter again to those for whom it is unknown or refused: a person has decided so. */
    void resend(Delivery delivery) {
        act(delivery, (outbox, mail) -> {
            outbox.resend(mail.id());
            post.retry(mail.account());
        });
    }

    /** Notes that a letter has arrived where that was unknown. */
    void markSent(Delivery delivery) {
        act(delivery, (outbox, mail) -> outbox.markSent(mail.id()));
    }

    private void act(Delivery delivery, Work work) {
        background.execute(() -> {
            try {
                Optional<QueuedMail> mail = delivery.mail();
                if (mail.isPresent()) {
                    work.run(post.outbox(), mail.get());
                }
            } catch (OutboxException e) {
                // Somebody, or the time, was quicker: the next look shows it.
                if (e.kind() != OutboxException.Kind.GONE && e.kind() != OutboxException.Kind.SENDING) {
                    events.trouble(e.getMessage());
                }
            } catch (IOException e) {
                events.trouble(e.getMessage());
            } catch (RuntimeException | Error e) {
                events.defect(e);
            }
            post.wake();
            events.changed();
        });
    }
}
