// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;

class DeliveryComponentTest {

    private final DeliveryComponent component = new DeliveryComponent();

    @AfterEach
    void stop() {
        component.deactivate();
    }

    @Test
    void knowsAHandlerByItsServiceProperties() {
        component.addHandler(new Anything(), reference(Map.of(Constants.SERVICE_ID, 42L, Constants.SERVICE_RANKING, 7,
                AttachmentHandler.TYPES, new String[] {"image/x-demo", "image/x-other"})));
        HandlerStatus status = component.handlers().list().get(0);
        assertThat(status.owner()).isEqualTo("org.example.demo");
        assertThat(status.id()).isEqualTo(42);
        assertThat(status.ranking()).isEqualTo(7);
        assertThat(status.types()).containsExactly("image/x-demo", "image/x-other");
    }

    @Test
    void takesOneTypeAsTextAndNoneForAny() {
        component.addHandler(new Anything(),
                reference(Map.of(Constants.SERVICE_ID, 1L, AttachmentHandler.TYPES, "image/x-demo")));
        component.addHandler(new Anything(), reference(Map.of(Constants.SERVICE_ID, 2L)));
        assertThat(component.handlers().list()).extracting(HandlerStatus::types)
                .contains(List.of("image/x-demo"), List.of("*/*"));
    }

    @Test
    void letsHandlersComeAndGoBetweenTwoOrders() throws Exception {
        AttachmentHandler handler = new Anything();
        ServiceReference<AttachmentHandler> reference = reference(Map.of(Constants.SERVICE_ID, 42L));
        try (Preparer preparer = component.preparer(PrepareSettings.DEFAULT)) {
            assertThat(handledBy(preparer, "a.bin")).isEqualTo("org.wirepost.mime");
            component.addHandler(handler, reference);
            assertThat(handledBy(preparer, "b.bin")).isEqualTo("org.example.demo");
            component.removeHandler(handler, reference);
            assertThat(handledBy(preparer, "c.bin")).isEqualTo("org.wirepost.mime");
        }
    }

    @Test
    void offersNoListenersAndMechanismsWhereThereAreNone() {
        assertThat(component.extensions().listeners().get()).isEmpty();
        assertThat(component.extensions().mechanisms().get()).isEmpty();
    }

    private static String handledBy(Preparer preparer, String file) throws Exception {
        Mailbox anna = new Mailbox("anna", "example.org");
        Draft draft = Draft.builder().from(anna).to(List.of(anna)).text("x")
                .attach(new DraftAttachment(Source.of(file, new byte[] {1, 2}), false, Map.of())).build();
        try (PreparedOrder prepared = preparer.prepare(new Order(draft))) {
            return prepared.attachments().get(0).handler();
        }
    }

    @SuppressWarnings("unchecked") // a proxy cannot be made with type arguments
    private static ServiceReference<AttachmentHandler> reference(Map<String, Object> properties) {
        Bundle bundle = (Bundle) proxy(Bundle.class, Map.of("getSymbolicName", "org.example.demo"));
        return (ServiceReference<AttachmentHandler>) Proxy.newProxyInstance(
                DeliveryComponentTest.class.getClassLoader(), new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> properties.get((String) arguments[0]);
                    case "getBundle" -> bundle;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object proxy(Class<?> type, Map<String, Object> answers) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName()));
    }

    /** Takes every file. */
    private static final class Anything implements AttachmentHandler {

        @Override
        public Match match(Probe probe) {
            return Match.magic("image/x-demo");
        }

        @Override
        public Report inspect(Source source, Call call) throws IOException {
            return Report.of("image/x-demo");
        }
    }
}
