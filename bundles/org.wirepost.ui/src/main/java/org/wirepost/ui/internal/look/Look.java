// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Colours, fonts and icons, and the theme they come from. Colours and icons live as long as the display; nobody
 * disposes
 * of them. User interface thread only.
 */
@Component(service = Look.class)
public final class Look {

    private static final int LARGE_PERCENT = 140;
    private static final int PERCENT = 100;

    private final Map<Tone, Color> colors = new EnumMap<>(Tone.class);
    private final List<Runnable> watchers = new ArrayList<>();
    private final Icons icons = new Icons();
    /** What the desktop wanted when nobody had asked for anything else yet. */
    private Optional<Palette> system = Optional.empty();
    private Theme theme = Theme.SYSTEM;
    private boolean large;

    /** Made by the framework. */
    @Activate
    public Look() {
    }

    /** Returns what the user has chosen. */
    public Theme theme() {
        return theme;
    }

    /**
     * Changes the theme; whoever watches draws anew.
     *
     * @param chosen what the user wants
     */
    public void setTheme(Theme chosen) {
        if (system.isEmpty()) {
            system = Optional.of(paletteOfSystem());
        }
        boolean untouched = theme == Theme.SYSTEM && chosen == Theme.SYSTEM;
        theme = chosen;
        if (!untouched) {
            NativeTheme.set(palette() != Palette.LIGHT);
        }
        changed();
    }

    /** Tells whether type is larger than usual, for a class room. */
    public boolean isLarge() {
        return large;
    }

    /**
     * Changes the size of type.
     *
     * @param wanted whether it is larger than usual
     */
    public void setLarge(boolean wanted) {
        if (large != wanted) {
            large = wanted;
            changed();
        }
    }

    private void changed() {
        colors.clear();
        ToolkitColors.set(palette());
        ToolkitImages.set(palette());
        List.copyOf(watchers).forEach(Runnable::run);
    }

    /** Returns the palette in force. */
    public Palette palette() {
        return switch (theme) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case CONTRAST -> Palette.CONTRAST;
            case SYSTEM -> system.orElseGet(Look::paletteOfSystem);
        };
    }

    private static Palette paletteOfSystem() {
        if (Display.getCurrent().getHighContrast()) {
            return Palette.CONTRAST;
        }
        return Display.isSystemDarkTheme() ? Palette.DARK : Palette.LIGHT;
    }

    /**
     * Returns a colour of the theme in force.
     *
     * @param tone its meaning
     */
    public Color color(Tone tone) {
        return colors.computeIfAbsent(tone, key -> new Color(palette().rgb(key)));
    }

    /** Returns the font of text that is read line by line: the console, sources. */
    public Font mono() {
        return sized(FontDescriptor.createFrom(JFaceResources.getTextFont()));
    }

    /** Returns the font of everything else. */
    public Font text() {
        return sized(FontDescriptor.createFrom(JFaceResources.getDefaultFont()));
    }

    /** Returns the font of what stands out in running text. */
    public Font bold() {
        return sized(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(org.eclipse.swt.SWT.BOLD));
    }

    /** Returns the font of headings. */
    public Font heading() {
        FontDescriptor font = FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                .setStyle(org.eclipse.swt.SWT.BOLD);
        return sized(font.setHeight(font.getFontData()[0].getHeight() * 7 / 5));
    }

    private Font sized(FontDescriptor font) {
        int height = font.getFontData()[0].getHeight();
        return resources().create(large ? font.setHeight(height * LARGE_PERCENT / PERCENT) : font);
    }

    /**
     * Returns an icon in the colours of the theme.
     *
     * @param name its name, see the folder {@code icons}
     */
    public Image icon(String name) {
        return icons.get(name, palette());
    }

    /**
     * Draws icons before they are asked for, so that the window need not wait for them. On any thread.
     *
     * @param pictures icons from anywhere
     * @param names names of icons, see the folder {@code icons}
     * @param expected the palette that will be in force
     */
    public void drawAhead(List<URL> pictures, List<String> names, Palette expected) {
        pictures.forEach(picture -> icons.ahead(picture, expected));
        icons.aheadOfWindow();
        names.forEach(name -> icons.ahead(name, expected));
    }

    /**
     * Returns an icon of another size in the colours of the theme.
     *
     * @param name its name, see the folder {@code icons}
     * @param points its width and height
     */
    public Image icon(String name, int points) {
        return icons.get(name, points, palette());
    }

    /**
     * Returns a picture from anywhere, in the colours of the theme if it is an SVG file that asks for them.
     *
     * @param picture where it is
     */
    public Image icon(URL picture) {
        return icons.get(picture, palette());
    }

    /** Returns the icon of the window in several sizes. */
    public Image[] windowIcons() {
        return icons.ofWindow();
    }

    private static ResourceManager resources() {
        return JFaceResources.getResources();
    }

    /**
     * Has someone told of every change of the look, as long as a control lives. Told once at once.
     *
     * @param control the control
     * @param apply applies colours and fonts
     */
    public void watch(Control control, Runnable apply) {
        watchers.add(apply);
        control.addDisposeListener(event -> watchers.remove(apply));
        apply.run();
    }

    /**
     * Gives a control the tones of text and ground, also after changes of the look.
     *
     * @param control the control
     * @param text its text
     * @param ground its ground
     */
    public void paint(Control control, Tone text, Tone ground) {
        watch(control, () -> {
            control.setForeground(color(text));
            control.setBackground(color(ground));
        });
    }
}
