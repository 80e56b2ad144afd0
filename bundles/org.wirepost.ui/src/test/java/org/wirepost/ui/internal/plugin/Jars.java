// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs bundles. */
final class Jars {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Jars() {
    }

    static Jars bundle(String symbolicName) {
        return new Jars().header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", symbolicName)
                .header("Bundle-Version", "1.2.3");
    }

    static Jars plain() {
        return new Jars();
    }

    Jars header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Jars file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Jars activator() throws IOException {
        String name = FailingActivator.class.getName();
        try (InputStream in = FailingActivator.class.getResourceAsStream("FailingActivator.class")) {
            files.put(name.replace('.', '/') + ".class", in.readAllBytes());
        }
        return header("Bundle-Activator", name).header("Import-Package", "org.osgi.framework");
    }

    /** A component that handles attachments of a type. */
    Jars handler(String type) {
        return header("Service-Component", "OSGI-INF/handler.xml").file("OSGI-INF/handler.xml", """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="handler">
                  <property name="attach.types" value="%s"/>
                  <service><provide interface="org.wirepost.mime.attachment.AttachmentHandler"/></service>
                  <implementation class="example.Handler"/>
                </scr:component>
                """.formatted(type));
    }

    Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }
}
