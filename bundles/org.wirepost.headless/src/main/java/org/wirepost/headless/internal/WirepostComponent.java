// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.headless.internal.command.Commands;
import org.wirepost.headless.internal.command.Services;
import org.wirepost.headless.internal.terminal.Output;
import org.wirepost.headless.internal.terminal.StoppableInput;
import org.wirepost.headless.internal.terminal.SystemTerminal;

/** The application that the launcher hands the main thread to. Closing it cancels what is going on. */
@Component(service = ToIntFunction.class, property = "main.thread:Boolean=true",
        reference = @Reference(name = WirepostComponent.DESKTOP, service = ToIntFunction.class,
                target = "(wirepost.desktop=true)", cardinality = ReferenceCardinality.OPTIONAL,
                policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY))
public final class WirepostComponent implements ToIntFunction<String[]>, AutoCloseable {

    static final String DESKTOP = "desktop";

    private final Services services;
    private final Stop stop = new Stop();

    /**
     * Made by the framework.
     *
     * @param context finds the window when it is asked for, so that no other command waits for it
     * @param delivery the door to deliveries
     */
    @Activate
    public WirepostComponent(ComponentContext context, @Reference DeliveryService delivery) {
        this.services = new Services(delivery, () -> desktop(context));
    }

    @SuppressWarnings("unchecked")
    private static Optional<ToIntFunction<String[]>> desktop(ComponentContext context) {
        return Optional.ofNullable((ToIntFunction<String[]>) context.locateService(DESKTOP));
    }

    @Override
    public int applyAsInt(String[] words) {
        StoppableInput in = new StoppableInput(new FileInputStream(FileDescriptor.in));
        stop.onStop(in::stop);
        Surroundings surroundings = new Surroundings(in,
                new Output(new FileOutputStream(FileDescriptor.out)),
                new Output(new FileOutputStream(FileDescriptor.err)), System.getenv(), Path.of("").toAbsolutePath(),
                SystemTerminal.find(), stop);
        return new Wirepost(new Commands(services), surroundings).run(words);
    }

    @Override
    public void close() {
        stop.stop();
    }
}
