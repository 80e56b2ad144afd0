// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TreeColumn;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Palette;

/**
 * Does in the background, when the window is there, what would otherwise keep it waiting when something is used for the
 * first time: classes are read and icons are drawn.
 */
final class WarmUp implements Runnable {

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final String ROOT = "/org/wirepost/ui/internal/";
    /** Rooms that are entered when a letter is written and sent. */
    private static final List<String> ROOMS = List.of("compose", "attach", "sending", "structure", "console", "work");

    private final Look look;
    private final Palette palette;

    WarmUp(Look look, Palette palette) {
        this.look = look;
        this.palette = palette;
    }

    @Override
    public void run() {
        Bundle bundle = FrameworkUtil.getBundle(WarmUp.class);
        if (bundle == null) {
            return;
        }
        try {
            Collections.list(bundle.findEntries("/icons", "*.svg", false)).forEach(this::draw);
            LOG.log(System.Logger.Level.DEBUG, "{0} classes read ahead", read(bundle) + controls().size());
        } catch (RuntimeException e) {
            // The bundle may be stopped meanwhile; what is not done now is done when it is needed.
            LOG.log(System.Logger.Level.DEBUG, "The rest is left to the window", e);
        }
    }

    private void draw(URL icon) {
        look.drawAhead(List.of(icon), List.of(), palette);
    }

    private static int read(Bundle bundle) {
        int count = 0;
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        for (String room : ROOMS) {
            Collection<String> files = wiring.listResources(ROOT + room, "*.class",
                    BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE);
            for (String file : new ArrayList<>(files)) {
                count += read(file.substring(0, file.length() - ".class".length()).replace('/', '.')) ? 1 : 0;
            }
        }
        return count;
    }

    /** Reads and checks a class; what it does when it is used first is left to then. */
    private static boolean read(String name) {
        try {
            Class.forName(name, false, WarmUp.class.getClassLoader()).getMethods();
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Controls of the toolkit that the window has not shown yet. */
    private static List<Class<?>> controls() {
        return List.of(Button.class, Combo.class, Link.class, ProgressBar.class, Scale.class, Spinner.class,
                TreeColumn.class);
    }
}
