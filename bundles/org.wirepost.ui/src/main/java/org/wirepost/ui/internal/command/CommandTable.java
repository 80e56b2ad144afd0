// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.eclipse.core.commands.Category;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.CommandManager;
import org.eclipse.core.commands.common.CommandException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The table of all commands. What a command does is said by the active pane first, then by whoever handles it
 * everywhere. Groups come and go on any thread; everything else belongs to the user interface thread.
 */
@Component(service = CommandTable.class)
public final class CommandTable {

    private static final String CATEGORY = "org.wirepost";

    private final CommandManager manager = new CommandManager();
    private final Map<String, CommandSpec> specs = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Scope everywhere = new Scope();
    private Scope active = new Scope();

    /** Made by the framework. */
    @Activate
    public CommandTable() {
        Category category = manager.getCategory(CATEGORY);
        category.define("Wirepost", null);
    }

    /**
     * Adds the commands of a room.
     *
     * @param group the commands
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(CommandGroup group) {
        for (CommandSpec spec : group.commands()) {
            Command command = manager.getCommand(spec.id());
            command.define(spec.plainLabel(), spec.tip(), manager.getCategory(CATEGORY));
            command.setHandler(new ScopedHandler(this, spec.id()));
            specs.put(spec.id(), spec);
        }
        watchers.forEach(Runnable::run);
    }

    /**
     * Removes the commands of a room.
     *
     * @param group the commands
     */
    public void remove(CommandGroup group) {
        for (CommandSpec spec : group.commands()) {
            specs.remove(spec.id());
            manager.getCommand(spec.id()).undefine();
        }
        watchers.forEach(Runnable::run);
    }

    /**
     * Has someone told when commands come or go, on whatever thread that happens.
     *
     * @param watcher who is told
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Returns the manager, for key bindings. */
    CommandManager manager() {
        return manager;
    }

    /** Returns all commands in the order of the menus. */
    public List<CommandSpec> commands() {
        List<CommandSpec> all;
        synchronized (specs) {
            all = new ArrayList<>(specs.values());
        }
        all.sort(Comparator.comparing(CommandSpec::menu).thenComparingInt(CommandSpec::order));
        return all;
    }

    /**
     * Returns a command.
     *
     * @param id its id
     */
    public Optional<CommandSpec> find(String id) {
        return Optional.ofNullable(specs.get(id));
    }

    /**
     * Gives a command its meaning everywhere; that of the active pane goes before it.
     *
     * @param command id of the command
     * @param action what it does
     * @param enabled whether it can be done now
     */
    public void handle(String command, Runnable action, BooleanSupplier enabled) {
        everywhere.handle(command, action, enabled);
    }

    /**
     * Gives a command that can always be done its meaning everywhere.
     *
     * @param command id of the command
     * @param action what it does
     */
    public void handle(String command, Runnable action) {
        handle(command, action, () -> true);
    }

    /**
     * Says which pane is active.
     *
     * @param scope what commands mean there
     */
    public void activate(Scope scope) {
        active = scope;
    }

    /**
     * Tells whether a command can be done now.
     *
     * @param id its id
     */
    public boolean isEnabled(String id) {
        return meaning(id).map(meaning -> meaning.enabled().getAsBoolean()).orElse(false);
    }

    /**
     * Does a command, if it can be done now.
     *
     * @param id its id
     * @return whether it was done
     */
    public boolean run(String id) {
        if (!isEnabled(id)) {
            return false;
        }
        try {
            manager.getCommand(id).executeWithChecks(new org.eclipse.core.commands.ExecutionEvent());
            return true;
        } catch (CommandException e) {
            throw new IllegalStateException("The command " + id + " failed", e);
        }
    }

    Optional<Scope.Meaning> meaning(String id) {
        return active.find(id).or(() -> everywhere.find(id));
    }
}
