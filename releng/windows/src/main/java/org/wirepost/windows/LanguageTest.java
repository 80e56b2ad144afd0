// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** The window in another language: menus, tool bar and tabs, and what comes from below. */
@NeedsDisplay
@Timeout(60)
class LanguageTest {

    /** The same in both languages. */
    private static final Set<String> BOTH = Set.of("Markdown", "Server", "Plug-ins");

    @InjectBundleContext
    BundleContext context;

    @Test
    void nothingInTheMenusStaysEnglish() {
        Locale before = Locale.getDefault();
        try {
            Set<String> english = words("en");
            Set<String> german = words("de");
            assertThat(german).hasSameSizeAs(english).contains("Datei", "Senden", "Protokollkonsole");
            Set<String> same = new HashSet<>(german);
            same.retainAll(english);
            assertThat(same).isSubsetOf(BOTH);
        } finally {
            Locale.setDefault(before);
            Desk.firstAnew(context).close();
        }
    }

    @Test
    void whatIsSaidBelowTheWindowAndByTheToolkitIsGermanToo(@TempDir Path folder) {
        Locale before = Locale.getDefault();
        try (Desk desk = Desk.firstAnew(context, "general.language=de")) {
            Robot robot = desk.robot();
            desk.tryLab();
            desk.attach(desk.photo(folder, "urlaub.jpg"));
            robot.type(Which.id("compose.to"), "ann@@example.org");
            robot.find(Control.class, Which.textWith("Hinter dem At-Zeichen fehlt die Domain"));
            robot.click(Which.id("attach.options"));
            robot.find(Label.class, Which.text("Metadaten entfernen:"));
            robot.find(Label.class, Which.text("Aufnahmeort"));
            robot.click(Which.id("tools.preferences"));
            robot.find(Button.class, Which.text("Abbrechen"));
            robot.click(Which.text("Abbrechen").and(Which.kind(Button.class)));
        } finally {
            Locale.setDefault(before);
            Desk.firstAnew(context).close();
        }
    }

    private Set<String> words(String language) {
        try (Desk desk = Desk.firstAnew(context, "general.language=" + language)) {
            Robot robot = desk.robot();
            desk.tryLab();
            Desk.VIEWS.forEach(desk::show);
            return robot.get(() -> robot.widgets().stream().map(LanguageTest::text).flatMap(Optional::stream)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Optional<String> text(Widget widget) {
        String text = widget instanceof MenuItem item ? item.getText()
                : widget instanceof ToolItem item ? item.getText()
                : widget instanceof CTabItem item ? item.getText() : "";
        return Optional.of(text.replace("&", "").replaceAll("\t.*", "").strip()).filter(words -> !words.isEmpty());
    }
}
