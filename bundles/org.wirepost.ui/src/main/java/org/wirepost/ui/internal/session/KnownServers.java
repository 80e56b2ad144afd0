// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.account.Server;
import org.wirepost.account.StoredFile;
import org.wirepost.mime.Limits;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.Closed;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;

/**
 * What the servers of the accounts announced when they were last asked, also before a restart: learned from every
 * session that is recorded, so that a letter is laid out before it is sent as it will be then. It holds no secret, and
 * it is comfort only: what is lost is learned again. May be used on any thread.
 */
@Component(service = KnownServers.class)
public final class KnownServers implements SessionLog.Watcher {

    private static final String CLEAR = "none";

    /** How far a recording has been read, and whom it talks to. */
    private static final class Reading {
        private long next;
        private String server = "";
        private boolean clear;
    }

    private final SessionLog log;
    private final ServerFile file;
    private final Executor lane;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Map<String, Announced> known = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Made by the framework. */
    @Activate
    public KnownServers(@Reference SessionLog log, @Reference Background background) throws AccountException {
        this(log, new StoredFile(Places.system().data().resolve("servers.json")), new Lane(background, 1));
    }

    /**
     * Makes one without a framework.
     *
     * @param log the sessions to learn from
     * @param stored where it is kept
     * @param lane reads and writes, one thing after the other
     */
    public KnownServers(SessionLog log, StoredFile stored, Executor lane) {
        this.log = log;
        this.file = new ServerFile(stored);
        this.lane = lane;
        lane.execute(this::load);
        log.watch(this);
        log.recordings().forEach(this::grew);
    }

    /** Listens no more. */
    @Deactivate
    public void close() {
        log.unwatch(this);
    }

    private void load() {
        Map<String, Announced> before = file.read();
        before.forEach(known::putIfAbsent);
        if (!before.isEmpty()) {
            watchers.forEach(Runnable::run);
        }
    }

    /** Has someone told, on any thread, when a server has announced something else than before. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Ends {@link #watch}. */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
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

    /** What is said in clear counts only where nothing else will be said: a session begins again under TLS. */
    private void read(Entry entry, Reading reading, String recording) {
        if (entry.event() instanceof SessionStarted started) {
            reading.server = key(started.host(), started.port(), started.tls());
            reading.clear = started.tls().equals(CLEAR);
        } else if (entry.event() instanceof CapabilitiesLearned learned && !reading.server.isEmpty()
                && !learned.capabilities().keywords().isEmpty()
                && (reading.clear || learned.encrypted() || !learned.capabilities().offers("STARTTLS"))) {
            learn(reading.server, Announced.of(learned.capabilities()));
        } else if (entry.event() instanceof Closed) {
            readings.remove(recording);
        }
    }

    private void learn(String server, Announced announced) {
        if (!announced.equals(known.put(server, announced))) {
            lane.execute(() -> file.write(known, server));
            watchers.forEach(Runnable::run);
        }
    }

    @Override
    public void removed(Recording recording) {
        readings.remove(recording.id());
    }

    private static String key(String host, int port, String tls) {
        return host.toLowerCase(Locale.ROOT) + ":" + port + "/" + tls;
    }

    private Optional<Announced> find(Server server) {
        return Optional.ofNullable(known.get(key(server.host(), server.port(), server.tlsMode().word())))
                .map(announced -> announced.without(server.disabled()));
    }

    /**
     * Returns what a server takes, as a session with it would find if nothing has changed.
     *
     * @param server the server
     * @return empty when it was never asked
     */
    public Optional<Limits> limits(Server server) {
        return find(server).map(Announced::limits);
    }

    /**
     * Returns the largest message that a server takes (RFC 1870).
     *
     * @param server the server
     * @return octets; empty when it was never asked, or named no limit
     */
    public OptionalLong largest(Server server) {
        return find(server).map(Announced::size).orElse(OptionalLong.empty());
    }
}
