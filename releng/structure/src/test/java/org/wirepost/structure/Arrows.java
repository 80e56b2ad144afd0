// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/**
 * Which bundle may import which: the arrows of the house. An arrow runs downwards, or within a floor where it is drawn.
 *
 * @param allowed for each bundle those it may import
 */
record Arrows(Map<String, Set<String>> allowed) {

    /** The arrows of Wirepost. */
    static final Arrows OF_WIREPOST = new Arrows(Map.ofEntries(
            entry("org.wirepost.smtp", Set.of()),
            entry("org.wirepost.mime", Set.of()),
            entry("org.wirepost.lab", Set.of()),
            entry("org.wirepost.account", Set.of("org.wirepost.smtp")),
            entry("org.wirepost.transcript", Set.of("org.wirepost.smtp")),
            entry("org.wirepost.plugin", Set.of("org.wirepost.account", "org.wirepost.transcript")),
            entry("org.wirepost.mime.jpeg", Set.of("org.wirepost.mime")),
            entry("org.wirepost.delivery", Set.of("org.wirepost.mime", "org.wirepost.smtp", "org.wirepost.account")),
            entry("org.wirepost.headless", Set.of("org.wirepost.delivery", "org.wirepost.transcript",
                    "org.wirepost.account", "org.wirepost.mime.jpeg", "org.wirepost.mime", "org.wirepost.smtp",
                    "org.wirepost.lab", "org.wirepost.plugin")),
            entry("org.wirepost.compat", Set.of()),
            entry("org.wirepost.jface.texts", Set.of()),
            entry("org.wirepost.ui", Set.of("org.wirepost.delivery", "org.wirepost.transcript",
                    "org.wirepost.account", "org.wirepost.mime", "org.wirepost.smtp", "org.wirepost.lab",
                    "org.wirepost.plugin"))));

    /**
     * Returns the dependencies for which there is no arrow, one line each, in order.
     *
     * @param bundles the classes of each bundle
     */
    List<String> violations(Map<String, JavaClasses> bundles) {
        var owners = bundles.entrySet().stream()
                .flatMap(bundle -> bundle.getValue().stream().map(type -> Map.entry(type.getName(), bundle.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return bundles.values().stream().flatMap(JavaClasses::stream).flatMap(Arrows::dependencies)
                .filter(dependency -> isForbidden(dependency, owners))
                .map(Dependency::getDescription).sorted().toList();
    }

    private static Stream<Dependency> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream();
    }

    private boolean isForbidden(Dependency dependency, Map<String, String> owners) {
        var from = owners.get(dependency.getOriginClass().getName());
        var to = owners.get(dependency.getTargetClass().getBaseComponentType().getName());
        return to != null && !to.equals(from) && !allowed.getOrDefault(from, Set.of()).contains(to);
    }

    /** Returns the bundles from which following the arrows leads back. */
    Set<String> circles() {
        return allowed.keySet().stream().filter(bundle -> reachable(bundle).contains(bundle))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> reachable(String bundle) {
        var found = new TreeSet<String>();
        var next = Set.copyOf(allowed.getOrDefault(bundle, Set.of()));
        while (!next.isEmpty()) {
            found.addAll(next);
            next = next.stream().flatMap(one -> allowed.getOrDefault(one, Set.of()).stream())
                    .filter(one -> !found.contains(one)).collect(Collectors.toSet());
        }
        return found;
    }
}
