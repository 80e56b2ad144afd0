// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.csv.internal;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.attachment.Splice;

/** Counts the rows and columns of CSV files and warns of cells that a spreadsheet would run. */
@Component(service = AttachmentHandler.class, property = AttachmentHandler.TYPES + "=text/csv")
public final class CsvHandler implements AttachmentHandler {

    private static final Option.Toggle BOM = new Option.Toggle("csv.bom", "Put a UTF-8 mark in front, for Excel",
            false);
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Override
    public Match match(Probe probe) {
        return probe.extension().equals("csv") ? Match.name("text/csv") : Match.NONE;
    }

    @Override
    public Report inspect(Source source, Call call) throws IOException {
        CsvScan scan = CsvScan.of(source, call);
        return new Report("text/csv", scan.findings(),
                List.of(Fact.of("rows", scan.rows()), Fact.of("columns", scan.columns())));
    }

    @Override
    public List<Option<?>> options(Report report) {
        return List.of(BOM);
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        if (!choices.get(BOM)) {
            return Prepared.asIs(source, report);
        }
        Splice marked = Splice.of(source).put(MARK).keep(0, source.length()).build();
        return Prepared.of("text/csv", source.name(), marked, List.of("UTF-8 mark added"), List.of());
    }
}
