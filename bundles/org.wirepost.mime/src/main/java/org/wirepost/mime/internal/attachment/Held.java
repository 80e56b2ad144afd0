// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Prepared;

/**
 * What a handler has prepared, held for the sender: all but the bytes is copied, and bytes that the handler's own code
 * makes are read through the guard.
 */
public final class Held implements Prepared {

    private final SimplePrepared content;
    private final AutoCloseable handlers;
    private final Scratch folder;

    private Held(SimplePrepared content, AutoCloseable handlers, Scratch folder) {
        this.content = content;
        this.handlers = handlers;
        this.folder = folder;
    }

    /**
     * Takes over what a handler returned; called within the guard.
     *
     * @param file the name of the file, which stays what it is: nobody renames a file without a word
     * @param ours frees a source of its guard if reading it runs no code of a handler
     */
    public static Held of(Prepared prepared, String file, Entry entry, GuardedCalls calls, Scratch folder,
            Function<Source, Optional<Source>> ours) {
        Optional<Source> own = prepared instanceof SimplePrepared simple ? ours.apply(simple.source())
                : Optional.empty();
        ForeignSource foreign = new ForeignSource(prepared, entry, calls);
        // A handler that says another length each time is held to the one that its content is measured by.
        long length = own.isPresent() ? prepared.length() : foreign.length();
        String name = prepared.name();
        SimplePrepared copy = new SimplePrepared(prepared.type(), name.equals(file) ? name : Words.clean(name),
                own.orElse(foreign), length, prepared.changes(), prepared.findings());
        if (own.isPresent()) {
            return new Held(copy, () -> { }, folder);
        }
        return new Held(copy, () -> calls.streaming(entry, "closing " + copy.name(), () -> {
            prepared.close();
            return true;
        }), folder);
    }

    @Override
    public String type() {
        return content.type();
    }

    @Override
    public String name() {
        return content.name();
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }

    @Override
    public List<String> changes() {
        return content.changes();
    }

    @Override
    public List<Finding> findings() {
        return content.findings();
    }

    @Override
    public Source source() {
        return content.source();
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            handlers.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
