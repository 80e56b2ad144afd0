// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.wirepost.ui.internal.attach.AttachmentMemento;
import org.wirepost.ui.internal.json.Members;

/** A draft as {@code envelope.json}. */
final class EnvelopeJson implements Shelf.Format<DraftRecord> {

    @Override
    public JsonObject write(DraftRecord draft) {
        JsonObject json = new JsonObject();
        json.addProperty("id", draft.id());
        json.addProperty("saved", draft.saved());
        json.add("content", ContentJson.write(draft.content()));
        JsonArray files = new JsonArray();
        draft.files().forEach(file -> files.add(write(file)));
        json.add("files", files);
        return json;
    }

    private static JsonObject write(AttachmentMemento file) {
        JsonObject json = new JsonObject();
        json.addProperty("path", file.path());
        json.addProperty("inline", file.inline());
        JsonObject options = new JsonObject();
        new TreeMap<>(file.options()).forEach(options::addProperty);
        json.add("options", options);
        json.addProperty("decided", file.decided());
        json.addProperty("own", file.own());
        json.addProperty("length", file.length());
        json.addProperty("modified", file.modified());
        return json;
    }

    @Override
    public DraftRecord read(String id, Members json) throws IOException {
        List<AttachmentMemento> files = new ArrayList<>();
        for (Members file : json.objects("files")) {
            files.add(file(file));
        }
        return new DraftRecord(json.text("id", id), json.number("saved", 0), ContentJson.in(json), files);
    }

    /** Without its path a file would be missing from the letter and nobody would know. */
    private static AttachmentMemento file(Members json) throws IOException {
        return new AttachmentMemento(json.needed("path"), json.flag("inline"), json.textMap("options"),
                json.flag("decided"), json.flag("own"), json.number("length", -1), json.number("modified", 0));
    }
}
