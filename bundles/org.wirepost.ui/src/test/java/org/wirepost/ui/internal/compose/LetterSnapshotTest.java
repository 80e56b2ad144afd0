// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.account.Server;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.TlsMode;
import org.wirepost.ui.internal.compose.draft.LetterContent;

final class LetterSnapshotTest {

    private static final Sender ANN = sender("Home", "ann@example.org", "Ann");

    private static Sender sender(String account, String address, String signature) {
        Identity identity = new Identity(address, Optional.of("Ann"), Optional.of("replies@example.org"),
                Optional.of(signature));
        return new Sender(Account.of(account, identity, Server.of("mail.example.org", 587, TlsMode.NONE),
                Optional.empty()), identity);
    }

    private static LetterSnapshot letter(Consumer<LetterContent.Builder> change, DraftAttachment... files) {
        return new LetterSnapshot("1", LetterContent.EMPTY.with(change), Optional.of(ANN), List.of(files));
    }

    @Test
    void aLetterBecomesAnOrderWithTheRepliesOfItsIdentity() throws OrderException {
        Draft draft = letter(next -> {
            next.to = "bo@example.org, ";
            next.subject = "Hi";
            next.body = "Text";
        }).order().draft();
        assertThat(draft.from().orElseThrow().addrSpec()).isEqualTo("ann@example.org");
        assertThat(draft.replyTo()).hasSize(1);
        assertThat(draft.text()).contains("Text");
        assertThat(draft.html()).isEmpty();
    }

    @Test
    void markdownAndInlineImagesGoOutAsHtmlToo() throws OrderException {
        DraftAttachment photo = DraftAttachment.inline(Path.of("b.png"));
        assertThat(letter(next -> {
            next.to = "bo@example.org";
            next.body = "**x**";
            next.markdown = true;
        }, photo).order().draft().html().orElseThrow()).contains("<strong>x</strong>", "cid:b.png");
        assertThat(letter(next -> next.to = "bo@example.org", photo).order().draft().html().orElseThrow())
                .contains("cid:b.png");
    }

    @Test
    void whatIsWrongNamesItsField() {
        assertThat(problem(letter(next -> next.cc = "bo@@x")).input()).isEqualTo("cc");
        assertThat(problem(letter(next -> next.replyTo = "x")).input()).isEqualTo("replyTo");
        assertThat(problem(letter(next -> { })).input()).isEqualTo("to");
        assertThat(problem(new LetterSnapshot("1", LetterContent.EMPTY.with(next -> next.to = "a@b.org"),
                Optional.empty(), List.of())).input()).isEqualTo("from");
    }

    private static DeliveryFailure.BadInput problem(LetterSnapshot letter) {
        OrderException thrown = org.assertj.core.api.Assertions.catchThrowableOfType(OrderException.class,
                letter::order);
        assertThat(thrown.failure()).asInstanceOf(type(DeliveryFailure.BadInput.class)).isNotNull();
        return (DeliveryFailure.BadInput) thrown.failure();
    }

    @Test
    void aSampleLeavesOutWhatIsWrong() throws OrderException {
        Order sample = new LetterSnapshot("1", LetterContent.EMPTY.with(next -> next.to = "bo@@x"), Optional.empty(),
                List.of()).sample();
        assertThat(sample.draft().to()).isEmpty();
        assertThat(sample.envelope().to()).hasSize(1);
    }

    @Test
    void anotherTryGoesOnlyToThoseWhoHaveNotGotIt() throws OrderException {
        assertThat(letter(next -> {
            next.to = "bo@Example.org, cy@example.org";
            next.delivered = List.of("bo@example.org");
        }).order().envelope().to()).containsExactly("cy@example.org");
        assertThatThrownBy(letter(next -> {
            next.to = "bo@example.org";
            next.delivered = List.of("bo@example.org");
        })::order).isInstanceOf(OrderException.class);
    }

    @Test
    void aMessageFileGoesOutAsItIsToWhomeverTheFieldsName() throws OrderException {
        Order order = letter(next -> {
            next.eml = "/tmp/a.eml";
            next.to = "bo@example.org";
            next.bcc = "cy@example.org";
        }).order();
        assertThat(order.draft().eml()).isPresent();
        assertThat(order.envelope().to()).containsExactly("bo@example.org", "cy@example.org");
        assertThat(order.envelope().from()).contains("ann@example.org");
    }

    @Test
    void noticesAreAskedForWhenWanted() throws OrderException {
        assertThat(letter(next -> {
            next.to = "bo@example.org";
            next.dsn = true;
        }).order().envelope().notifyOn()).containsExactlyInAnyOrder(Dsn.Notify.SUCCESS, Dsn.Notify.FAILURE,
                Dsn.Notify.DELAY);
    }

    @Test
    void aSenderThatIsGoneIsNotReplacedByAnother() {
        List<Sender> all = List.of(ANN, sender("Work", "ann@work.example", ""));
        assertThat(Sender.find(all, LetterContent.EMPTY)).contains(ANN);
        assertThat(Sender.find(all, LetterContent.EMPTY.with(next -> next.account = "work"))).contains(all.get(1));
        assertThat(Sender.find(all, LetterContent.EMPTY.with(next -> next.account = "gone"))).isEmpty();
        assertThat(Sender.find(all, LetterContent.EMPTY.with(next -> {
            next.account = "Home";
            next.from = "other@example.org";
        }))).isEmpty();
    }
}
