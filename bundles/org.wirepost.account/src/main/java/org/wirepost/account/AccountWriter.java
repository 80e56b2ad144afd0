// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Writes an account into a JSON object; members that it does not know stay as they are. */
final class AccountWriter {

    private AccountWriter() {
    }

    /**
     * Writes an account.
     *
     * @param account the account
     * @param into an empty object, or what the account was read from
     */
    static void account(Account account, JsonObject into) {
        into.addProperty("name", account.name());
        identities(account, into);
        server(account.server(), inner(into, "server"));
        if (account.login().isPresent()) {
            login(account.login().get(), inner(into, "login"));
        } else {
            into.remove("login");
        }
        defaults(account.defaults(), inner(into, "defaults"));
        if (into.getAsJsonObject("defaults").isEmpty()) {
            into.remove("defaults");
        }
    }

    private static void identities(Account account, JsonObject into) {
        JsonArray old = into.get("identities") instanceof JsonArray array ? array : new JsonArray();
        JsonArray all = new JsonArray();
        for (Identity identity : account.identities()) {
            JsonObject object = sameAddress(old, identity.address());
            object.addProperty("address", identity.address());
            text(object, "name", identity.displayName());
            text(object, "replyTo", identity.replyTo());
            text(object, "signature", identity.signature());
            all.add(object);
        }
        into.add("identities", all);
    }

    private static JsonObject sameAddress(JsonArray old, String address) {
        for (JsonElement element : old) {
            JsonPrimitive wanted = new JsonPrimitive(address);
            if (element instanceof JsonObject object && wanted.equals(object.get("address"))) {
                return object.deepCopy();
            }
        }
        return new JsonObject();
    }

    private static void server(Server server, JsonObject into) {
        into.addProperty("host", server.host());
        into.addProperty("port", server.port());
        into.addProperty("tls", server.tlsMode().word());
        text(into, "caFile", server.caFile());
        text(into, "pin", server.pin());
        text(into, "ehloName", server.ehloName());
        texts(into, "disabled", server.disabled());
        into.remove("clientCertificate");
        server.clientCertificate().ifPresent(certificate -> {
            JsonObject object = inner(into, "clientCertificate");
            object.addProperty("file", certificate.file());
            certificate.password().ifPresent(source -> object.add("password", secret(source)));
        });
    }

    private static void login(Login login, JsonObject into) {
        into.addProperty("kind", login.kind().word());
        into.addProperty("user", login.user());
        into.remove("secret");
        login.secret().ifPresent(source -> into.add("secret", secret(source)));
        text(into, "mechanism", login.mechanism());
        into.addProperty("clearTextAllowed", login.clearTextAllowed());
        text(into, "clientKeyFile", login.clientKeyFile());
    }

    private static JsonObject secret(SecretSource source) {
        JsonObject object = new JsonObject();
        if (source instanceof SecretSource.Environment environment) {
            object.addProperty("from", "environment");
            object.addProperty("variable", environment.variable());
        } else if (source instanceof SecretSource.InFile file) {
            object.addProperty("from", "file");
            object.addProperty("path", file.path());
        } else if (source instanceof SecretSource.Command command) {
            object.addProperty("from", "command");
            object.addProperty("command", command.command());
        } else if (source instanceof SecretSource.Stored stored) {
            object.addProperty("from", "store");
            object.addProperty("alias", stored.alias());
        }
        return object;
    }

    private static void defaults(Defaults defaults, JsonObject into) {
        texts(into, "notify", defaults.notifications().stream().map(AccountWriter::word).toList());
        text(into, "return", defaults.returned().map(AccountWriter::word));
        text(into, "timeout", defaults.timeout().map(Object::toString));
        if (defaults.limits().equals(SendingLimits.NONE)) {
            into.remove("limits");
        } else {
            limits(defaults.limits(), inner(into, "limits"));
        }
    }

    private static void limits(SendingLimits limits, JsonObject into) {
        into.addProperty("perMinute", limits.perMinute());
        into.addProperty("perHour", limits.perHour());
        into.addProperty("connections", limits.connections());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject inner(JsonObject into, String name) {
        if (!(into.get(name) instanceof JsonObject)) {
            into.add(name, new JsonObject());
        }
        return into.getAsJsonObject(name);
    }

    private static void text(JsonObject into, String name, Optional<String> text) {
        into.remove(name);
        text.ifPresent(known -> into.addProperty(name, known));
    }

    private static void texts(JsonObject into, String name, Collection<String> texts) {
        into.remove(name);
        if (!texts.isEmpty()) {
            JsonArray array = new JsonArray();
            texts.forEach(array::add);
            into.add(name, array);
        }
    }
}
