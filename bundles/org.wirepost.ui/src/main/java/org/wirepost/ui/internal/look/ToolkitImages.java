// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.Wizard;

/**
 * The pictures that JFace asks for by name in its dialogs. Its own ones are named by URLs that only a framework with
 * handlers for the whole Java machine could open.
 */
final class ToolkitImages {

    private static final String BANNER = "banner";
    private static final int SMALL = 1;
    private static final int LARGE = 3;
    private static final Map<String, String> NAMES = Map.of(Dialog.DLG_IMG_MESSAGE_INFO, "finding-note",
            Dialog.DLG_IMG_MESSAGE_WARNING, "finding-warning", Dialog.DLG_IMG_MESSAGE_ERROR, "finding-error",
            TitleAreaDialog.DLG_IMG_TITLE_BANNER, BANNER,
            Wizard.DEFAULT_IMAGE, BANNER, PreferenceDialog.PREF_DLG_TITLE_IMG, BANNER);

    private ToolkitImages() {
    }

    static void set(Palette palette) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        NAMES.forEach((key, name) -> {
            registry.remove(key);
            int times = name.equals(BANNER) ? LARGE : SMALL;
            registry.put(key, ImageDescriptor.createFromImageDataProvider(
                    zoom -> Icons.draw(name, palette, zoom * times)));
        });
    }
}
