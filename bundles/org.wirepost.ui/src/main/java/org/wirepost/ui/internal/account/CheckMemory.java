// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirepost.account.Account;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;

/**
 * Remembers how the last test of each account ended, over restarts; what is remembered counts as long as server and
 * login are what they were. Comfort only: a file that cannot be read or written costs nothing but the marks.
 */
final class CheckMemory {

    private static final int LIMIT = 1 << 20;

    private final StoredFile file;
    private final Map<String, Mark> marks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    CheckMemory(StoredFile file) {
        this.file = file;
        try {
            Optional<byte[]> octets = file.read(LIMIT);
            if (octets.isPresent()) {
                take(JsonText.object(octets.get()));
            }
        } catch (IOException e) {
            lost(e);
        }
    }

    private static void lost(IOException e) {
        System.getLogger(CheckMemory.class.getName())
                .log(System.Logger.Level.INFO, "The result of a test cannot be read", e);
    }

    /**
     * The end of a test.
     *
     * @param print tells whether server and login are the same still
     * @param good whether all went well
     * @param at milliseconds since 1970
     */
    record Mark(String print, boolean good, long at) {

        Instant time() {
            return Instant.ofEpochMilli(at);
        }
    }

    private void take(Members read) {
        for (String name : read.names()) {
            try {
                Optional<Members> mark = read.object(name);
                if (mark.isPresent()) {
                    marks.put(name, mark(mark.get()));
                }
            } catch (IOException e) {
                lost(e);
            }
        }
    }

    private static Mark mark(Members json) throws IOException {
        return new Mark(json.needed("print"), json.flag("good"), json.number("at", 0));
    }

    private static JsonObject json(Mark mark) {
        JsonObject json = new JsonObject();
        json.addProperty("print", mark.print());
        json.addProperty("good", mark.good());
        json.addProperty("at", mark.at());
        return json;
    }

    /** Returns how the last test ended, if there was one of this account as it is now. */
    synchronized Optional<Mark> find(Account account) {
        return Optional.ofNullable(marks.get(account.name())).filter(mark -> mark.print().equals(print(account)));
    }

    /** Remembers the end of a test. In the background. */
    synchronized void keep(Account account, boolean good) {
        marks.put(account.name(), new Mark(print(account), good, System.currentTimeMillis()));
        write();
    }

    /** Forgets what is known of an account. In the background. */
    synchronized void forget(String name) {
        if (marks.remove(name) != null) {
            write();
        }
    }

    private void write() {
        JsonObject json = new JsonObject();
        marks.forEach((name, mark) -> json.add(name, json(mark)));
        try {
            file.write(JsonText.compact(json));
        } catch (IOException e) {
            System.getLogger(CheckMemory.class.getName())
                    .log(System.Logger.Level.INFO, "The results of tests cannot be written", e);
        }
    }

    /** No part of it holds a secret, only where one is kept. */
    private static String print(Account account) {
        return Integer.toHexString((account.server() + "/" + account.login()).hashCode());
    }
}
