// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON text as a tree that knows on which line each object and array begins. Read strictly: no comments, no member
 * twice, nothing behind the end, bounded in depth.
 */
final class JsonTree {

    private static final int DEPTH = 32;
    private static final Pattern LINE = Pattern.compile("at line (\\d+) column");

    private final JsonReader reader;
    private final Map<JsonElement, Integer> lines = new IdentityHashMap<>();
    private final JsonObject root;

    private JsonTree(String text) throws JsonFault {
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEPTH);
        root = readRoot();
    }

    /**
     * Reads a text whose outermost value is an object.
     *
     * @param octets the text in UTF-8
     * @return the tree
     * @throws JsonFault with the line of the first fault
     */
    static JsonTree of(byte[] octets) throws JsonFault {
        try {
            return new JsonTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException e) {
            throw new JsonFault("the text is not in UTF-8", 1);
        }
    }

    JsonObject root() {
        return root;
    }

    /** Returns the line on which an object or array of this tree begins. */
    int line(JsonElement element) {
        return lines.getOrDefault(element, 1);
    }

    private JsonObject readRoot() throws JsonFault {
        try {
            JsonElement element = read();
            if (!(element instanceof JsonObject object)) {
                throw new JsonFault("the text is no JSON object", 1);
            }
            // Complains when something follows the object.
            reader.peek();
            return object;
        } catch (EOFException e) {
            throw new JsonFault("the JSON text ends early", here());
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            throw new JsonFault("the JSON text is malformed", line.find() ? Integer.parseInt(line.group(1)) : here());
        }
    }

    private JsonElement read() throws IOException, JsonFault {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new JsonFault("the JSON text is malformed", here());
        };
    }

    private JsonObject object() throws IOException, JsonFault {
        JsonObject object = new JsonObject();
        lines.put(object, here());
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new JsonFault("\"" + Words.harmless(name) + "\" is there twice", here());
            }
            object.add(name, read());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException, JsonFault {
        JsonArray array = new JsonArray();
        lines.put(array, here());
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(read());
        }
        reader.endArray();
        return array;
    }

    /** The reader tells its line only in words. */
    private int here() {
        Matcher line = LINE.matcher(reader.toString());
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }
}
