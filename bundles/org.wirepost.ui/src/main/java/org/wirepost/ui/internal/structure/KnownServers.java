// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Server;
import org.wirepost.mime.Limits;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.ui.internal.session.Entry;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;

/** What servers have announced in the sessions since the start. May be used on any thread. */
@Component(service = KnownServers.class)
public final class KnownServers implements SessionLog.Watcher {

    /** How far a recording has been read, and whom it talks to. */
    private static final class Reading {
        private long next;
        private String server = "";
    }

    private final SessionLog log;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Map<String, Capabilities> known = new ConcurrentHashMap<>();
    private volatile Runnable changed = () -> { };

    /** Made by the framework. */
    @Activate
    public KnownServers(@Reference SessionLog log) {
        this.log = log;
        log.watch(this);
        log.recordings().forEach(this::grew);
    }

    /** Listens no more. */
    @Deactivate
    public void close() {
        log.unwatch(this);
    }

    /** Has someone told, on any thread, when a server has announced something else than before. */
    void onChange(Runnable watcher) {
        changed = watcher;
    }

    @Override
    public void began(Recording recording) {
        grew(recording);
    }

    @Override
    public void grew(Recording recording) {
        Reading reading = readings.computeIfAbsent(recording.id(), key -> new Reading());
        synchronized (reading) {
            for (Entry entry : recording.since(reading.next).entries()) {
                reading.next = entry.sequence() + 1;
                read(entry, reading, recording.id());
            }
        }
    }

    private void read(Entry entry, Reading reading, String recording) {
        if (entry.event() instanceof SessionStarted started) {
            reading.server = key(started.host(), started.port());
        } else if (entry.event() instanceof CapabilitiesLearned learned && !reading.server.isEmpty()
                && !learned.capabilities().keywords().isEmpty()) {
            Capabilities before = known.put(reading.server, learned.capabilities());
            if (before == null || !before.keywords().equals(learned.capabilities().keywords())) {
                changed.run();
            }
        } else if (entry.event() instanceof Closed) {
            readings.remove(recording);
        }
    }

    @Override
    public void removed(Recording recording) {
        readings.remove(recording.id());
    }

    private static String key(String host, int port) {
        return host.toLowerCase(java.util.Locale.ROOT) + ":" + port;
    }

    private Optional<Capabilities> find(Server server) {
        return Optional.ofNullable(known.get(key(server.host(), server.port())))
                .map(capabilities -> capabilities.without(server.disabled()));
    }

    /**
     * Returns what a server takes, if it has said so since the start.
     *
     * @param server the server
     */
    public Optional<Limits> limits(Server server) {
        return find(server).map(offered -> new Limits(offered.offers("8BITMIME"),
                offered.offers("BINARYMIME") && offered.offers("CHUNKING"), offered.offers("SMTPUTF8")));
    }
}
