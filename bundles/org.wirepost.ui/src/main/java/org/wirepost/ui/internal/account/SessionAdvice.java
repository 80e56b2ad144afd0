// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Preset;
import org.wirepost.account.Presets;
import org.wirepost.account.Server;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.check.Remedy;

/** What can be done about a session that failed, in the same words as after a test of the connection. */
public final class SessionAdvice {

    private SessionAdvice() {
    }

    /** Read when the first session fails. */
    private static final class Known {
        private static final Presets PRESETS = Presets.load();
    }

    /**
     * Returns what can be done.
     *
     * @param failure what went wrong
     * @param server the server of the account
     * @return a sentence each, the most promising first; empty when the failure's own sentence says it all
     */
    public static List<String> of(DeliveryFailure.Session failure, Server server) {
        List<Remedy> remedies = Remedy.of(failure.cause(), failure.stage(), Optional.of(server.tlsMode()));
        List<String> steps = new ArrayList<>();
        if (remedies.contains(Remedy.LOGIN) || remedies.contains(Remedy.MECHANISM)) {
            Optional<Preset> provider = Known.PRESETS.forServer(server);
            provider.ifPresent(known -> steps.add(known.name() + ": " + ProviderHint.of(known)));
        }
        remedies.forEach(remedy -> steps.add(Advice.words(remedy, server)));
        return steps;
    }
}
