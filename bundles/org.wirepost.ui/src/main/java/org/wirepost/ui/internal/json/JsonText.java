// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON between octets and trees. */
public final class JsonText {

    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final Gson COMPACT = new Gson();

    private JsonText() {
    }

    /**
     * Reads a text strictly: no comments, nothing behind the end.
     *
     * @param octets the text in UTF-8
     * @throws IOException when it is no JSON, with what is wrong as the end of a sentence
     */
    public static JsonElement parse(byte... octets) throws IOException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            if (text.isBlank()) {
                throw new IOException("the text is empty");
            }
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement root = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("something follows the JSON text");
            }
            return root;
        } catch (CharacterCodingException e) {
            throw new IOException("the text is not in UTF-8", e);
        } catch (JsonParseException e) {
            throw new IOException("the text is no JSON, or ends too early", e);
        }
    }

    /**
     * Reads a text that is an object.
     *
     * @param octets the text in UTF-8
     * @throws IOException when it is none, with what is wrong as the end of a sentence
     */
    public static Members object(byte... octets) throws IOException {
        return Members.of(parse(octets));
    }

    /** Returns the text of a tree on many lines, for files that people may look at. */
    public static byte[] pretty(JsonElement tree) {
        return PRETTY.toJson(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the text of a tree on one line. */
    public static byte[] compact(JsonElement tree) {
        return COMPACT.toJson(tree).getBytes(StandardCharsets.UTF_8);
    }
}
