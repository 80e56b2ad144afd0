// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All commands by name. A command is made only when it is asked for, so that {@code send} loads nothing of the others.
 */
public final class Commands {

    private static final List<String> NAMES = List.of("send", "check", "caps", "render", "handlers", "plugin trust",
            "plugin list", "plugin untrust", "outbox list",
            "outbox show", "outbox run", "outbox retry", "outbox hold", "outbox release", "outbox resend",
            "outbox sent", "outbox drop", "account add",
            "account list", "account show", "account default", "account remove", "account presets", "secret set",
            "secret list", "secret remove", "lab", "demo", "desktop", "completion");

    private final Services services;

    /**
     * Knows all commands.
     *
     * @param services what they work with
     */
    public Commands(Services services) {
        this.services = services;
    }

    /** Returns the names of all commands, those of two words included, in the order of the help. */
    public List<String> names() {
        return NAMES;
    }

    /** Returns all commands in the order of the help. */
    public List<Command> all() {
        List<Command> commands = new ArrayList<>();
        for (String name : NAMES) {
            commands.add(find(name).orElseThrow());
        }
        return commands;
    }

    /**
     * Returns a command.
     *
     * @param name its name, of one word or two
     * @return the command, or empty when there is none of that name
     */
    public Optional<Command> find(String name) {
        return Optional.ofNullable(switch (name) {
            case "send" -> new SendCommand(services);
            case "check" -> new CheckCommand(services);
            case "caps" -> new CapsCommand(services);
            case "render" -> new RenderCommand(services);
            case "handlers" -> new HandlersCommand(services);
            case "plugin trust" -> PluginCommand.TRUST;
            case "plugin list" -> PluginCommand.LIST;
            case "plugin untrust" -> PluginCommand.UNTRUST;
            case "outbox list" -> OutboxLookCommand.LIST;
            case "outbox show" -> OutboxLookCommand.SHOW;
            case "outbox run" -> new OutboxRunCommand(services);
            case "outbox retry" -> OutboxChangeCommand.RETRY;
            case "outbox hold" -> OutboxChangeCommand.HOLD;
            case "outbox release" -> OutboxChangeCommand.RELEASE;
            case "outbox resend" -> OutboxChangeCommand.RESEND;
            case "outbox sent" -> OutboxChangeCommand.SENT;
            case "outbox drop" -> OutboxChangeCommand.DROP;
            case "account add" -> new AccountAddCommand(services);
            case "account list" -> AccountCommand.LIST;
            case "account show" -> AccountCommand.SHOW;
            case "account default" -> AccountCommand.DEFAULT;
            case "account remove" -> AccountCommand.REMOVE;
            case "account presets" -> AccountCommand.PRESETS;
            case "secret set" -> SecretCommand.SET;
            case "secret list" -> SecretCommand.LIST;
            case "secret remove" -> SecretCommand.REMOVE;
            case "lab" -> new LabCommand();
            case "demo" -> new DemoCommand(services);
            case "desktop" -> new DesktopCommand(services);
            case "completion" -> new CompletionCommand(this);
            default -> null;
        });
    }

    /** Returns the names of the commands of a group, such as {@code account}; none when it is no group. */
    public List<String> group(String word) {
        List<String> names = new ArrayList<>();
        for (String name : NAMES) {
            if (name.startsWith(word + " ")) {
                names.add(name);
            }
        }
        return names;
    }
}
