// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.osgi.framework.launch.Framework;
import org.wirepost.launcher.fixture.Echo;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TrustList;

/** A small installation, laid out like the real one, and processes that run it. */
final class TestInstallation {

    private final Path folder;
    private final Path home;

    TestInstallation(Path folder) throws IOException {
        this.folder = folder.resolve("wirepost");
        this.home = folder.resolve("home");
        Files.createDirectories(this.folder.resolve("bundles"));
        Files.createDirectories(this.folder.resolve("lib"));
        Files.copy(jarOf(Framework.class), this.folder.resolve("lib/felix.jar"));
        launcherJar();
    }

    static TestInstallation withEcho(Path folder) throws IOException {
        var installation = new TestInstallation(folder);
        installation.echoJar();
        return installation;
    }

    Path folder() {
        return folder;
    }

    Path cache() {
        return home.resolve("cache");
    }

    Path dropins() {
        return home.resolve("data/dropins");
    }

    Path launcher() {
        return folder.resolve("lib/launcher.jar");
    }

    /** A process that runs the launcher in this installation, with the option of newer Java that the script adds. */
    ProcessBuilder process(String... args) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-jar", launcher().toString()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command);
        process.environment().put("WIREPOST_HOME", home.toString());
        return process;
    }

    private void launcherJar() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "felix.jar");
        var classes = jarOf(Launcher.class);
        try (var jar = new JarOutputStream(Files.newOutputStream(launcher()), manifest);
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    private void echoJar() throws IOException {
        var manifest = manifest("test.echo");
        manifest.getMainAttributes().putValue("Bundle-Activator", Echo.class.getName());
        manifest.getMainAttributes().putValue("Import-Package", "org.osgi.framework");
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("bundles/echo.jar")), manifest)) {
            var name = Echo.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            Files.copy(jarOf(Echo.class).resolve(name), jar);
        }
    }

    /** Installs the watcher, the gate before it, and what the gate is built on. */
    void watchDropins() throws IOException, ClassNotFoundException {
        for (var name : new String[] {"org.apache.felix.fileinstall.ArtifactListener",
            "org.wirepost.plugin.TrustList", "org.wirepost.account.StoredFile", "org.wirepost.transcript.Inert",
            "org.wirepost.smtp.SmtpConnection", "com.google.gson.Gson",
            "org.bouncycastle.crypto.generators.Argon2BytesGenerator"}) {
            var jar = jarOf(Class.forName(name));
            Files.copy(jar, folder.resolve("bundles/" + jar.getFileName()));
        }
    }

    /** Says that the user trusts a bundle that was dropped in. */
    void trust(String name) throws IOException {
        try (var plugin = PluginInspector.temporary(Set.of()).inspect(dropins().resolve(name + ".jar"))) {
            new TrustList(home.resolve("config")).trust(plugin);
        }
    }

    /** Drops in a bundle that the user trusts, whole at once, with nothing but a manifest. */
    void dropIn(String name, String... headers) throws IOException {
        dropInUntrusted(name, headers);
        trust(name);
    }

    /** Drops in a bundle that nobody has said anything of. */
    void dropInUntrusted(String name, String... headers) throws IOException {
        Files.createDirectories(dropins());
        var manifest = manifest(name);
        for (int i = 0; i < headers.length; i += 2) {
            manifest.getMainAttributes().putValue(headers[i], headers[i + 1]);
        }
        var fresh = dropins().resolve(name + ".fresh");
        new JarOutputStream(Files.newOutputStream(fresh), manifest).close();
        Files.move(fresh, dropins().resolve(name + ".jar"));
    }

    private static Manifest manifest(String name) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        return manifest;
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every file of the installation with its size, to see that none is touched. */
    List<String> listing() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> {
                try {
                    return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).sorted().toList();
        }
    }
}
