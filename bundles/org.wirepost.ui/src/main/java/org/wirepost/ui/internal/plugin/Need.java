// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.VersionRange;

/**
 * Something a bundle needs from others, as its manifest says.
 *
 * @param kind what it is
 * @param namespace where the framework keeps such things, for example {@code osgi.wiring.package}
 * @param name of the package, the bundle, the service or the extender; the Java version for {@link Kind#JAVA}
 * @param versions which versions will do, empty for any
 * @param filter which capability will do; empty for any of that name and version
 * @param optional whether the bundle also works without
 */
record Need(Kind kind, String namespace, String name, String versions, String filter, boolean optional) {

    Need {
        requireNonNull(kind, "kind");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(versions, "versions");
        requireNonNull(filter, "filter");
    }

    /** What can be needed. */
    enum Kind {
        /** Classes. */
        PACKAGE,
        /** A bundle by its name. */
        BUNDLE,
        /** The bundle of which it is a part. */
        HOST,
        /** A version of Java. */
        JAVA,
        /** A bundle that starts what is in it. */
        EXTENDER,
        /** A service. */
        SERVICE,
        /** Anything else. */
        OTHER
    }

    /** Tells whether the attributes of a capability of the namespace are of the right name, whatever the version. */
    boolean isNamedBy(Map<String, Object> attributes) {
        return filter.isEmpty() ? name.equals(attributes.get(namespace)) : meets(attributes);
    }

    /** Tells whether a capability with these attributes will do. */
    boolean meets(Map<String, Object> attributes) {
        if (!filter.isEmpty()) {
            return matches(attributes);
        }
        return name.equals(attributes.get(namespace)) && (versions.isEmpty()
                || VersionRange.valueOf(versions).includes(Supply.version(namespace, attributes)));
    }

    private boolean matches(Map<String, Object> attributes) {
        try {
            Filter parsed = FrameworkUtil.createFilter(filter);
            return parsed.matches(attributes);
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
