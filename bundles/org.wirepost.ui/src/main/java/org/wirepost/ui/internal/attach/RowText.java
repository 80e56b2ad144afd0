// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Finding.Severity;
import org.wirepost.mime.attachment.Report;
import org.wirepost.ui.internal.words.Sentences;

/**
 * What a row says about a file.
 *
 * @param name file name
 * @param type media type; empty as long as it is not known
 * @param facts a line of what is known about the file as it is
 * @param change a line of what sending makes of it; may be empty
 * @param changed whether that line tells of a change
 * @param remarks what the user should know, the problem first
 */
record RowText(String name, String type, String facts, String change, boolean changed, List<Remark> remarks) {

    private static final int MOST_REMARKS = 3;
    private static final String BETWEEN = "  \u00b7  ";

    /**
     * A remark with its weight.
     *
     * @param severity how bad it is
     * @param sentence what it says
     */
    record Remark(Severity severity, String sentence) {

        static Remark of(Finding finding) {
            return new Remark(finding.severity(), Sentences.of(finding.message()));
        }

        /** Returns the word for the severity, so that it is not told by colour alone. */
        String word() {
            return switch (severity) {
                case INFO -> Messages.severityInfo;
                case WARN -> Messages.severityWarn;
                case BROKEN -> Messages.severityBroken;
            };
        }

        String line() {
            return Messages.bind(Messages.severityLine, word(), sentence);
        }

        String icon() {
            return switch (severity) {
                case INFO -> "finding-note";
                case WARN -> "finding-warning";
                case BROKEN -> "finding-error";
            };
        }
    }

    /** Words what is known of a file now. */
    static RowText of(AttachmentItem item) {
        List<String> facts = new ArrayList<>();
        if (item.length() > 0 || item.inspection().isPresent()) {
            facts.add(Sentences.size(item.length()));
        }
        item.inspection().ifPresent(found -> facts.addAll(Facts.line(found.report())));
        if (item.isInline()) {
            facts.add(Messages.inlineWord);
        }
        return new RowText(item.name(), item.inspection().map(found -> found.report().type()).orElse(""),
                String.join(BETWEEN, facts), change(item), isChanged(item), remarks(item));
    }

    private static boolean isChanged(AttachmentItem item) {
        return item.outcome().map(outcome -> !outcome.changes().isEmpty()).orElse(false);
    }

    private static String change(AttachmentItem item) {
        if (item.state() == AttachmentItem.State.LOOKING) {
            return Messages.looking;
        }
        if (item.state() != AttachmentItem.State.READY) {
            return "";
        }
        if (item.outcome().isEmpty()) {
            return item.percent() < 0 ? Messages.preparing : Messages.bind(Messages.preparingPercent, item.percent());
        }
        Outcome outcome = item.outcome().get();
        if (!outcome.changes().isEmpty()) {
            return Messages.bind(Messages.sentAs, Sentences.size(outcome.size()),
                    String.join(BETWEEN, beyondSize(outcome, item.length())));
        }
        Report report = item.inspection().orElseThrow().report();
        return Facts.hasLocation(report) && item.unmet().isEmpty() ? Messages.sentAsItIs : "";
    }

    /** That the size has changed is said already. */
    private static List<String> beyondSize(Outcome outcome, long before) {
        String size = Amount.bytes(before) + " became " + Amount.bytes(outcome.size());
        return outcome.changes().stream().filter(words -> outcome.changes().size() == 1 || !words.equals(size))
                .map(Sentences::of).toList();
    }

    private static List<Remark> remarks(AttachmentItem item) {
        List<Remark> all = new ArrayList<>();
        if (!item.problem().isEmpty()) {
            all.add(new Remark(Severity.BROKEN, item.problem()));
        }
        item.findings().stream().filter(finding -> finding.severity() != Severity.INFO)
                .sorted((one, other) -> other.severity().compareTo(one.severity())).map(Remark::of).forEach(all::add);
        if (all.size() <= MOST_REMARKS) {
            return all;
        }
        List<Remark> first = new ArrayList<>(all.subList(0, MOST_REMARKS - 1));
        first.add(new Remark(all.get(MOST_REMARKS - 1).severity(),
                Messages.bind(Messages.moreFindings, all.size() - MOST_REMARKS + 1)));
        return first;
    }

    /** Returns everything in one sentence, for those who do not see the row. */
    String spoken() {
        return Stream.concat(Stream.of(name, type, facts.replace(BETWEEN, ", "), change.replace(BETWEEN, ", ")),
                remarks.stream().map(Remark::line)).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Returns the name of the icon that stands for the type where there is no picture. */
    String icon() {
        String kind = type.replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "image", "text", "audio", "video" -> "file-" + kind;
            case "message" -> "file-mail";
            default -> applicationIcon();
        };
    }

    private String applicationIcon() {
        if (type.matches(".*(zip|compressed|x-tar|gzip|7z|rar|xz|bzip2|zstd|archive).*")) {
            return "file-archive";
        }
        return type.matches(".*(pdf|word|document|presentation|spreadsheet|sheet|excel|powerpoint|rtf|epub).*")
                ? "file-document" : "file-other";
    }
}
