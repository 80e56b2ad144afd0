// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.csv.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Finding;

/** One pass over a CSV file (RFC 4180), in memory that does not grow with it. */
final class CsvScan {

    private final List<Finding> findings = new ArrayList<>();
    private long offset;
    private long rows;
    private long columns;
    private long cell = 1;
    private boolean quoted;
    private boolean cellEmpty = true;
    private boolean risky;

    private CsvScan() {
    }

    static CsvScan of(Source source, Call call) throws IOException {
        CsvScan scan = new CsvScan();
        byte[] block = new byte[8192];
        try (InputStream in = source.open()) {
            for (int n = in.read(block); n >= 0 && !call.cancelled(); n = in.read(block)) {
                for (int i = 0; i < n; i++, scan.offset++) {
                    scan.take(block[i]);
                }
            }
        }
        scan.endRow();
        if (scan.quoted) {
            scan.findings.add(Finding.broken("csv.open-quote", "A quotation mark is never closed."));
        }
        return scan;
    }

    private void take(byte b) {
        if (b == '"') {
            quoted = !quoted;
        } else if (b == '\n' && !quoted) {
            endRow();
        } else if (b == ',' && !quoted) {
            cell++;
            cellEmpty = true;
        } else if (b != '\r') {
            if (cellEmpty && (b == '=' || b == '@') && !risky) {
                risky = true;
                findings.add(Finding.warn("csv.formula", "Row " + (rows + 1) + ", cell " + cell
                        + " begins like a formula, which a spreadsheet would run.").at(offset));
            }
            cellEmpty = false;
        }
    }

    private void endRow() {
        if (cell > 1 || !cellEmpty) {
            rows++;
            columns = Math.max(columns, cell);
        }
        cell = 1;
        cellEmpty = true;
    }

    List<Finding> findings() {
        return findings;
    }

    long rows() {
        return rows;
    }

    long columns() {
        return columns;
    }
}
