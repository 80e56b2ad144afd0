// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.security.sasl.SaslClientFactory;
import org.wirepost.smtp.dialogue.DialogueListener;

/**
 * What plug-ins add to every session. Both are asked when a session begins; what comes or goes later counts for the
 * next one.
 *
 * @param listeners are told every event of the session, on its thread; with several connections at once, from several
 *        threads at once
 * @param mechanisms further SASL mechanisms, asked before the built-in ones
 */
public record Extensions(Supplier<List<DialogueListener>> listeners, Supplier<List<SaslClientFactory>> mechanisms) {

    /** Nothing is added. */
    public static final Extensions NONE = new Extensions(List::of, List::of);

    /** Refuses null. */
    public Extensions {
        requireNonNull(listeners, "listeners");
        requireNonNull(mechanisms, "mechanisms");
    }

    /** Returns the names of the added mechanisms, in upper case; a factory that fails to name its own adds none. */
    public List<String> mechanismNames() {
        List<String> names = new ArrayList<>();
        for (SaslClientFactory factory : mechanisms.get()) {
            names.addAll(namesOf(factory));
        }
        return names;
    }

    private static List<String> namesOf(SaslClientFactory factory) {
        try {
            List<String> names = new ArrayList<>();
            for (String name : factory.getMechanismNames(Map.of())) {
                names.add(name.toUpperCase(Locale.ROOT));
            }
            return names;
        } catch (RuntimeException | LinkageError e) {
            return List.of();
        }
    }
}
