// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.account.StoredFile;
import org.wirepost.mime.Address;
import org.wirepost.mime.Mailbox;

/** Who was written to before, in a file of the user. Safe for several threads; reading and writing block. */
public final class AddressHistory {

    private static final int LIMIT = 2 << 20;
    private static final int MOST = 2000;

    private final StoredFile file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Someone who was written to.
     *
     * @param address addr-spec
     * @param name display name; empty for none
     * @param times how often
     * @param last when last, in seconds since 1970
     */
    public record Entry(String address, String name, int times, long last) {

        /** Returns what stands in a field. */
        public String text() {
            Optional<Mailbox> mailbox = mailbox();
            return mailbox.map(AddressText::of).orElse(address);
        }

        private Optional<Mailbox> mailbox() {
            return AddressLine.of(address).addresses().stream().flatMap(one -> one.mailboxes().stream()).findFirst()
                    .map(bare -> new Mailbox(name, bare.localPart(), bare.domain()));
        }

        private boolean begins(String typed) {
            String lower = address.toLowerCase(Locale.ROOT);
            if (lower.startsWith(typed) || lower.substring(lower.lastIndexOf('@') + 1).startsWith(typed)) {
                return true;
            }
            return (" " + name.toLowerCase(Locale.ROOT)).contains(" " + typed);
        }
    }

    /**
     * Knows nobody yet.
     *
     * @param file where it is kept
     */
    public AddressHistory(StoredFile file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read
     */
    public void load() throws IOException {
        Optional<byte[]> octets = file.read(LIMIT);
        if (octets.isEmpty()) {
            return;
        }
        try {
            List<Entry> read = HistoryJson.read(octets.get());
            synchronized (entries) {
                read.forEach(entry -> entries.putIfAbsent(key(entry.address()), entry));
            }
        } catch (IOException e) {
            throw new IOException("The list of past recipients " + file.path() + " is damaged: " + e.getMessage(), e);
        }
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /**
     * Remembers recipients and writes the file.
     *
     * @param addresses who was written to
     * @throws IOException when the file cannot be written
     */
    public void remember(List<Address> addresses) throws IOException {
        List<Entry> all;
        synchronized (entries) {
            for (Address address : addresses) {
                address.mailboxes().forEach(this::remember);
            }
            all = sorted();
            if (all.size() > MOST) {
                all.subList(MOST, all.size()).forEach(entry -> entries.remove(key(entry.address())));
                all = all.subList(0, MOST);
            }
        }
        file.write(HistoryJson.write(all));
    }

    private void remember(Mailbox mailbox) {
        String address = mailbox.addrSpec();
        Entry old = entries.get(key(address));
        String name = mailbox.displayName().isEmpty() && old != null ? old.name() : mailbox.displayName();
        entries.put(key(address), new Entry(address, name, old == null ? 1 : old.times() + 1,
                Instant.now().getEpochSecond()));
    }

    private List<Entry> sorted() {
        List<Entry> all = new ArrayList<>(entries.values());
        all.sort(Comparator.comparingInt(Entry::times).thenComparingLong(Entry::last).reversed());
        return all;
    }

    /**
     * Finds those whose address, domain or name begins as typed; who is written to often comes first.
     *
     * @param typed what was typed
     * @param most how many to return
     * @return what stands in a field for each
     */
    public List<String> find(String typed, int most) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return List.of();
        }
        synchronized (entries) {
            return sorted().stream().filter(entry -> entry.begins(lower)).limit(most).map(Entry::text).toList();
        }
    }
}
