// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.wirepost.itests.guest.GuestHandler;

/** Packs a bundle with one attachment handler, as a developer would ship it. */
final class GuestBundle {

    /** Not one of Wirepost's names, which no plug-in may have. */
    static final String NAME = "com.example.guest";

    private static final String PACKAGE = "org/wirepost/itests/guest/";

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="guest">
              <property name="attach.types" value="application/x-guest"/>
              <service><provide interface="org.wirepost.mime.attachment.AttachmentHandler"/></service>
              <implementation class="org.wirepost.itests.guest.GuestHandler"/>
            </scr:component>
            """;

    private GuestBundle() {
    }

    /** The bundle as a JAR file. */
    static byte[] jar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest())) {
            jar.putNextEntry(new JarEntry("OSGI-INF/guest.xml"));
            jar.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("GuestHandler", "GuestHandler$Shouted", "GuestHandler$Shouting", "Late")) {
                addClass(jar, name);
            }
        }
        return out.toByteArray();
    }

    private static void addClass(JarOutputStream jar, String name) throws IOException {
        jar.putNextEntry(new JarEntry(PACKAGE + name + ".class"));
        try (InputStream in = GuestHandler.class.getResourceAsStream(name + ".class")) {
            in.transferTo(jar);
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Import-Package",
                "org.wirepost.mime;version=\"[1.0,2)\",org.wirepost.mime.attachment;version=\"[1.0,2)\"");
        headers.putValue("Service-Component", "OSGI-INF/guest.xml");
        return manifest;
    }
}
