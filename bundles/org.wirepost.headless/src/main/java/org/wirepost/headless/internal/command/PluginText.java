// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.PluginSignature;
import org.wirepost.plugin.TrustedPlugin;
import org.wirepost.transcript.Inert;

/** Says in words what is known of plug-ins. Nothing that a file claims can do more than be read. */
final class PluginText {

    private PluginText() {
    }

    /** Looks at plug-ins beside the bundles of this framework. */
    static PluginInspector inspector() throws IOException {
        return PluginInspector.temporary(product());
    }

    /** Returns the names of the bundles that are not plug-ins; none outside a framework. */
    private static Set<String> product() {
        Bundle own = FrameworkUtil.getBundle(PluginText.class);
        BundleContext context = own == null ? null : own.getBundleContext();
        if (context == null) {
            return Set.of();
        }
        String dropped = Path.of(Optional.ofNullable(context.getProperty("felix.fileinstall.dir")).orElse("")).toUri()
                .toString();
        return Arrays.stream(context.getBundles()).filter(bundle -> !bundle.getLocation().startsWith(dropped))
                .map(Bundle::getSymbolicName).filter(name -> name != null).collect(Collectors.toSet());
    }

    /** Returns what a plug-in says of itself, and what was found. */
    static List<String> facts(InspectedPlugin plugin) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("  file       " + Inert.of(plugin.file().toString()));
        lines.add("  sha256     " + plugin.digest());
        header(plugin, "Bundle-Vendor").ifPresent(vendor -> lines.add("  made by    " + vendor + ", it says"));
        lines.add("  signature  " + words(plugin.requireSound()));
        return lines;
    }

    private static Optional<String> header(InspectedPlugin plugin, String name) {
        return Optional.ofNullable(plugin.headers().get(name)).filter(value -> !value.startsWith("%")).map(Inert::of);
    }

    private static String words(PluginSignature signature) {
        return switch (signature.state()) {
            case NONE, BROKEN -> "none; nobody vouches for it";
            case PARTLY -> "not of everything in it" + (signature.detail().isEmpty() ? "" : "; unsigned is "
                    + Inert.of(signature.detail()));
            case WHOLE -> signature.signers().stream().map(PluginText::words).collect(Collectors.joining("; "));
        };
    }

    private static String words(PluginSignature.Signer signer) {
        String until = LocalDate.ofInstant(signer.until(), ZoneOffset.UTC).toString();
        return "by " + Inert.of(signer.subject()) + ", " + (signer.isSelfSigned() ? "who vouches for himself"
                : "certified by " + Inert.of(signer.issuer())) + ", "
                + (signer.isExpired() ? "EXPIRED on " + until : signer.isEarly() ? "NOT YET VALID" : "until " + until);
    }

    /**
     * Says of a file in the folder whether it is started.
     *
     * @param others what is trusted; what is found leaves it
     */
    static List<String> state(Path file, PluginInspector inspector, List<TrustedPlugin> others) {
        String name = Inert.of(String.valueOf(file.getFileName()));
        try (InspectedPlugin plugin = inspector.inspect(file)) {
            inspector.requirePrivate(file);
            Optional<TrustedPlugin> known = others.stream()
                    .filter(one -> one.symbolicName().equals(plugin.symbolicName())).findFirst();
            boolean trusted = known.filter(one -> one.digest().equals(plugin.digest())).isPresent();
            known.ifPresent(others::remove);
            List<String> lines = new ArrayList<>();
            lines.add(plugin.symbolicName() + " " + plugin.version() + "  " + (trusted ? "trusted"
                    : known.isPresent() ? "NOT STARTED: has changed" : "NOT STARTED: not trusted") + "  " + name);
            lines.add("  sha256     " + plugin.digest());
            known.filter(one -> !trusted).ifPresent(one -> lines.add("  trusted    " + one.digest()));
            return lines;
        } catch (IOException e) {
            return List.of(name + "  NOT STARTED: " + Inert.of(String.valueOf(e.getMessage())));
        }
    }
}
