// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import org.wirepost.ui.internal.look.RichText;
import org.wirepost.ui.internal.look.RichText.Style;

/** Writes down what is known of a bundle. */
final class PluginSheet {

    private PluginSheet() {
    }

    static RichText of(Plugin plugin) {
        RichText sheet = new RichText();
        sheet.line(plugin.name(), Style.HEADING);
        sheet.line(plugin.conditionWords(), plugin.condition().isTrouble() || plugin.hasSetAside() ? Style.ERROR
                : plugin.condition() == Plugin.Condition.ACTIVE ? Style.GOOD : Style.QUIET);
        plugin.problems().forEach(problem -> sheet.line("\u2022 " + problem, Style.PLAIN));
        sheet.line("", Style.PLAIN);
        sheet.row(Messages.factVersion, plugin.version(), Style.PLAIN);
        sheet.row(Messages.factPublisher, plugin.publisher().isEmpty() ? Messages.unsaid : plugin.publisher(),
                Style.PLAIN);
        sheet.row(Messages.factSymbolicName, plugin.symbolicName(), Style.PLAIN);
        sheet.row(Messages.factOrigin, origin(plugin), Style.PLAIN);
        plugin.file().ifPresent(file -> sheet.row(Messages.factFile, file.toString(), Style.PLAIN));
        offers(plugin, sheet);
        if (!plugin.services().isEmpty()) {
            sheet.line("", Style.PLAIN).line(Messages.factServices, Style.BOLD);
            plugin.services().forEach(service -> sheet.line(service, Style.QUIET));
        }
        return sheet;
    }

    private static void offers(Plugin plugin, RichText sheet) {
        if (plugin.offers().isEmpty()) {
            return;
        }
        sheet.line("", Style.PLAIN).line(Messages.factOffers, Style.BOLD);
        for (Offer offer : plugin.offers()) {
            sheet.line("\u2022 " + offer.title(), Style.PLAIN);
            offer.setAside().ifPresent(why -> sheet.line("   " + Messages.bind(Messages.setAside, why), Style.ERROR));
            offer.details().forEach(detail -> sheet.line("   " + detail, Style.QUIET));
        }
    }

    static String origin(Plugin plugin) {
        return switch (plugin.origin()) {
            case DROPPED_IN -> Messages.originDroppedIn;
            case PRODUCT -> Messages.originProduct;
            case LIBRARY -> Messages.originLibrary;
        };
    }
}
