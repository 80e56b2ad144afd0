// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the members of one JSON object, and says what is wrong with them and where. */
final class Fields {

    private final JsonTree tree;
    private final JsonObject object;
    private final String path;

    private Fields(JsonTree tree, JsonObject object, String path) {
        this.tree = tree;
        this.object = object;
        this.path = path;
    }

    static Fields of(JsonTree tree) {
        return new Fields(tree, tree.root(), "");
    }

    /** Makes a value out of fields; what it refuses becomes a fault of this object. */
    @FunctionalInterface
    interface Maker<T> {
        T make(Fields fields) throws JsonFault;
    }

    <T> T make(Maker<T> maker) throws JsonFault {
        try {
            return maker.make(this);
        } catch (IllegalArgumentException e) {
            throw fault(Words.harmless(String.valueOf(e.getMessage())));
        }
    }

    JsonObject json() {
        return object;
    }

    JsonFault fault(String message) {
        return new JsonFault(message + (path.isEmpty() ? "" : " in " + path), tree.line(object));
    }

    String text(String name) throws JsonFault {
        return optionalText(name).orElseThrow(() -> fault("\"" + name + "\" is missing"));
    }

    Optional<String> optionalText(String name) throws JsonFault {
        Optional<JsonElement> element = element(name);
        return element.isEmpty() ? Optional.empty() : Optional.of(text(name, element.get()));
    }

    int number(String name) throws JsonFault {
        JsonElement element = element(name).orElseThrow(() -> fault("\"" + name + "\" is missing"));
        try {
            if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
                return ((BigDecimal) element.getAsNumber()).intValueExact();
            }
        } catch (ArithmeticException e) {
            // Told below.
        }
        throw fault("\"" + name + "\" is not a whole number of a sensible size");
    }

    boolean flag(String name) throws JsonFault {
        Optional<JsonElement> element = element(name);
        if (element.isEmpty()) {
            return false;
        }
        if (element.get().isJsonPrimitive() && element.get().getAsJsonPrimitive().isBoolean()) {
            return element.get().getAsBoolean();
        }
        throw fault("\"" + name + "\" is neither true nor false");
    }

    <E extends Enum<E>> E word(String name, Class<E> type) throws JsonFault {
        return constant(name, text(name), type);
    }

    <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> type) throws JsonFault {
        Optional<String> word = optionalText(name);
        return word.isEmpty() ? Optional.empty() : Optional.of(constant(name, word.get(), type));
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> type) throws JsonFault {
        List<E> words = new ArrayList<>();
        for (String word : texts(name)) {
            words.add(constant(name, word, type));
        }
        return words;
    }

    List<String> texts(String name) throws JsonFault {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            texts.add(text(name, element));
        }
        return texts;
    }

    Fields object(String name) throws JsonFault {
        return optionalObject(name).orElseThrow(() -> fault("\"" + name + "\" is missing"));
    }

    Optional<Fields> optionalObject(String name) throws JsonFault {
        Optional<JsonElement> element = element(name);
        return element.isEmpty() ? Optional.empty() : Optional.of(object(name, element.get()));
    }

    List<Fields> objects(String name) throws JsonFault {
        List<Fields> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            objects.add(object(name + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    private Fields object(String name, JsonElement element) throws JsonFault {
        if (element instanceof JsonObject inner) {
            return new Fields(tree, inner, path.isEmpty() ? name : path + "." + name);
        }
        throw fault("\"" + name + "\" is not an object");
    }

    private JsonArray array(String name) throws JsonFault {
        Optional<JsonElement> element = element(name);
        if (element.isEmpty()) {
            return new JsonArray();
        }
        if (element.get() instanceof JsonArray array) {
            return array;
        }
        throw fault("\"" + name + "\" is not an array");
    }

    private String text(String name, JsonElement element) throws JsonFault {
        if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
            return element.getAsString();
        }
        throw fault("\"" + name + "\" is not a text");
    }

    private <E extends Enum<E>> E constant(String name, String word, Class<E> type) throws JsonFault {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            known.add(constant.name().toLowerCase(Locale.ROOT));
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw fault("\"" + name + "\" is \"" + Words.harmless(word) + "\" and should be one of "
                + String.join(", ", known));
    }

    private Optional<JsonElement> element(String name) {
        return Optional.ofNullable(object.get(name)).filter(element -> !element.isJsonNull());
    }
}
