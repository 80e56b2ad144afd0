// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.jface.preference.PreferenceStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.work.Background;

/**
 * What the user prefers. Read at the start, written in the background after each change. Rooms set defaults for their
 * own keys; the keys begin with the name of the room.
 */
@Component(service = Settings.class)
public final class Settings {

    /** The name of the file, in the folder of configuration. */
    static final String FILE = "desktop.properties";

    private static final int LIMIT = 1 << 20;

    private final PreferenceStore store = new PreferenceStore();
    private final StoredFile file;
    private final Background background;

    /**
     * Made by the framework.
     *
     * @param background writes
     */
    @Activate
    public Settings(@Reference Background background) throws IOException {
        this(background, new StoredFile(Places.system().config().resolve(FILE)));
    }

    /**
     * Reads the settings.
     *
     * @param background writes
     * @param file where they are kept
     */
    public Settings(Background background, StoredFile file) {
        this.background = background;
        this.file = file;
        try {
            var octets = file.read(LIMIT);
            if (octets.isPresent()) {
                store.load(new ByteArrayInputStream(octets.get()));
            }
        } catch (IOException | IllegalArgumentException e) {
            // Comfort only: what cannot be read is as if never said.
            System.getLogger(Settings.class.getName()).log(System.Logger.Level.INFO, "The settings cannot be read", e);
        }
        store.addPropertyChangeListener(event -> save());
    }

    /** Returns the store, for preference pages and listeners. */
    public PreferenceStore store() {
        return store;
    }

    private void save() {
        var out = new ByteArrayOutputStream();
        try {
            store.save(out, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        background.execute(() -> {
            try {
                file.write(out.toByteArray());
            } catch (IOException e) {
                System.getLogger(Settings.class.getName())
                        .log(System.Logger.Level.WARNING, "The settings cannot be written", e);
            }
        });
    }
}
