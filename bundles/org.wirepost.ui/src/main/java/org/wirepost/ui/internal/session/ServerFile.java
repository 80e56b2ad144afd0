// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;

/** Keeps on disk what servers announced. One thread at a time; a file that cannot be used is passed over. */
final class ServerFile {

    /** So many servers are remembered; a lab on a new port each time is one more each time. */
    static final int MOST = 200;

    private static final int LIMIT = 1 << 20;

    private final StoredFile file;

    ServerFile(StoredFile file) {
        this.file = file;
    }

    /** Returns what is there and can be read. */
    Map<String, Announced> read() {
        Map<String, Announced> all = new HashMap<>();
        try {
            Optional<byte[]> octets = file.read(LIMIT);
            if (octets.isPresent()) {
                Members members = JsonText.object(octets.get());
                for (String key : members.names()) {
                    read(members, key, all);
                }
            }
        } catch (IOException e) {
            lost(e);
        }
        return all;
    }

    private static void read(Members members, String key, Map<String, Announced> all) {
        try {
            Optional<Members> one = members.object(key);
            if (one.isPresent()) {
                long size = one.get().number("size", 0);
                all.put(key, new Announced(size > 0 ? OptionalLong.of(size) : OptionalLong.empty(),
                        Set.copyOf(one.get().texts("offers"))));
            }
        } catch (IOException e) {
            lost(e);
        }
    }

    /**
     * Writes what is known.
     *
     * @param known the servers; when they are too many, some go
     * @param latest one that stays
     */
    void write(Map<String, Announced> known, String latest) {
        known.keySet().stream().filter(key -> !key.equals(latest)).limit(Math.max(0, known.size() - MOST)).toList()
                .forEach(known::remove);
        JsonObject json = new JsonObject();
        new TreeMap<>(known).forEach((key, announced) -> json.add(key, json(announced)));
        try {
            file.write(JsonText.compact(json));
        } catch (IOException e) {
            lost(e);
        }
    }

    private static JsonObject json(Announced announced) {
        JsonObject json = new JsonObject();
        announced.size().ifPresent(size -> json.addProperty("size", size));
        JsonArray offers = new JsonArray();
        announced.keywords().stream().sorted().forEach(offers::add);
        json.add("offers", offers);
        return json;
    }

    private static void lost(IOException e) {
        System.getLogger(ServerFile.class.getName()).log(System.Logger.Level.INFO, "Servers not remembered", e);
    }
}
