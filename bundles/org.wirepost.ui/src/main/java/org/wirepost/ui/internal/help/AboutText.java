// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.wirepost.ui.internal.look.RichText;
import org.wirepost.ui.internal.look.RichText.Style;

/** Writes down what somebody who helps needs to know about this program. */
final class AboutText {

    private static final String OWN = "org.wirepost.";

    private AboutText() {
    }

    /** Returns the version of this program; empty outside a framework. */
    static String version() {
        Bundle bundle = FrameworkUtil.getBundle(AboutText.class);
        return bundle == null ? "" : bundle.getVersion().toString();
    }

    static RichText of(Map<String, Path> places) {
        RichText text = new RichText();
        text.line(Messages.bind(Messages.product, version()), Style.HEADING);
        text.line(Messages.licence, Style.PLAIN).line("", Style.PLAIN);
        text.row(Messages.java, System.getProperty("java.vendor") + " " + Runtime.version(), Style.PLAIN);
        text.row(Messages.system, System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"), Style.PLAIN);
        text.row(Messages.toolkit, "SWT " + SWT.getPlatform() + " " + SWT.getVersion(), Style.PLAIN);
        places.forEach((name, folder) -> text.row(name, folder.toString(), Style.PLAIN));
        text.line("", Style.PLAIN).line(Messages.libraries, Style.BOLD);
        libraries(text);
        return text;
    }

    private static void libraries(RichText text) {
        Bundle bundle = FrameworkUtil.getBundle(AboutText.class);
        if (bundle != null) {
            Arrays.stream(bundle.getBundleContext().getBundles())
                    .filter(other -> other.getSymbolicName() != null && !other.getSymbolicName().startsWith(OWN))
                    .sorted(Comparator.comparing(Bundle::getSymbolicName))
                    .forEach(other -> text.add(other.getSymbolicName() + " " + other.getVersion() + "\t", Style.PLAIN)
                            .line(licence(other), Style.QUIET));
        }
    }

    /** The header holds a list with names, links and more; the first name will do. */
    private static String licence(Bundle bundle) {
        String header = bundle.getHeaders().get(Constants.BUNDLE_LICENSE);
        return header == null ? Messages.licenceUnsaid : header.split("[;,]", 2)[0].replace("\"", "").strip();
    }
}
