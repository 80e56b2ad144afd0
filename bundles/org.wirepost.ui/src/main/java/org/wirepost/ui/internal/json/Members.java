// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object. Those that nobody asks for do not matter, those that are missing or null have a usual
 * value, and one of another type than asked for is a fault: every method throws an {@link IOException} that names it
 * and is the end of a sentence.
 */
public final class Members {

    private final JsonObject object;
    private final String path;

    private Members(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /**
     * Takes a value that is to be an object.
     *
     * @param value the value
     * @throws IOException when it is none
     */
    public static Members of(JsonElement value) throws IOException {
        return of(value, "");
    }

    private static Members of(JsonElement value, String path) throws IOException {
        if (value instanceof JsonObject object) {
            return new Members(object, path);
        }
        throw new IOException(path.isEmpty() ? "the text is no JSON object" : "\"" + path + "\" is no object");
    }

    /** Returns the names of all members. */
    public List<String> names() {
        return List.copyOf(object.keySet());
    }

    /** Returns a text; empty when there is none. */
    public String text(String name) throws IOException {
        return text(name, "");
    }

    /** Returns a text, or another one when there is none. */
    public String text(String name, String otherwise) throws IOException {
        Optional<JsonElement> value = value(name);
        return value.isEmpty() ? otherwise : text(value.get(), place(name));
    }

    /** Returns a text that has to be there. */
    public String needed(String name) throws IOException {
        return text(value(name).orElseThrow(() -> new IOException("\"" + place(name) + "\" is missing")), place(name));
    }

    /** Returns a whole number, or another one when there is none. */
    public long number(String name, long otherwise) throws IOException {
        Optional<JsonElement> value = value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            if (value.get() instanceof JsonPrimitive primitive && primitive.isNumber()) {
                return primitive.getAsBigDecimal().longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("\"" + place(name) + "\" is no whole number of 64 bits", e);
        }
        throw new IOException("\"" + place(name) + "\" is no number");
    }

    /** Returns a flag; false when there is none. */
    public boolean flag(String name) throws IOException {
        Optional<JsonElement> value = value(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw new IOException("\"" + place(name) + "\" is neither true nor false");
    }

    /** Returns the texts of an array; none when there is none. */
    public List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonElement value : array(name)) {
            texts.add(text(value, place(name) + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** Returns the whole numbers of an array that fit an int; none when there is none. */
    public int[] numbers(String name) throws IOException {
        JsonArray array = array(name);
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(array.get(i) instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
                throw new IOException("\"" + place(name) + "[" + i + "]\" is no number");
            }
            numbers[i] = primitive.getAsInt();
        }
        return numbers;
    }

    /** Returns an object, if there is one. */
    public Optional<Members> object(String name) throws IOException {
        Optional<JsonElement> value = value(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(of(value.get(), place(name)));
    }

    /** Returns the objects of an array; none when there is none. */
    public List<Members> objects(String name) throws IOException {
        List<Members> objects = new ArrayList<>();
        for (JsonElement value : array(name)) {
            objects.add(of(value, place(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** Returns an object whose members all are texts; an empty one when there is none. */
    public Map<String, String> textMap(String name) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        Optional<Members> inner = object(name);
        if (inner.isPresent()) {
            for (String key : inner.get().names()) {
                map.put(key, inner.get().needed(key));
            }
        }
        return map;
    }

    private JsonArray array(String name) throws IOException {
        Optional<JsonElement> value = value(name);
        if (value.isEmpty()) {
            return new JsonArray();
        }
        if (value.get() instanceof JsonArray array) {
            return array;
        }
        throw new IOException("\"" + place(name) + "\" is no array");
    }

    private static String text(JsonElement value, String place) throws IOException {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new IOException("\"" + place + "\" is no text");
    }

    private Optional<JsonElement> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isJsonNull());
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
