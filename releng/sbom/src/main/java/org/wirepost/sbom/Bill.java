// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sbom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.BomReference;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Composition;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Evidence;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.component.evidence.Occurrence;

/**
 * The bill of materials of one archive. It holds no time and no number by chance: the same parts make the same text.
 */
final class Bill {

    private final String product;
    private final String version;
    private final Map<String, Component> components = new TreeMap<>();

    Bill(String product, String version) {
        this.product = product;
        this.version = version;
    }

    /**
     * Adds a part.
     *
     * @param place where it is in the archive
     * @param licence its identifier with SPDX
     */
    void add(String place, Part part, String licence) {
        var component = component(Component.Type.LIBRARY, part.name(), part.version(), licence);
        component.setGroup(part.group());
        component.setPurl(part.url());
        component.setBomRef(part.url());
        component.setScope(Component.Scope.REQUIRED);
        component.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, part.digest())));
        var occurrence = new Occurrence();
        occurrence.setLocation(place);
        var evidence = new Evidence();
        evidence.setOccurrences(List.of(occurrence));
        component.setEvidence(evidence);
        components.put(place, component);
    }

    /** The bill as JSON of CycloneDX 1.6. */
    String json() throws GeneratorException {
        var product = component(Component.Type.APPLICATION, this.product, version, "EPL-2.0");
        product.setBomRef(this.product);
        var metadata = new Metadata();
        metadata.setTimestamp(null);
        metadata.setComponent(product);
        var bom = new Bom();
        bom.setMetadata(metadata);
        bom.setComponents(new ArrayList<>(components.values()));
        bom.setDependencies(List.of(parts()));
        bom.setCompositions(List.of(everything()));
        return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString() + '\n';
    }

    private Dependency parts() {
        var parts = new Dependency(product);
        components.values().forEach(part -> parts.addDependency(new Dependency(part.getBomRef())));
        return parts;
    }

    /** Says that nothing is missing. */
    private Composition everything() {
        var all = new Composition();
        all.setAggregate(Composition.Aggregate.COMPLETE);
        all.setAssemblies(List.of(new BomReference(product)));
        return all;
    }

    private static Component component(Component.Type type, String name, String version, String licence) {
        var component = new Component();
        component.setType(type);
        component.setName(name);
        component.setVersion(version);
        var license = new License();
        license.setId(licence);
        var choice = new LicenseChoice();
        choice.addLicense(license);
        component.setLicenses(choice);
        return component;
    }
}
