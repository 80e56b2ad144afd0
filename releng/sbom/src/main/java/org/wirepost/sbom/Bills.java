// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.cyclonedx.exception.GeneratorException;

/** Writes the bill of materials of each archive, before the archives are made. */
public final class Bills {

    /** What every archive has in its folder {@code lib}. */
    private static final List<String> LIB = List.of("org.wirepost.launcher", "org.apache.felix.framework");

    private Bills() {
    }

    /**
     * Writes bills.
     *
     * @param arguments the version of the product; what {@code mvn dependency:list} has written; then for each archive
     *        the file to write, the folder with its bundles, and its text about licences. The product is called like
     *        the file, without version and ending.
     * @throws IOException if a file cannot be read or written, or a jar is not known or has no licence
     * @throws GeneratorException never: a bill without a component is one, too
     */
    public static void main(String... arguments) throws IOException, GeneratorException {
        var parts = Parts.read(Path.of(arguments[1]));
        for (int i = 2; i < arguments.length; i += 3) {
            var file = Path.of(arguments[i]);
            var bill = bill(file.getFileName().toString().replace(".cdx.json", "")
                    .replace('-' + arguments[0], ""), arguments[0], parts,
                    Path.of(arguments[i + 1]), Licences.read(Path.of(arguments[i + 2])));
            Files.createDirectories(file.getParent());
            Files.writeString(file, bill.json());
        }
    }

    private static Bill bill(String product, String version, Parts parts, Path bundles, Licences licences)
            throws IOException {
        var bill = new Bill(product, version);
        for (var name : LIB) {
            add(bill, "lib", parts.jar(name), parts, licences);
        }
        try (var jars = Files.newDirectoryStream(bundles, "*.jar")) {
            for (var jar : jars) {
                add(bill, "bundles", jar, parts, licences);
            }
        }
        return bill;
    }

    private static void add(Bill bill, String folder, Path jar, Parts parts, Licences licences) throws IOException {
        var part = parts.of(jar);
        bill.add(folder + '/' + jar.getFileName(), part, licences.of(part));
    }
}
