// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.wirepost.account.StoredFile;

/** What is remembered of the window. Read and written as JSON. */
final class WindowState {

    private static final int LIMIT = 1 << 20;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    int[] bounds = {};
    boolean maximized;
    LayoutName layout = LayoutName.COMPOSE;
    Map<LayoutName, Arrangement> arrangements = new EnumMap<>(LayoutName.class);

    /** Reads the state; what cannot be read is forgotten, for it is only comfort. */
    static WindowState read(StoredFile file) {
        try {
            return file.read(LIMIT).map(WindowState::parse).orElseGet(WindowState::new);
        } catch (IOException e) {
            return new WindowState();
        }
    }

    private static WindowState parse(byte[] octets) {
        try {
            WindowState state = GSON.fromJson(new String(octets, StandardCharsets.UTF_8), WindowState.class);
            return state == null || state.layout == null || state.arrangements == null || state.bounds == null
                    ? new WindowState() : state;
        } catch (JsonParseException e) {
            return new WindowState();
        }
    }

    byte[] octets() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    Arrangement arrangement() {
        return arrangements.computeIfAbsent(layout, LayoutName::fresh);
    }
}
