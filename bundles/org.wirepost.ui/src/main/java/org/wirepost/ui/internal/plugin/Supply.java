// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.wirepost.ui.internal.plugin.Need.Kind;

/** What the bundles of the running framework have for others, at one moment. */
final class Supply {

    private final Map<String, List<Piece>> pieces = new HashMap<>();
    private final BundleContext context;

    private Supply(BundleContext context) {
        this.context = context;
    }

    /** A capability and whose it is. */
    private record Piece(Map<String, Object> attributes, Bundle owner) {

        boolean isReady() {
            return owner.getState() != Bundle.INSTALLED && owner.getState() != Bundle.UNINSTALLED;
        }
    }

    /** How a need is met. */
    enum State {
        /** By a bundle that is ready. */
        MET,
        /** By a bundle that lacks something itself. */
        HALF,
        /** By none. */
        MISSING
    }

    /** Takes stock. */
    static Supply of(BundleContext context) {
        Supply supply = new Supply(context);
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                for (BundleCapability capability : revision.getDeclaredCapabilities(null)) {
                    supply.pieces.computeIfAbsent(capability.getNamespace(), key -> new ArrayList<>())
                            .add(new Piece(capability.getAttributes(), bundle));
                }
            }
        }
        return supply;
    }

    /** Tells how a need is met. */
    State state(Need need) {
        if (need.kind() == Kind.SERVICE && hasService(need)) {
            return State.MET;
        }
        List<Piece> fitting = of(need.namespace()).stream().filter(piece -> need.meets(piece.attributes())).toList();
        if (fitting.isEmpty()) {
            return State.MISSING;
        }
        return fitting.stream().anyMatch(Piece::isReady) ? State.MET : State.HALF;
    }

    /** Returns the bundle that has what is needed but is not ready itself. */
    Optional<String> halfOwner(Need need) {
        return of(need.namespace()).stream().filter(piece -> need.meets(piece.attributes()) && !piece.isReady())
                .map(piece -> piece.owner().getSymbolicName()).findFirst();
    }

    /** Returns the highest version there is of something that is needed in another version. */
    Optional<Version> other(Need need) {
        if (need.versions().isEmpty() || need.kind() == Kind.EXTENDER) {
            return Optional.empty();
        }
        return of(need.namespace()).stream().filter(piece -> need.isNamedBy(piece.attributes()))
                .map(piece -> version(need.namespace(), piece.attributes())).max(Comparator.naturalOrder());
    }

    private List<Piece> of(String namespace) {
        return pieces.getOrDefault(namespace, List.of());
    }

    private boolean hasService(Need need) {
        try {
            var found = context.getAllServiceReferences(need.name(), null);
            return found != null && Arrays.stream(found).findAny().isPresent();
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    /** Returns the version that a capability has. */
    static Version version(String namespace, Map<String, Object> attributes) {
        Object version = attributes.get(namespace.equals(Needs.PACKAGE) ? "version" : "bundle-version");
        return version instanceof Version value ? value : Version.emptyVersion;
    }
}
