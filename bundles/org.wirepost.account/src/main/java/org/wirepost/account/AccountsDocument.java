// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The content of the accounts file: what is understood of it, and the JSON it was read from. */
final class AccountsDocument {

    private static final int VERSION = 1;

    private final JsonObject root;
    private final List<Account> accounts = new ArrayList<>();
    private final List<JsonObject> objects = new ArrayList<>();
    private Optional<String> defaultName = Optional.empty();

    private AccountsDocument(JsonObject root) {
        this.root = root;
    }

    static AccountsDocument empty() {
        return new AccountsDocument(new JsonObject());
    }

    /**
     * Reads the file's content.
     *
     * @param octets the content
     * @return the document
     * @throws JsonFault with the line of the first fault
     */
    static AccountsDocument read(byte[] octets) throws JsonFault {
        Fields fields = Fields.of(JsonTree.of(octets));
        int version = fields.number("version");
        if (version != VERSION) {
            throw fields.fault("its version is " + version + " and this Wirepost knows version " + VERSION
                    + " only, so a newer Wirepost is needed");
        }
        AccountsDocument document = new AccountsDocument(fields.json());
        for (Fields account : fields.objects("accounts")) {
            Account read = account.make(AccountReader::account);
            if (document.index(read.name()) >= 0) {
                throw account.fault("there are two accounts named \"" + read.name() + "\"");
            }
            document.accounts.add(read);
            document.objects.add(account.json());
        }
        document.defaultName = fields.optionalText("default").filter(name -> document.index(name) >= 0);
        return document;
    }

    byte[] toOctets() {
        root.addProperty("version", VERSION);
        root.remove("default");
        defaultName.ifPresent(name -> root.add("default", new JsonPrimitive(name)));
        JsonArray all = new JsonArray();
        for (int i = 0; i < accounts.size(); i++) {
            AccountWriter.account(accounts.get(i), objects.get(i));
            all.add(objects.get(i));
        }
        root.remove("accounts");
        root.add("accounts", all);
        String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create()
                .toJson(root);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    Optional<Account> find(String name) {
        int index = index(name);
        return index < 0 ? Optional.empty() : Optional.of(accounts.get(index));
    }

    Optional<Account> defaultAccount() {
        return defaultName.isPresent() ? find(defaultName.get())
                : Optional.of(accounts).filter(all -> all.size() == 1).map(all -> all.get(0));
    }

    void add(Account account) {
        accounts.add(account);
        objects.add(new JsonObject());
    }

    /** Puts an account in the place of the one with the old name. */
    void replace(String oldName, Account account) {
        boolean isDefault = defaultName.filter(oldName::equalsIgnoreCase).isPresent();
        accounts.set(index(oldName), account);
        if (isDefault) {
            defaultName = Optional.of(account.name());
        }
    }

    void remove(String name) {
        int index = index(name);
        accounts.remove(index);
        objects.remove(index);
        defaultName = defaultName.filter(other -> !other.equalsIgnoreCase(name));
    }

    void makeDefault(String name) {
        defaultName = Optional.of(name);
    }

    private int index(String name) {
        for (int i = 0; i < accounts.size(); i++) {
            if (accounts.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
