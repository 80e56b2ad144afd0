// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What commands mean in one pane, or everywhere. User interface thread only. */
public final class Scope {

    private final Map<String, Meaning> meanings = new HashMap<>();

    /**
     * What a command does here.
     *
     * @param action what it does
     * @param enabled whether it can be done now
     */
    record Meaning(Runnable action, BooleanSupplier enabled) {
    }

    /**
     * Gives a command its meaning.
     *
     * @param command id of the command
     * @param action what it does
     * @param enabled whether it can be done now
     */
    public void handle(String command, Runnable action, BooleanSupplier enabled) {
        meanings.put(command, new Meaning(action, enabled));
    }

    Optional<Meaning> find(String command) {
        return Optional.ofNullable(meanings.get(command));
    }
}
