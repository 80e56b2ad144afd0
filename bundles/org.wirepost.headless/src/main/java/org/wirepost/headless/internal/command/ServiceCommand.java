// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import org.wirepost.headless.internal.cli.CommandModel;

/** A command that works with what the framework gives it. */
abstract class ServiceCommand implements Command {

    final Services services;
    private final CommandModel model;

    ServiceCommand(CommandModel model, Services services) {
        this.model = model;
        this.services = services;
    }

    @Override
    public final CommandModel model() {
        return model;
    }
}
