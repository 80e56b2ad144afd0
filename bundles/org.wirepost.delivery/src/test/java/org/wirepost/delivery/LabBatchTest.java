// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.Script;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

/** Batches delivered to the lab server. */
@Timeout(60)
class LabBatchTest extends LabRoom {

    @Test
    void sparesTheOthersWhenFilesOfABatchEndEarly() throws Exception {
        for (LabExtension[] without : new LabExtension[][] {{}, {LabExtension.CHUNKING}, LabExtension.values()}) {
            for (int length : new int[] {20_000, 400_000}) {
                reports.clear();
                lab(settings -> settings.without(without));
                List<Order> orders = new ArrayList<>(orders(30));
                for (int bad : new int[] {1, 2, 3, 10}) {
                    orders.set(bad - 1, new Order(Fixture.letter(bad + "@example.org")
                            .attach(new DraftAttachment(new ShrinkingSource(length), false, Map.of())).build(),
                            EnvelopeOptions.DEFAULT, String.valueOf(bad)));
                }
                deliverAll(orders, DeliverySettings.DEFAULT);
                assertEveryMessageIsWhereItsReportSays(30);
                assertThat(reports.stream().filter(report -> !report.isComplete()))
                        .extracting(DeliveryReport::label, DeliveryReport::exitCode)
                        .containsExactly(tuple("1", ExitCode.NOINPUT), tuple("2", ExitCode.NOINPUT),
                                tuple("3", ExitCode.NOINPUT), tuple("10", ExitCode.NOINPUT));
                server.close();
            }
        }
    }

    @Test
    void goesOnWithoutAHandlerThatFailsInTheMiddleOfASend() throws Exception {
        lab(settings -> settings);
        fixture.add(new FailingHandler(), "application/octet-stream");
        Path file = Files.write(folder.resolve("noise.bin"), noise(300_000));
        List<Order> orders = IntStream.rangeClosed(1, 5).mapToObj(number -> new Order(
                Fixture.letter(number + "@example.org").attach(DraftAttachment.of(file)).build(),
                EnvelopeOptions.DEFAULT, String.valueOf(number))).toList();
        deliverAll(orders, DeliverySettings.DEFAULT);
        assertEveryMessageIsWhereItsReportSays(5);
        assertThat(reports.get(0).exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(reports.get(0).failure().orElseThrow().sentence()).contains("test.handler");
        assertThat(reports.subList(1, 5)).allSatisfy(report -> {
            assertThat(report.isComplete()).isTrue();
            assertThat(report.attachments().get(0).handler()).isEqualTo("org.wirepost.mime");
        });
    }

    @Test
    void sendsABatchOverOneConnectionEveryMessageOnceAndInOrder() throws Exception {
        lab(settings -> settings);
        deliverAll(orders(300), DeliverySettings.DEFAULT);
        assertThat(ExitCode.worst(reports)).isEqualTo(ExitCode.OK);
        assertThat(reports).extracting(DeliveryReport::label).isEqualTo(names(300));
        assertThat(server.messages()).extracting(message -> message.recipientAddresses().get(0))
                .isEqualTo(names(300).stream().map(name -> name + "@example.org").toList());
        assertThat(server.sessions()).hasSize(1);
        assertThat(reports).extracting(report -> report.messageId().orElseThrow()).doesNotHaveDuplicates();
    }

    @Test
    void sendsABatchThroughServersWithFewExtensions() throws Exception {
        lab(settings -> settings.without(LabExtension.CHUNKING));
        deliverAll(orders(50), DeliverySettings.DEFAULT);
        server.close();
        lab(settings -> settings.without(LabExtension.values()));
        deliverAll(orders(50), DeliverySettings.DEFAULT);
        assertThat(reports).hasSize(100).allSatisfy(report -> assertThat(report.isComplete()).isTrue());
        assertThat(server.messages()).hasSize(50);
    }

    @Test
    void goesOnWithABatchWhenOneMessageIsRefusedOrOneRecipientIs() throws Exception {
        lab(settings -> settings.script(Script.script().on(org.wirepost.lab.Stage.END_OF_DATA).nth(4)
                .reply("554 5.7.1 Spam")));
        List<Order> orders = new ArrayList<>(orders(20));
        orders.set(9, new Order(Fixture.letter("reject5@example.org").build(), EnvelopeOptions.DEFAULT, "10"));
        deliverAll(orders, DeliverySettings.DEFAULT);
        assertThat(reports).extracting(DeliveryReport::label).isEqualTo(names(20));
        assertThat(reports.get(3).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(reports.get(9).exitCode()).isEqualTo(ExitCode.NOUSER);
        assertThat(reports.stream().filter(DeliveryReport::isComplete)).hasSize(18);
        assertThat(server.messages()).hasSize(18);
        assertThat(server.sessions()).hasSize(1);
    }

    @Test
    void losesAndDoublesNothingWhenTheConnectionBreaksInTheMiddleOfABatch() throws Exception {
        for (LabExtension[] without : new LabExtension[][] {{}, {LabExtension.CHUNKING}, LabExtension.values()}) {
            for (Script broken : List.of(
                    Script.script().on(org.wirepost.lab.Stage.MAIL).inSession(1).nth(20).close(),
                    Script.script().on(org.wirepost.lab.Stage.RCPT).inSession(1).nth(20).reset(),
                    Script.script().on(org.wirepost.lab.Stage.MAIL).inSession(1).nth(20).reply("421 4.3.2 Enough")
                            .close(),
                    Script.script().on(org.wirepost.lab.Stage.END_OF_DATA).inSession(1).nth(20).swallow().close())) {
                reports.clear();
                lab(settings -> settings.without(without).script(broken));
                deliverAll(orders(60), DeliverySettings.DEFAULT);
                assertEveryMessageIsWhereItsReportSays(60);
                server.close();
            }
        }
    }

    @Test
    void reportsEveryMessageTakenOnceWhenABatchIsCancelled() throws Exception {
        for (LabExtension[] without : new LabExtension[][] {{}, {LabExtension.CHUNKING}, LabExtension.values()}) {
            reports.clear();
            lab(settings -> settings.without(without));
            Deliverer deliverer = deliverer();
            deliverer.deliverAll(orders(60).iterator(), anonymous(), DeliverySettings.DEFAULT,
                    () -> DialogueListener.NONE, report -> {
                        reports.add(report);
                        if (reports.size() == 5) {
                            deliverer.cancel();
                        }
                    });
            assertThat(reports).hasSizeGreaterThanOrEqualTo(5);
            assertEveryMessageIsWhereItsReportSays(reports.size());
            server.close();
        }
    }

    @Test
    void sendsOverSeveralConnectionsAtOnce() throws Exception {
        lab(settings -> settings.script(Script.script().on(org.wirepost.lab.Stage.MAIL).inSession(2).nth(30).close()));
        deliverAll(orders(400), DeliverySettings.DEFAULT.withParallel(3));
        assertEveryMessageIsWhereItsReportSays(400);
    }

    /** Every accepted message is there once, and what is said not to be taken is not there. */
    private void assertEveryMessageIsWhereItsReportSays(int count) throws IOException {
        assertThat(reports).extracting(DeliveryReport::label).containsExactlyInAnyOrderElementsOf(names(count));
        List<String> there = server.messages().stream().map(message -> message.recipientAddresses().get(0)).toList();
        assertThat(there).doesNotHaveDuplicates();
        for (DeliveryReport report : reports) {
            Outcome outcome = report.outcomes().get(0);
            if (outcome instanceof Outcome.Accepted) {
                assertThat(there).contains(outcome.recipient());
            } else if (!(outcome instanceof Outcome.Unknown)) {
                assertThat(there).doesNotContain(outcome.recipient());
            }
        }
    }
}
