// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.account.Server;
import org.wirepost.account.StoredFile;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;

/** The largest message that each server took when it was last asked (RFC 1870); learned from every session. */
@Component(service = {ServerSizes.class, DialogueListener.class})
public final class ServerSizes implements DialogueListener {

    private static final int LIMIT = 1 << 20;

    private final StoredFile file;
    private final Executor lane;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    /** A session lives on one thread. */
    private final ThreadLocal<String> server = new ThreadLocal<>();

    /** Made by the framework. */
    @Activate
    public ServerSizes(@Reference Background background) throws AccountException {
        this(new StoredFile(Places.system().data().resolve("server-sizes.json")), new Lane(background, 1));
    }

    ServerSizes(StoredFile file, Executor lane) {
        this.file = file;
        this.lane = lane;
        lane.execute(this::load);
    }

    private void load() {
        try {
            Optional<byte[]> octets = file.read(LIMIT);
            if (octets.isPresent()) {
                take(JsonText.object(octets.get()));
            }
        } catch (IOException e) {
            lost(e);
        }
    }

    private void take(Members read) {
        for (String key : read.names()) {
            try {
                long size = read.number(key, 0);
                if (size > 0) {
                    sizes.putIfAbsent(key, size);
                }
            } catch (IOException e) {
                lost(e);
            }
        }
    }

    /** Comfort only: it is learned again with the next session. */
    private static void lost(IOException e) {
        System.getLogger(ServerSizes.class.getName()).log(System.Logger.Level.INFO, "No size of a server", e);
    }

    @Override
    public void on(DialogueEvent event) {
        if (event instanceof DialogueEvent.SessionStarted started) {
            server.set(key(started.host(), started.port()));
        } else if (event instanceof DialogueEvent.CapabilitiesLearned learned && server.get() != null) {
            learn(server.get(), learned.capabilities().maximumSize());
        } else if (event instanceof DialogueEvent.Closed) {
            server.remove();
        }
    }

    private void learn(String key, OptionalLong size) {
        Long before = size.isPresent() ? sizes.put(key, size.getAsLong()) : sizes.remove(key);
        if (size.isPresent() ? before == null || before != size.getAsLong() : before != null) {
            lane.execute(this::save);
        }
    }

    private void save() {
        JsonObject json = new JsonObject();
        new TreeMap<>(sizes).forEach(json::addProperty);
        try {
            file.write(JsonText.compact(json));
        } catch (IOException e) {
            System.getLogger(ServerSizes.class.getName()).log(System.Logger.Level.INFO, "Sizes not kept", e);
        }
    }

    /**
     * Returns the largest message that a server took when it was last asked.
     *
     * @param asked the server
     * @return octets; empty when it was never asked, or named no limit
     */
    public OptionalLong limit(Server asked) {
        Long size = sizes.get(key(asked.host(), asked.port()));
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private static String key(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }
}
