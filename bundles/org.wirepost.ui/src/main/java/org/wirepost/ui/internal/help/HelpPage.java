// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of help, in Markdown.
 *
 * @param id its name: that of a view, or of a topic
 * @param title its first heading
 * @param text all of it, with {@code {key:command}} where the keys of a command belong
 */
record HelpPage(String id, String title, String text) {

    /** The page that is shown where no other fits. */
    static final String START = "start";

    /** All pages, in the order in which they are best read. */
    static final List<String> IDS = List.of(START, "smtp", "org.wirepost.welcome", "org.wirepost.accounts",
            "org.wirepost.compose", "org.wirepost.structure", "org.wirepost.drafts", "org.wirepost.outbox",
            "org.wirepost.console", "org.wirepost.labmail", "org.wirepost.plugins", "handlers");

    private static final Pattern KEY = Pattern.compile("\\{key:([A-Za-z.]+)}");

    /** Returns a page in the user's language, or in English. */
    static Optional<HelpPage> find(String id) {
        return IDS.contains(id) ? read(id, "_" + Locale.getDefault().getLanguage()).or(() -> read(id, ""))
                : Optional.empty();
    }

    private static Optional<HelpPage> read(String id, String suffix) {
        try (InputStream in = HelpPage.class.getResourceAsStream("/help/" + id + suffix + ".md")) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new HelpPage(id, text.lines().findFirst().orElse("# ").substring(2), text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static List<HelpPage> all() {
        List<HelpPage> pages = new ArrayList<>();
        IDS.forEach(id -> find(id).ifPresent(pages::add));
        return pages;
    }

    /** Returns the text with the keys of commands in their places. */
    String withKeys(UnaryOperator<String> keys) {
        return KEY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(keys.apply(found.group(1))));
    }
}
