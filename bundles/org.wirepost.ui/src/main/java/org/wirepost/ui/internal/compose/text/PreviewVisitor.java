// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.wirepost.ui.internal.compose.text.Preview.Kind;
import org.wirepost.ui.internal.compose.text.Preview.Span;

/** Writes a Markdown tree as text with spans. */
final class PreviewVisitor extends AbstractVisitor {

    private static final String RULE = "\u2500".repeat(24);

    private final StringBuilder out = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    /** What stands before each line of the blocks that are open. */
    private final Deque<String> margins = new ArrayDeque<>();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private boolean bulletDue;

    /** Returns what was written, with a signature below it. */
    Preview preview(String signature) {
        while (out.length() > 0 && out.charAt(out.length() - 1) == '\n') {
            out.setLength(out.length() - 1);
        }
        if (!signature.isEmpty()) {
            out.append(out.length() == 0 ? "" : "\n\n");
            spans.add(new Span(out.length(), signature.length(), Kind.QUIET, ""));
            out.append(signature);
        }
        int end = out.length();
        spans.removeIf(span -> span.start() >= end);
        spans.replaceAll(span -> new Span(span.start(), Math.min(span.length(), end - span.start()), span.kind(),
                span.target()));
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::length).reversed()));
        return new Preview(out.toString(), spans);
    }

    private void span(Kind kind, String target, Runnable inside) {
        int start = out.length();
        inside.run();
        if (out.length() > start) {
            spans.add(new Span(start, out.length() - start, kind, target));
        }
    }

    private void line() {
        out.append('\n').append(margin());
    }

    private String margin() {
        StringBuilder margin = new StringBuilder();
        margins.descendingIterator().forEachRemaining(margin::append);
        return margin.toString();
    }

    /** A block begins on a line of its own; in a list item the bullet stands there already. */
    private void begin() {
        if (bulletDue) {
            bulletDue = false;
        } else {
            out.append(margin());
        }
    }

    private void end(Node block) {
        out.append('\n');
        if (!(block.getParent() instanceof ListItem item) || !isTight(item)) {
            out.append('\n');
        }
    }

    private static boolean isTight(ListItem item) {
        return item.getParent() instanceof org.commonmark.node.ListBlock list && list.isTight();
    }

    @Override
    public void visit(Heading heading) {
        begin();
        span(heading.getLevel() == 1 ? Kind.HEADING : Kind.SUBHEADING, "", () -> visitChildren(heading));
        out.append("\n\n");
    }

    @Override
    public void visit(Paragraph paragraph) {
        begin();
        visitChildren(paragraph);
        end(paragraph);
    }

    @Override
    public void visit(BlockQuote quote) {
        margins.push("\u2502 ");
        span(Kind.QUOTE, "", () -> visitChildren(quote));
        margins.pop();
    }

    @Override
    public void visit(BulletList list) {
        visitChildren(list);
        gap(list);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        numbers.push(first == null ? Integer.valueOf(1) : first);
        visitChildren(list);
        numbers.pop();
        gap(list);
    }

    private void gap(Node list) {
        if (!(list.getParent() instanceof ListItem) && !out.toString().endsWith("\n\n")) {
            out.append('\n');
        }
    }

    @Override
    public void visit(ListItem item) {
        String bullet = "\u2022 ";
        if (item.getParent() instanceof OrderedList) {
            int number = numbers.pop();
            numbers.push(number + 1);
            bullet = number + ". ";
        }
        out.append(margin()).append("  ").append(bullet);
        margins.push(" ".repeat(bullet.length() + 2));
        bulletDue = true;
        visitChildren(item);
        if (bulletDue) {
            out.append('\n');
            bulletDue = false;
        }
        margins.pop();
    }

    @Override
    public void visit(Emphasis emphasis) {
        span(Kind.ITALIC, "", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        span(Kind.BOLD, "", () -> visitChildren(strong));
    }

    @Override
    public void visit(Code code) {
        span(Kind.CODE, "", () -> out.append(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block, block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block, block.getLiteral());
    }

    private void code(Node block, String literal) {
        begin();
        span(Kind.CODE, "", () -> out.append(literal.stripTrailing().replace("\n", "\n" + margin())));
        end(block);
    }

    @Override
    public void visit(Link link) {
        span(Kind.LINK, link.getDestination(), () -> visitChildren(link));
    }

    @Override
    public void visit(Image image) {
        span(Kind.IMAGE, image.getDestination(), () -> {
            out.append("[");
            visitChildren(image);
            out.append("]");
        });
    }

    /** Shown as it was typed, which is also how the receiver sees it. */
    @Override
    public void visit(HtmlInline html) {
        out.append(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        begin();
        out.append(html.getLiteral().replace("\n", "\n" + margin()));
        end(html);
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak soft) {
        line();
    }

    @Override
    public void visit(HardLineBreak hard) {
        line();
    }

    @Override
    public void visit(ThematicBreak rule) {
        begin();
        span(Kind.QUIET, "", () -> out.append(RULE));
        end(rule);
    }
}
