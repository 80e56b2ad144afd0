// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.wirepost.plugin.PluginRefusal;
import org.wirepost.plugin.PluginRefusal.Reason;

/** What no plug-in may do, as far as a manifest tells. */
final class Rules {

    private static final String OWN = "org.wirepost.";
    private static final String SAMPLE = OWN + "sample.";
    private static final String HOOKS = "org.osgi.framework.hooks";
    private static final String FRAMEWORK = "org.osgi.framework";
    private static final Set<String> SYSTEM = Set.of("system.bundle", "org.apache.felix.framework");

    private final Path file;
    private final Set<String> taken;

    Rules(Path file, Set<String> taken) {
        this.file = file;
        this.taken = taken;
    }

    void apply(Content content) throws PluginRefusal {
        String name = content.symbolicName();
        if (isOurs(name) || taken.contains(name)) {
            throw new PluginRefusal(Reason.OUR_NAME, file, name);
        }
        if (content.headers().containsKey("ExtensionBundle-Activator")) {
            throw new PluginRefusal(Reason.EXTENSION, file, "ExtensionBundle-Activator");
        }
        fragment(content.clauses("Fragment-Host"));
        hooks(content);
        exports(content.clauses("Export-Package"));
    }

    private void fragment(List<Clause> hosts) throws PluginRefusal {
        for (Clause host : hosts) {
            if (host.parameters().stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).startsWith("extension"))) {
                throw new PluginRefusal(Reason.EXTENSION, file, "Fragment-Host");
            }
            for (String name : host.names()) {
                if (name.startsWith(OWN) || isOurs(name) || taken.contains(name)) {
                    throw new PluginRefusal(Reason.FRAGMENT, file, name);
                }
            }
        }
    }

    private void hooks(Content content) throws PluginRefusal {
        refuseHook(names(content, "Import-Package").filter(Rules::isHook));
        refuseHook(names(content, "DynamicImport-Package").filter(Rules::coversHooks));
        refuseHook(names(content, "Require-Bundle").filter(SYSTEM::contains));
        for (String header : List.of("Require-Capability", "Provide-Capability")) {
            refuseHook(content.clauses(header).stream().flatMap(clause -> clause.parameters().stream())
                    .filter(parameter -> parameter.contains(HOOKS)));
        }
    }

    private static Stream<String> names(Content content, String header) {
        return content.clauses(header).stream().flatMap(clause -> clause.names().stream());
    }

    private void refuseHook(Stream<String> found) throws PluginRefusal {
        var first = found.findFirst();
        if (first.isPresent()) {
            throw new PluginRefusal(Reason.HOOK, file, first.get());
        }
    }

    private void exports(List<Clause> exports) throws PluginRefusal {
        for (Clause export : exports) {
            for (String name : export.names()) {
                boolean own = (name + ".").startsWith(OWN) && !(name + ".").startsWith(SAMPLE);
                if (own || isBelow(name, FRAMEWORK) || isBelow(name, "java")) {
                    throw new PluginRefusal(Reason.OUR_PACKAGE, file, name);
                }
            }
        }
    }

    /** The bundles of the product, whether they are installed or not. */
    private static boolean isOurs(String name) {
        return SYSTEM.contains(name) || isBelow(name, "org.wirepost") && !name.startsWith(SAMPLE)
                || isBelow(name, "org.apache.felix");
    }

    private static boolean isHook(String name) {
        return isBelow(name, HOOKS);
    }

    /** A package, or all those below one, as {@code org.osgi.*} says. */
    private static boolean coversHooks(String name) {
        return isHook(name) || name.equals("*")
                || name.endsWith(".*") && (HOOKS + ".").startsWith(name.substring(0, name.length() - 1));
    }

    private static boolean isBelow(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
