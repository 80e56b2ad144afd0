// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;

/** A plug-in that is packed into a jar of its own: it takes care of files named {@code .guest} and stamps them. */
public final class GuestPlugin implements BundleActivator, AttachmentHandler {

    private static final String TYPE = "text/x-guest";

    private String version;

    /** Made by the framework that it is installed in. */
    public GuestPlugin() {
    }

    /** Packs a version of it. */
    static Path jar(Path file, String symbolicName, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", symbolicName, "Bundle-Version", version,
                "Bundle-Vendor", "Guests Ltd", "Bundle-Activator", GuestPlugin.class.getName(), "Import-Package",
                "org.osgi.framework,org.wirepost.mime,org.wirepost.mime.attachment").forEach(main::putValue);
        String name = GuestPlugin.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream code = GuestPlugin.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return file;
    }

    @Override
    public void start(BundleContext context) {
        version = context.getBundle().getVersion().toString();
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(TYPES, TYPE));
        context.registerService(AttachmentHandler.class, this, properties);
    }

    @Override
    public void stop(BundleContext context) {
        version = "stopped";
    }

    @Override
    public Match match(Probe probe) {
        return probe.extension().equals("guest") ? Match.name(TYPE) : Match.NONE;
    }

    @Override
    public Report inspect(Source source, Call call) {
        return new Report(TYPE, List.of(), List.of());
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        byte[] stamp = ("stamped by " + version).getBytes(StandardCharsets.UTF_8);
        return Prepared.of(TYPE, source.name(), Source.of(source.name(), stamp), List.of("stamped by " + version),
                List.of());
    }
}
