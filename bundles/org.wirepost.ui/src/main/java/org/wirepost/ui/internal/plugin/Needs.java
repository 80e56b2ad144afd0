// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.wirepost.ui.internal.plugin.Need.Kind;

/** Reads from a manifest what a bundle needs. */
final class Needs {

    static final String PACKAGE = "osgi.wiring.package";
    static final String BUNDLE = "osgi.wiring.bundle";
    static final String HOST = "osgi.wiring.host";
    static final String JAVA = "osgi.ee";
    static final String EXTENDER = "osgi.extender";
    static final String SERVICE = "osgi.service";

    private static final Pattern VERSION = Pattern.compile("\\(version>?=([0-9.]+)\\)");

    private Needs() {
    }

    /**
     * Returns what a bundle needs, without what it brings itself.
     *
     * @param headers the headers of its manifest
     * @throws BundleException when a header cannot be understood
     */
    static List<Need> of(Map<String, String> headers) throws BundleException {
        List<Need> needs = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (ManifestElement element : parse(headers, Constants.EXPORT_PACKAGE)) {
            own.addAll(List.of(element.getValueComponents()));
        }
        for (ManifestElement element : parse(headers, Constants.IMPORT_PACKAGE)) {
            for (String name : element.getValueComponents()) {
                if (!own.contains(name)) {
                    needs.add(wired(Kind.PACKAGE, PACKAGE, name, element, Constants.VERSION_ATTRIBUTE));
                }
            }
        }
        for (ManifestElement element : parse(headers, Constants.REQUIRE_BUNDLE)) {
            needs.add(wired(Kind.BUNDLE, BUNDLE, element.getValue(), element, Constants.BUNDLE_VERSION_ATTRIBUTE));
        }
        for (ManifestElement element : parse(headers, Constants.FRAGMENT_HOST)) {
            needs.add(wired(Kind.HOST, HOST, element.getValue(), element, Constants.BUNDLE_VERSION_ATTRIBUTE));
        }
        for (ManifestElement element : parse(headers, Constants.REQUIRE_CAPABILITY)) {
            needs.add(capability(element));
        }
        return needs;
    }

    /** Returns the elements of a header; none if it is not there. */
    static List<ManifestElement> parse(Map<String, String> headers, String name) throws BundleException {
        String value = headers.get(name);
        ManifestElement[] elements = value == null ? null : ManifestElement.parseHeader(name, value);
        return elements == null ? List.of() : List.of(elements);
    }

    private static Need wired(Kind kind, String namespace, String name, ManifestElement element, String attribute) {
        String versions = element.getAttribute(attribute);
        return new Need(kind, namespace, name, versions == null ? "" : versions, "", isOptional(element));
    }

    private static Need capability(ManifestElement element) {
        String namespace = element.getValue();
        String filter = element.getDirective(Constants.FILTER_DIRECTIVE);
        String condition = filter == null ? "(objectClass=*)".replace("objectClass", namespace) : filter;
        return switch (namespace) {
            case JAVA -> new Need(Kind.JAVA, namespace, version(condition), "", condition, isOptional(element));
            case EXTENDER -> new Need(Kind.EXTENDER, namespace, value(condition, EXTENDER), version(condition),
                    condition, isOptional(element));
            case SERVICE -> new Need(Kind.SERVICE, namespace, value(condition, Constants.OBJECTCLASS), "", condition,
                    isOptional(element));
            default -> new Need(Kind.OTHER, namespace, condition, "", condition, isOptional(element));
        };
    }

    private static boolean isOptional(ManifestElement element) {
        return Constants.RESOLUTION_OPTIONAL.equals(element.getDirective(Constants.RESOLUTION_DIRECTIVE));
    }

    private static String version(String filter) {
        Matcher version = VERSION.matcher(filter);
        return version.find() ? version.group(1) : "";
    }

    private static String value(String filter, String attribute) {
        Matcher value = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^()]+)\\)").matcher(filter);
        return value.find() ? value.group(1) : filter;
    }
}
