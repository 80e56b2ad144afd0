// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Nearest;

/** One line of a batch: what it names itself, and what the command line says for all lines. */
final class BatchFields implements Fields {

    /** Names the message in reports. */
    static final String LABEL = "label";

    private static final Set<String> LISTS = Set.of("to", "cc", "bcc", "reply-to", "header", "attach", "inline",
            "attach-option", "envelope-to");
    private static final Set<String> FLAGS = Set.of("flowed");
    private static final List<String> NAMES = List.of("to", "cc", "bcc", "from", "reply-to", "subject", "text",
            "text-file", "html-file", "flowed", "header", "in-reply-to", "message-id", "eml", "attach", "inline",
            "attach-option", "envelope-from", "envelope-to", "dsn", "ret", "envid", "partial", LABEL);
    /** What stands for the whole message, so that a line that has it wants none of the other words. */
    private static final Set<String> WORDS = Set.of("text", "text-file");
    private static final Set<String> ENVELOPE = Set.of("envelope-from", "envelope-to", "dsn", "ret", "envid",
            "partial");

    private final String place;
    private final Fields common;
    private final Map<String, List<String>> own;

    private BatchFields(String place, Fields common, Map<String, List<String>> own) {
        this.place = place;
        this.common = common;
        this.own = own;
    }

    /**
     * Reads a line.
     *
     * @param json the line
     * @param place names it in errors
     * @param common what counts for all lines
     * @return its fields
     * @throws Fault when it is no object, or has a field that there is not
     */
    static BatchFields read(String json, String place, Fields common) throws Fault {
        Map<String, List<String>> own = new HashMap<>();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw bad(place + " is no JSON object; write {\"to\": \"bob@example.org\", ...}.");
            }
            reader.beginObject();
            while (reader.hasNext()) {
                String name = known(reader.nextName(), place);
                if (own.put(name, values(reader, name, place)) != null) {
                    throw bad(field(place, name) + " is given twice; give it once.");
                }
            }
            reader.endObject();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw bad(place + " has something behind the object; put each object on a line of its own.");
            }
        } catch (IOException | IllegalStateException e) {
            throw bad(place + " is no valid JSON" + column(e.getMessage()) + "; each line must be one JSON object.");
        }
        return new BatchFields(place, common, own);
    }

    private static String known(String name, String place) throws Fault {
        if (!NAMES.contains(name)) {
            throw bad(field(place, name) + " is not known" + Nearest.to(name, NAMES)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("; a line has the options of a message by their long names, without dashes."));
        }
        return name;
    }

    private static List<String> values(JsonReader reader, String name, String place) throws Fault, IOException {
        JsonToken token = reader.peek();
        if (FLAGS.contains(name) && token == JsonToken.BOOLEAN) {
            return reader.nextBoolean() ? List.of("") : List.of();
        }
        if (token == JsonToken.STRING && !FLAGS.contains(name)) {
            return List.of(reader.nextString());
        }
        if (token != JsonToken.BEGIN_ARRAY || !LISTS.contains(name)) {
            throw bad(field(place, name) + " must be " + (FLAGS.contains(name) ? "true or false"
                    : LISTS.contains(name) ? "a text or a list of texts" : "a text") + ".");
        }
        List<String> values = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            if (reader.peek() != JsonToken.STRING) {
                throw bad(field(place, name) + " must be a text or a list of texts.");
            }
            values.add(reader.nextString());
        }
        reader.endArray();
        return values;
    }

    /** The JSON reader says where, in the middle of advice for programmers. */
    private static String column(String message) {
        int start = message == null ? -1 : message.indexOf(" column ");
        if (start < 0) {
            return "";
        }
        int end = message.indexOf(' ', start + 8);
        return " (column " + message.substring(start + 8, end < 0 ? message.length() : end) + ")";
    }

    private static Fault bad(String sentence) {
        return new Fault(ExitCode.DATAERR, sentence);
    }

    private static String field(String place, String name) {
        return place + ", field \"" + name + "\"";
    }

    @Override
    public List<String> values(String name) {
        List<String> values = own.get(name);
        return values != null ? values : isHidden(name) ? List.of() : common.values(name);
    }

    private boolean isHidden(String name) {
        return name.equals(LABEL) || WORDS.contains(name) && (own.containsKey("text") || own.containsKey("text-file"))
                || own.containsKey("eml") && !ENVELOPE.contains(name);
    }

    @Override
    public String where(String name) {
        return own.containsKey(name) || !common.has(name) ? field(place, name) : common.where(name);
    }

    /** Returns the name of the message in reports, if the line gives it one. */
    Optional<String> label() {
        return value(LABEL);
    }
}
