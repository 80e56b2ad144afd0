// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.ui.internal.compose.address.AddressHistory.Entry;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;

/** Past recipients as a JSON array of objects. */
final class HistoryJson {

    private HistoryJson() {
    }

    static byte[] write(List<Entry> entries) {
        JsonArray json = new JsonArray();
        for (Entry entry : entries) {
            JsonObject one = new JsonObject();
            one.addProperty("address", entry.address());
            one.addProperty("name", entry.name());
            one.addProperty("times", entry.times());
            one.addProperty("last", entry.last());
            json.add(one);
        }
        return JsonText.compact(json);
    }

    /**
     * Reads entries; one that is not as it should be is left out, for the others are of use without it.
     *
     * @throws IOException when there is no list at all, with what is wrong as the end of a sentence
     */
    static List<Entry> read(byte... octets) throws IOException {
        if (!(JsonText.parse(octets) instanceof JsonArray json)) {
            throw new IOException("the text is no JSON array");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonElement one : json) {
            try {
                entries.add(entry(Members.of(one)));
            } catch (IOException e) {
                System.getLogger(HistoryJson.class.getName())
                        .log(System.Logger.Level.INFO, "A past recipient cannot be read", e);
            }
        }
        return entries;
    }

    private static Entry entry(Members json) throws IOException {
        int times = (int) Math.max(0, Math.min(Integer.MAX_VALUE, json.number("times", 0)));
        return new Entry(json.needed("address"), json.text("name"), times, json.number("last", 0));
    }
}
