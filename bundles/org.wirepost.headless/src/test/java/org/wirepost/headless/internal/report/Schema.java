// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Holds a document against {@code report-schema.json}: what it uses of JSON Schema; unknown members are refused. */
public final class Schema {

    private final JsonObject root;

    /** Reads the schema. */
    public Schema() throws IOException {
        try (Reader reader = new InputStreamReader(JsonReport.class.getResourceAsStream("report-schema.json"),
                StandardCharsets.UTF_8)) {
            root = JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    /** Fails unless the document is valid; returns it. */
    public JsonObject check(String document) {
        JsonElement element = JsonParser.parseString(document);
        check("$", element, root);
        return element.getAsJsonObject();
    }

    private void check(String path, JsonElement value, JsonObject schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").getAsString().substring("#/$defs/".length());
            check(path, value, root.getAsJsonObject("$defs").getAsJsonObject(name));
            return;
        }
        if (schema.has("const")) {
            assertThat(value).as(path).isEqualTo(schema.get("const"));
        }
        if (schema.has("enum")) {
            assertThat(schema.getAsJsonArray("enum")).as(path).contains(value);
        }
        if (schema.has("type")) {
            String allowed = schema.get("type").toString().replace("\"number\"", "\"number\",\"integer\"");
            assertThat(allowed).as(path).contains('"' + type(value) + '"');
        }
        if (value.isJsonArray() && schema.has("items")) {
            value.getAsJsonArray().forEach(item -> check(path + "[]", item, schema.getAsJsonObject("items")));
        }
        if (value.isJsonObject()) {
            object(path, value.getAsJsonObject(), schema);
        }
    }

    private void object(String path, JsonObject value, JsonObject schema) {
        if (schema.has("required")) {
            schema.getAsJsonArray("required").forEach(name ->
                    assertThat(value.has(name.getAsString())).as("%s.%s", path, name).isTrue());
        }
        for (Map.Entry<String, JsonElement> member : value.entrySet()) {
            JsonObject properties = schema.getAsJsonObject("properties");
            if (properties != null && properties.has(member.getKey())) {
                check(path + "." + member.getKey(), member.getValue(), properties.getAsJsonObject(member.getKey()));
            } else if (schema.has("additionalProperties")) {
                check(path + "." + member.getKey(), member.getValue(), schema.getAsJsonObject("additionalProperties"));
            } else {
                fail(path + "." + member.getKey() + " is not described");
            }
        }
    }

    private static String type(JsonElement value) {
        if (value.isJsonNull()) {
            return "null";
        }
        if (value.isJsonArray()) {
            return "array";
        }
        if (value.isJsonObject()) {
            return "object";
        }
        if (value.getAsJsonPrimitive().isString()) {
            return "string";
        }
        return value.getAsJsonPrimitive().isBoolean() ? "boolean"
                : value.getAsString().matches("-?\\d+") ? "integer" : "number";
    }
}
