// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Collects the words of an HTML document and sets line breaks, list marks and quote marks between them. */
final class PlainLayout {

    private static final String BREAK = "\r\n";
    private static final int DEEPEST = 20;
    /** Elements with an empty line before and after. */
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
            "blockquote", "pre", "table", "figure", "hr");
    /** Elements that begin and end a line. */
    private static final Set<String> LINES = Set.of("div", "li", "tr", "dt", "dd", "section", "article", "header",
            "footer", "nav", "aside", "main", "address", "figcaption", "form", "fieldset", "body", "html", "head",
            "center",
            "caption", "option");

    private final StringBuilder out = new StringBuilder();
    /** The number of the next item of each open list; 0 for a list without numbers. */
    private final Deque<Integer> lists = new ArrayDeque<>();
    private Optional<Link> link = Optional.empty();
    private int quotes;
    private int quotesBefore;
    private int preformatted;
    private int breaks;
    private boolean blank;
    private boolean lineStart = true;
    private String mark = "";
    private boolean cellBefore;

    /** A link that is open, and where its text begins. */
    private record Link(String address, int start) {
    }

    void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted > 0 && (c == '\n' || c == '\r')) {
                breaks += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 0 : 1;
                blank = false;
            } else if (preformatted > 0 && (c == ' ' || c == '\t')) {
                place();
                out.append(c);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                blank = true;
            } else if (c != '\u00AD' && !Character.isISOControl(c)) {
                place();
                out.append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    void open(String name, UnaryOperator<String> attribute) {
        separate(name);
        switch (name) {
            case "br" -> lineBreak();
            case "hr" -> text("-".repeat(32));
            case "blockquote" -> quotes++;
            case "pre" -> preformatted++;
            case "ul" -> lists.push(0);
            case "ol" -> lists.push(1);
            case "li" -> item();
            case "td", "th" -> cell();
            case "tr" -> cellBefore = false;
            case "img" -> text(attribute.apply("alt"));
            case "a" -> beginLink(attribute.apply("href"));
            default -> { }
        }
        if (name.equals("hr")) {
            separate(name);
        }
    }

    void close(String name) {
        switch (name) {
            case "blockquote" -> quotes = Math.max(0, quotes - 1);
            case "pre" -> preformatted = Math.max(0, preformatted - 1);
            case "ul", "ol" -> lists.poll();
            case "li" -> mark = "";
            case "a" -> endLink();
            default -> { }
        }
        separate(name);
    }

    String finish() {
        endLink();
        if (out.length() > 0) {
            out.append(BREAK);
        }
        return out.toString();
    }

    /** Asks for the line breaks that an element has around it; within a list, items stay together. */
    private void separate(String name) {
        boolean nestedList = !lists.isEmpty() && (name.equals("ul") || name.equals("ol"));
        if (PARAGRAPHS.contains(name) && !nestedList) {
            breaks = Math.max(breaks, 2);
            blank = false;
        } else if (nestedList || LINES.contains(name)) {
            breaks = Math.max(breaks, 1);
            blank = false;
        }
    }

    private void lineBreak() {
        breaks++;
        blank = false;
    }

    private void item() {
        int number = lists.isEmpty() ? 0 : lists.pop();
        String indent = "  ".repeat(Math.min(DEEPEST, lists.size()));
        lists.push(number == 0 ? 0 : number + 1);
        mark = indent + (number == 0 ? "* " : number + ". ");
    }

    private void cell() {
        if (cellBefore) {
            blank = false;
            place();
            out.append('\t');
        }
        cellBefore = true;
    }

    private void beginLink(String address) {
        endLink();
        link = Optional.of(new Link(address, out.length()));
    }

    private void endLink() {
        if (link.isEmpty()) {
            return;
        }
        String address = link.get().address;
        String shown = out.substring(link.get().start).strip();
        link = Optional.empty();
        boolean useful = address.matches("(?i)(https?|ftp|mailto|tel):.+");
        String plain = address.replaceFirst("(?i)^(mailto|tel):", "");
        if (useful && !shown.equals(address) && !shown.equals(plain)) {
            text(shown.isEmpty() ? "<" + plain + ">" : " <" + plain + ">");
        }
    }

    /** Writes the pending breaks, quote marks, list mark or blank before a character. */
    private void place() {
        if (out.length() > 0 && breaks > 0) {
            for (int i = 0; i < breaks; i++) {
                out.append(BREAK);
                if (i + 1 < breaks) {
                    out.append(">".repeat(Math.min(DEEPEST, Math.min(quotes, quotesBefore))));
                }
            }
            lineStart = true;
        }
        breaks = 0;
        if (lineStart) {
            lineStart = false;
            out.append(">".repeat(Math.min(DEEPEST, quotes))).append(quotes > 0 ? " " : "").append(mark);
            mark = "";
            quotesBefore = quotes;
        } else if (blank) {
            out.append(' ');
        }
        blank = false;
    }
}
