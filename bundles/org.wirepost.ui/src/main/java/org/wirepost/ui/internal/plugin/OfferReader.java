// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.security.sasl.SaslClientFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Option;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.words.Sentences;

/** Asks running bundles what they offer. Calls plug-ins, so it is slow and may be told nonsense. */
final class OfferReader {

    private final BundleContext context;
    private final DeliveryService delivery;
    private final Function<View, Optional<String>> titles;
    private final Map<Long, List<String>> options = new ConcurrentHashMap<>();

    /**
     * Makes a reader.
     *
     * @param context of this bundle
     * @param delivery knows the handlers
     * @param titles knows the titles of views
     */
    OfferReader(BundleContext context, DeliveryService delivery, Function<View, Optional<String>> titles) {
        this.context = context;
        this.delivery = delivery;
        this.titles = titles;
    }

    List<Offer> of(Bundle bundle) {
        List<Offer> offers = new ArrayList<>();
        for (HandlerStatus status : delivery.handlers().list()) {
            if (status.owner().equals(bundle.getSymbolicName())) {
                offers.add(handler(status));
            }
        }
        for (ServiceReference<?> reference : references(bundle)) {
            List<String> names = names(reference);
            if (names.contains(Offers.MECHANISM)) {
                offers.add(mechanisms(reference));
            }
            if (names.contains(Offers.VIEW)) {
                offers.add(view(reference));
            }
            if (names.contains(Offers.LISTENER)) {
                offers.add(Offer.of(Messages.offersListener));
            }
        }
        return offers;
    }

    /** Returns the interfaces of the services of a bundle, each once, in order. */
    static List<String> services(Bundle bundle) {
        return references(bundle).stream().flatMap(reference -> names(reference).stream()).distinct().sorted().toList();
    }

    private static List<ServiceReference<?>> references(Bundle bundle) {
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        return references == null ? List.of() : List.of(references);
    }

    private static List<String> names(ServiceReference<?> reference) {
        return Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS));
    }

    private Offer handler(HandlerStatus status) {
        List<String> details = new ArrayList<>();
        details.add(Messages.bind(Messages.handlerCalls, new Object[] {status.calls(), status.failures()}));
        details.add(status.id() < 0 ? Messages.handlerBuiltIn
                : Messages.bind(Messages.handlerRanking, status.ranking()));
        details.addAll(optionsOf(status));
        if (status.setAside().isEmpty()) {
            status.lastError().ifPresent(error -> details.add(Messages.bind(Messages.handlerLastError,
                    Sentences.of(error))));
        }
        return new Offer(Messages.bind(Messages.offersHandler, String.join(", ", status.types())), details,
                Optional.of(status.id()), status.setAside().map(Sentences::of));
    }

    private List<String> optionsOf(HandlerStatus status) {
        if (status.setAside().isPresent()) {
            return options.getOrDefault(status.id(), List.of());
        }
        return options.computeIfAbsent(status.id(), id -> {
            try {
                return delivery.attachments().options(status).stream().map(OfferReader::words).toList();
            } catch (IOException e) {
                return List.of();
            }
        });
    }

    private static String words(Option<?> option) {
        return Messages.bind(Messages.handlerOption, new Object[] {Sentences.of(option.label()),
            Sentences.of(option.allowed()), option.key()});
    }

    private Offer mechanisms(ServiceReference<?> reference) {
        return ask(reference, SaslClientFactory.class, factory -> Offer.of(Messages.bind(Messages.offersMechanisms,
                String.join(", ", factory.getMechanismNames(Map.of()))))).orElse(Offer.of(Messages.offersMechanism));
    }

    private Offer view(ServiceReference<?> reference) {
        return ask(reference, View.class, view -> titles.apply(view)
                .map(title -> Offer.of(Messages.bind(Messages.offersViewNamed, title)))
                .orElseGet(() -> Offer.of(Messages.offersViewBroken))).orElse(Offer.of(Messages.offersView));
    }

    private <T> Optional<Offer> ask(ServiceReference<?> reference, Class<T> type, Function<T, Offer> question) {
        try {
            Object service = context.getService(reference);
            return type.isInstance(service) ? Optional.of(question.apply(type.cast(service))) : Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        } finally {
            context.ungetService(reference);
        }
    }
}
