// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.Place;

/** The state of the window as JSON. What cannot be read is forgotten, for it is only comfort. */
final class WindowFile {

    private static final int LIMIT = 1 << 20;

    private WindowFile() {
    }

    static WindowState read(StoredFile file) {
        try {
            return file.read(LIMIT).map(WindowFile::parse).orElseGet(WindowState::new);
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException
                | NullPointerException | UnsupportedOperationException e) {
            System.getLogger(WindowFile.class.getName())
                    .log(System.Logger.Level.INFO, "The state of the window cannot be read", e);
            return new WindowState();
        }
    }

    static WindowState parse(byte[] octets) {
        JsonObject json = JsonParser.parseString(new String(octets, StandardCharsets.UTF_8)).getAsJsonObject();
        WindowState state = new WindowState();
        state.bounds = numbers(json.get("bounds"));
        state.maximized = json.get("maximized").getAsBoolean();
        state.layout = LayoutName.valueOf(upper(json.get("layout")));
        for (var entry : json.getAsJsonObject("arrangements").entrySet()) {
            state.arrangements.put(LayoutName.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                    arrangement(entry.getValue().getAsJsonObject()));
        }
        return state;
    }

    private static Arrangement arrangement(JsonObject json) {
        Arrangement arrangement = new Arrangement();
        arrangement.columns = numbers(json.get("columns"));
        arrangement.rows = numbers(json.get("rows"));
        json.getAsJsonArray("closed").forEach(view -> arrangement.closed.add(view.getAsString()));
        json.getAsJsonArray("panes").forEach(pane -> arrangement.panes.add(entry(pane.getAsJsonObject())));
        return arrangement;
    }

    private static Arrangement.Entry entry(JsonObject json) {
        return new Arrangement.Entry(json.get("view").getAsString(), json.get("instance").getAsString(),
                json.get("memento").getAsString(), Place.valueOf(upper(json.get("place"))),
                json.get("selected").getAsBoolean());
    }

    private static String upper(JsonElement word) {
        return word.getAsString().toUpperCase(Locale.ROOT);
    }

    private static int[] numbers(JsonElement array) {
        JsonArray all = array.getAsJsonArray();
        return IntStream.range(0, all.size()).map(index -> all.get(index).getAsInt()).toArray();
    }

    static byte[] octets(WindowState state) {
        JsonObject json = new JsonObject();
        json.add("bounds", array(state.bounds));
        json.addProperty("maximized", state.maximized);
        json.addProperty("layout", lower(state.layout));
        JsonObject arrangements = new JsonObject();
        state.arrangements.forEach((name, arrangement) -> arrangements.add(lower(name), object(arrangement)));
        json.add("arrangements", arrangements);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject object(Arrangement arrangement) {
        JsonObject json = new JsonObject();
        json.add("columns", array(arrangement.columns));
        json.add("rows", array(arrangement.rows));
        JsonArray closed = new JsonArray();
        arrangement.closed.forEach(closed::add);
        json.add("closed", closed);
        JsonArray panes = new JsonArray();
        arrangement.panes.forEach(pane -> panes.add(object(pane)));
        json.add("panes", panes);
        return json;
    }

    private static JsonObject object(Arrangement.Entry pane) {
        JsonObject json = new JsonObject();
        json.addProperty("view", pane.view());
        json.addProperty("instance", pane.instance());
        json.addProperty("memento", pane.memento());
        json.addProperty("place", lower(pane.place()));
        json.addProperty("selected", pane.selected());
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static JsonArray array(int... numbers) {
        JsonArray array = new JsonArray();
        IntStream.of(numbers).forEach(array::add);
        return array;
    }
}
