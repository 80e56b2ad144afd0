// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.ui.internal.json.Members;

/** A letter that was sent as {@code sent.json}. */
final class SentJson implements Shelf.Format<SentRecord> {

    @Override
    public JsonObject write(SentRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("id", record.id());
        json.addProperty("label", record.label());
        json.addProperty("time", record.time());
        json.addProperty("account", record.account());
        json.addProperty("messageId", record.messageId());
        json.addProperty("size", record.size());
        JsonArray recipients = new JsonArray();
        record.recipients().forEach(recipient -> recipients.add(write(recipient)));
        json.add("recipients", recipients);
        json.add("content", ContentJson.write(record.content()));
        json.addProperty("eml", record.eml());
        return json;
    }

    private static JsonObject write(SentRecord.Recipient recipient) {
        JsonObject json = new JsonObject();
        json.addProperty("address", recipient.address());
        json.addProperty("state", recipient.state());
        json.addProperty("words", recipient.words());
        return json;
    }

    @Override
    public SentRecord read(String id, Members json) throws IOException {
        List<SentRecord.Recipient> recipients = new ArrayList<>();
        for (Members one : json.objects("recipients")) {
            recipients.add(new SentRecord.Recipient(one.text("address"), one.text("state"), one.text("words")));
        }
        return new SentRecord(json.text("id", id), json.text("label"), json.number("time", 0), json.text("account"),
                json.text("messageId"), json.number("size", 0), recipients, ContentJson.in(json), json.flag("eml"));
    }
}
