// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirepost.account.Account;
import org.wirepost.account.StoredFile;

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
            file.read(LIMIT).ifPresent(this::take);
        } catch (IOException | JsonParseException e) {
            System.getLogger(CheckMemory.class.getName())
                    .log(System.Logger.Level.INFO, "The results of tests cannot be read", e);
        }
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

    private void take(byte... octets) {
        Map<String, Mark> read = new Gson().fromJson(new String(octets, StandardCharsets.UTF_8),
                new TypeToken<Map<String, Mark>>() { }.getType());
        if (read != null) {
            read.values().removeIf(mark -> mark == null || mark.print() == null);
            marks.putAll(read);
        }
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
        try {
            file.write(new Gson().toJson(marks).getBytes(StandardCharsets.UTF_8));
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
