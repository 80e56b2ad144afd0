// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.account.Places;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.itests.guest.GuestHandler;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.HandlerException;
import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.OptionException;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TrustList;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;

/** Attachment handlers that come and go in the running framework. */
@Timeout(60)
class HandlersTest {

    private static final int LENGTH = 3_000_000;

    @InjectBundleContext
    BundleContext context;

    @InjectService(timeout = 5000)
    DeliveryService service;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void tidyUp() throws BundleException {
        System.getProperties().remove(GuestHandler.HOOK);
        for (Bundle bundle : context.getBundles()) {
            if (GuestBundle.NAME.equals(bundle.getSymbolicName())) {
                bundle.uninstall();
            }
        }
        threads.shutdownNow();
    }

    private Bundle arrive() throws IOException, BundleException {
        Bundle guest = context.installBundle("guest", new ByteArrayInputStream(GuestBundle.jar()));
        guest.start();
        return guest;
    }

    private static void hook(Consumer<String> hook) {
        System.getProperties().put(GuestHandler.HOOK, hook);
    }

    private Source file() throws IOException {
        String text = "guest " + "abcdefghi\n".repeat(LENGTH / 10);
        return Source.of(Files.writeString(folder.resolve("letter.guest"), text));
    }

    private static byte[] shouted() {
        return ("GUEST " + "ABCDEFGHI\n".repeat(LENGTH / 10)).getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> owners() {
        return service.handlers().list().stream().map(HandlerStatus::owner).toList();
    }

    @Test
    void thePhotoHandlerTakesCareOfPhotos() throws Exception {
        byte[] photo = TestPhoto.withLocation();
        Inspection inspection = service.attachments().inspect(Source.of("photo.jpg", photo));
        assertThat(inspection.owner()).isEqualTo("org.wirepost.mime.jpeg");
        assertThat(inspection.report().finding("jpeg.location")).isPresent();
        try (Prepared prepared = service.attachments().prepare(inspection,
                Map.of("jpeg.strip", "location", "jpeg.max-edge", "20")); InputStream in = prepared.open()) {
            Source small = Source.of("small.jpg", in.readAllBytes());
            assertThat(prepared.findings()).isEmpty();
            assertThat(service.attachments().inspect(small).report().findings()).isEmpty();
            assertThat(service.attachments().inspect(small).report().fact("width").orElseThrow().value())
                    .isEqualTo("20");
        }
        assertThat(service.attachments().thumbnail(inspection, 16, () -> false)).isPresent();
    }

    @Test
    void aHandlerArrivesAndLeavesWhileTheProgramRuns() throws Exception {
        Attachments attachments = service.attachments();
        Map<String, String> shout = Map.of("guest.shout", "yes");
        assertThat(attachments.inspect(file()).owner()).isEqualTo(Handlers.BUILT_IN);
        assertThatThrownBy(() -> attachments.check(shout)).isInstanceOf(OptionException.class);

        Bundle guest = arrive();
        assertThat(owners()).contains(GuestBundle.NAME);
        attachments.check(shout);
        Inspection inspection = attachments.inspect(file());
        assertThat(inspection.owner()).isEqualTo(GuestBundle.NAME);
        assertThat(inspection.report().finding("guest.seen")).isPresent();
        try (Prepared prepared = attachments.prepare(inspection, shout); InputStream in = prepared.open()) {
            assertThat(in.readAllBytes()).isEqualTo(shouted());
            assertThat(prepared.changes()).containsExactly("in capital letters");
        }

        guest.stop();
        assertThat(owners()).doesNotContain(GuestBundle.NAME);
        assertThat(attachments.inspect(file()).owner()).isEqualTo(Handlers.BUILT_IN);
        assertThat(attachments.prepare(inspection, shout).findings()).singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(GuestBundle.NAME).contains("has left"));

        guest.start();
        assertThat(attachments.inspect(file()).owner()).isEqualTo(GuestBundle.NAME);
        guest.uninstall();
        assertThat(owners()).doesNotContain(GuestBundle.NAME);
    }

    @Test
    void aHandlerThatLeavesWhileItPreparesFinishesOrIsNamed() throws Exception {
        Bundle guest = arrive();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        hook(where -> {
            begun.countDown();
            await(left);
        });
        Inspection inspection = service.attachments().inspect(file());
        var result = threads.submit(() -> service.attachments().prepare(inspection, Map.of("guest.shout", "yes")));
        await(begun);
        guest.uninstall();
        left.countDown();

        try (Prepared prepared = result.get()) {
            if (prepared.findings().isEmpty()) {
                System.getProperties().remove(GuestHandler.HOOK);
                assertThatItIsWholeOrNamed(prepared);
            } else {
                assertThat(prepared.findings().get(0).message()).contains(GuestBundle.NAME);
            }
        }
        assertThat(service.attachments().inspect(file()).owner()).isEqualTo(Handlers.BUILT_IN);
    }

    private static void assertThatItIsWholeOrNamed(Prepared prepared) throws IOException {
        try (InputStream in = prepared.open()) {
            assertThat(in.readAllBytes()).isEqualTo(shouted());
        } catch (HandlerException e) {
            assertThat(e).hasMessageContaining(GuestBundle.NAME);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSendUnderWayFinishesWhenTheHandlerLeaves() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.builder().build())) {
            DeliveryReport report = sendWhileTheGuestLeaves(server, Map.of("guest.shout", "yes"));

            assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Accepted.class);
            assertThat(server.messages()).singleElement()
                    .satisfies(message -> assertThat(message.octets()).isGreaterThan(LENGTH));
        }
    }

    @Test
    void aSendUnderWayFailsWithANameWhenTheHandlerTakesItsClassesWithIt() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.builder().build())) {
            DeliveryReport report = sendWhileTheGuestLeaves(server, Map.of("guest.shout", "yes", "guest.late", "yes"));

            assertThat(report.exitCode()).isNotEqualTo(ExitCode.OK);
            assertThat(report.outcomes()).singleElement().isNotInstanceOf(Outcome.Accepted.class);
            assertThat(report.failure().map(DeliveryFailure::sentence).orElseThrow()).contains(GuestBundle.NAME)
                    .contains("letter.guest");
            assertThat(server.messages()).as("half a letter is no letter").isEmpty();
        }
    }

    private DeliveryReport sendWhileTheGuestLeaves(LabServer server, Map<String, String> options) throws Exception {
        Bundle guest = arrive();
        Draft draft = Draft.builder().from(new Mailbox("", "anna", "example.org"))
                .to(List.of(new Mailbox("", "bob", "example.org"))).subject("Guest").text("Hello.\n")
                .attach(new DraftAttachment(file(), false, options)).build();
        ServerLogin login = ServerLogin.anonymous(ConnectionSettings
                .of("localhost", server.port(), TlsMode.NONE).withResolver(host -> List.of(server.address())));
        try (Preparer preparer = service.preparer(PrepareSettings.DEFAULT);
                PreparedOrder order = preparer.prepare(new Order(draft))) {
            CountDownLatch sending = new CountDownLatch(1);
            hook(where -> {
                sending.countDown();
                uninstall(guest);
            });
            Deliverer deliverer = service.deliverer(preparer, threads);
            DeliveryReport report = deliverer.deliver(order, login, DeliverySettings.DEFAULT, DialogueListener.NONE);
            await(sending);
            assertThat(guest.getState()).isEqualTo(Bundle.UNINSTALLED);
            assertThat(owners()).doesNotContain(GuestBundle.NAME);
            return report;
        }
    }

    private static void uninstall(Bundle guest) {
        try {
            guest.uninstall();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void trust(byte[] jar) throws IOException {
        Path file = Files.write(folder.resolve("trusted.jar"), jar);
        try (InspectedPlugin plugin = PluginInspector.temporary(Set.of()).inspect(file)) {
            new TrustList(Places.system().config()).trust(plugin);
        }
    }

    @Test
    void aBundleDroppedIntoTheFolderIsStartedAndGoesWhenItIsTakenAway() throws Exception {
        Path dropins = Places.system().dropins();
        Files.createDirectories(dropins);
        Path jar = dropins.resolve("guest.jar");
        trust(GuestBundle.jar());
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch went = new CountDownLatch(1);
        ServiceListener listener = event -> {
            if (event.getServiceReference().getBundle().getSymbolicName().equals(GuestBundle.NAME)) {
                (event.getType() == ServiceEvent.REGISTERED ? came : went).countDown();
            }
        };
        context.addServiceListener(listener, "(attach.types=application/x-guest)");
        try {
            Path fresh = Files.write(folder.resolve("guest.fresh"), GuestBundle.jar());
            Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
            await(came);
            assertThat(service.attachments().inspect(file()).owner()).isEqualTo(GuestBundle.NAME);

            Files.delete(jar);
            await(went);
            assertThat(service.attachments().inspect(file()).owner()).isEqualTo(Handlers.BUILT_IN);
        } finally {
            context.removeServiceListener(listener);
            Files.deleteIfExists(jar);
        }
    }
}
