// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.commands.contexts.ContextManager;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.BindingManager;
import org.eclipse.jface.bindings.Scheme;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.KeyBinding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** The keys of the commands. User interface thread only. */
public final class Keys {

    private static final String SCHEME = "org.wirepost.keys";
    private static final String CONTEXT = "org.wirepost.window";

    private final CommandTable table;
    private final BindingManager bindings;
    private final ContextManager contexts = new ContextManager();
    private final Listener filter = this::pressed;

    /**
     * Binds the keys of the table.
     *
     * @param table the commands
     */
    public Keys(CommandTable table) {
        this.table = table;
        contexts.getContext(CONTEXT).define("Window", null, null);
        contexts.setActiveContextIds(Set.of(CONTEXT));
        bindings = new BindingManager(contexts, table.manager());
        Scheme scheme = bindings.getScheme(SCHEME);
        scheme.define("Wirepost", null, null);
        try {
            bindings.setActiveScheme(scheme);
        } catch (NotDefinedException e) {
            throw new IllegalStateException(e);
        }
        rebind();
    }

    /** Binds anew after commands have come or gone. */
    public void rebind() {
        Set<Binding> all = new HashSet<>();
        for (CommandSpec spec : table.commands()) {
            if (!spec.key().isEmpty()) {
                all.add(new KeyBinding(sequence(spec.key()),
                        new ParameterizedCommand(table.manager().getCommand(spec.id()), null), SCHEME, CONTEXT, null,
                        null, null, Binding.SYSTEM));
            }
        }
        bindings.setBindings(all.toArray(Binding[]::new));
    }

    private static KeySequence sequence(String keys) {
        try {
            return KeySequence.getInstance(keys);
        } catch (ParseException e) {
            throw new IllegalArgumentException(keys + " are no keys", e);
        }
    }

    /**
     * Listens to the keyboard of a display from now on.
     *
     * @param display the display
     */
    public void listen(Display display) {
        display.addFilter(SWT.KeyDown, filter);
    }

    /**
     * Returns the keys of a command as the platform writes them, such as {@code Ctrl+N}.
     *
     * @param id id of the command
     * @return the keys, or empty when it has none
     */
    public Optional<String> of(String id) {
        TriggerSequence[] found = bindings.getActiveBindingsDisregardingContextFor(
                new ParameterizedCommand(table.manager().getCommand(id), null));
        return found.length == 0 ? Optional.empty()
                : Optional.of(SWTKeySupport.getKeyFormatterForPlatform().format((KeySequence) found[0]));
    }

    private void pressed(Event event) {
        for (KeyStroke stroke : strokes(event)) {
            Binding match = bindings.getPerfectMatch(KeySequence.getInstance(stroke));
            if (match != null && table.run(match.getParameterizedCommand().getId())) {
                event.doit = false;
                event.type = SWT.None;
                return;
            }
        }
    }

    /** A key can be read in three ways, depending on what Shift does to it. */
    private static KeyStroke[] strokes(Event event) {
        return new KeyStroke[] {
            stroke(SWTKeySupport.convertEventToUnmodifiedAccelerator(event)),
            stroke(SWTKeySupport.convertEventToUnshiftedModifiedAccelerator(event)),
            stroke(SWTKeySupport.convertEventToModifiedAccelerator(event))};
    }

    private static KeyStroke stroke(int accelerator) {
        return SWTKeySupport.convertAcceleratorToKeyStroke(accelerator);
    }
}
