// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.Place;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;

/** The state of the window as JSON. What cannot be read is forgotten, for it is only comfort. */
final class WindowFile {

    private static final int LIMIT = 1 << 20;

    private WindowFile() {
    }

    static WindowState read(StoredFile file) {
        try {
            Optional<byte[]> octets = file.read(LIMIT);
            return octets.isPresent() ? parse(octets.get()) : new WindowState();
        } catch (IOException e) {
            System.getLogger(WindowFile.class.getName())
                    .log(System.Logger.Level.INFO, "The state of the window cannot be read", e);
            return new WindowState();
        }
    }

    static WindowState parse(byte... octets) throws IOException {
        Members json = JsonText.object(octets);
        WindowState state = new WindowState();
        state.bounds = json.numbers("bounds");
        state.maximized = json.flag("maximized");
        state.layout = value(LayoutName.class, json.needed("layout"));
        Members arrangements = json.object("arrangements").orElseThrow(() -> new IOException("there are no layouts"));
        for (String name : arrangements.names()) {
            state.arrangements.put(value(LayoutName.class, name), arrangement(arrangements.object(name).orElseThrow()));
        }
        return state;
    }

    private static Arrangement arrangement(Members json) throws IOException {
        Arrangement arrangement = new Arrangement();
        arrangement.columns = weights(json, "columns", 3);
        arrangement.rows = weights(json, "rows", 2);
        arrangement.closed.addAll(json.texts("closed"));
        for (Members pane : json.objects("panes")) {
            arrangement.panes.add(new Arrangement.Entry(pane.needed("view"), pane.text("instance"),
                    pane.text("memento"), value(Place.class, pane.needed("place")), pane.flag("selected")));
        }
        return arrangement;
    }

    private static int[] weights(Members json, String name, int count) throws IOException {
        int[] weights = json.numbers(name);
        if (weights.length != count || IntStream.of(weights).anyMatch(weight -> weight < 0)
                || IntStream.of(weights).sum() <= 0) {
            throw new IOException("\"" + name + "\" are no shares");
        }
        return weights;
    }

    private static <E extends Enum<E>> E value(Class<E> type, String word) throws IOException {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException("\"" + word + "\" is not known", e);
        }
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
