// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.wirepost.ui.internal.json.Members;

/** What a person has written, as the object {@code content} of the files of drafts and letters sent. */
final class ContentJson {

    private ContentJson() {
    }

    static JsonObject write(LetterContent content) {
        JsonObject json = new JsonObject();
        json.addProperty("account", content.account());
        json.addProperty("from", content.from());
        json.addProperty("to", content.to());
        json.addProperty("cc", content.cc());
        json.addProperty("bcc", content.bcc());
        json.addProperty("replyTo", content.replyTo());
        json.addProperty("subject", content.subject());
        json.addProperty("body", content.body());
        json.addProperty("markdown", content.markdown());
        json.addProperty("signature", content.signature());
        json.addProperty("dsn", content.dsn());
        json.addProperty("pasteInline", content.pasteInline());
        json.add("inReplyTo", array(content.inReplyTo()));
        json.add("references", array(content.references()));
        json.addProperty("eml", content.eml());
        json.add("delivered", array(content.delivered()));
        json.addProperty("note", content.note());
        json.addProperty("failure", content.failure());
        if (content.queued()) {
            json.addProperty("queued", true);
        }
        return json;
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static LetterContent read(Members json) throws IOException {
        return new LetterContent(json.text("account"), json.text("from"), json.text("to"), json.text("cc"),
                json.text("bcc"), json.text("replyTo"), json.text("subject"), json.text("body"),
                json.flag("markdown"), json.text("signature"), json.flag("dsn"), json.text("pasteInline"),
                json.texts("inReplyTo"), json.texts("references"), json.text("eml"), json.texts("delivered"),
                json.text("note"), json.text("failure"), json.flag("queued"));
    }

    /** Reads the content of a letter, which is empty when the file does not mention it. */
    static LetterContent in(Members letter) throws IOException {
        var content = letter.object("content");
        return content.isEmpty() ? LetterContent.EMPTY : read(content.get());
    }
}
