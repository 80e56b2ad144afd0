// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The presets of the large mail providers, from a data file of this bundle. */
public final class Presets {

    private static final String RESOURCE = "presets.json";

    private final List<Preset> all;

    private Presets(List<Preset> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the presets that come with this bundle. */
    public static Presets load() {
        try (InputStream in = Presets.class.getResourceAsStream(RESOURCE)) {
            List<Preset> presets = new ArrayList<>();
            for (Fields fields : Fields.of(JsonTree.of(in.readAllBytes())).objects("presets")) {
                presets.add(fields.make(Presets::preset));
            }
            return new Presets(presets);
        } catch (IOException | JsonFault e) {
            throw new IllegalStateException("The presets of this bundle are damaged", e);
        }
    }

    private static Preset preset(Fields fields) throws JsonFault {
        Server server = fields.object("server").make(AccountReader::server);
        List<Server> alternatives = new ArrayList<>();
        for (Fields alternative : fields.objects("alternatives")) {
            alternatives.add(alternative.make(AccountReader::server));
        }
        return new Preset(fields.text("id"), fields.text("name"), fields.texts("domains"), server, alternatives,
                fields.optionalWord("login", Login.Kind.class), fields.text("hint"), fields.optionalText("link"));
    }

    /** Returns all presets, the best known first. */
    public List<Preset> list() {
        return all;
    }

    /**
     * Returns a preset.
     *
     * @param id its id
     * @return the preset, or empty when there is none
     */
    public Optional<Preset> find(String id) {
        return all.stream().filter(preset -> preset.id().equalsIgnoreCase(id)).findFirst();
    }

    /**
     * Returns the preset of the provider that an address belongs to.
     *
     * @param address an address, valid or not; only what follows its last {@code @} counts
     * @return the preset, or empty when the domain is not known
     */
    public Optional<Preset> forAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).strip();
        try {
            String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return all.stream().filter(preset -> preset.serves(ascii)).findFirst();
        } catch (IllegalArgumentException e) {
            // No domain, so nobody's.
            return Optional.empty();
        }
    }

    /**
     * Returns the preset of the provider that a server belongs to; of several the best known.
     *
     * @param server the server, whose host and port count
     * @return the preset, or empty when the server is not known
     */
    public Optional<Preset> forServer(Server server) {
        return all.stream().filter(preset -> isSame(preset.server(), server)
                || preset.alternatives().stream().anyMatch(other -> isSame(other, server))).findFirst();
    }

    private static boolean isSame(Server known, Server server) {
        return known.host().equalsIgnoreCase(server.host()) && known.port() == server.port();
    }
}
