// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.OptionException;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Registration;

/** The handler as Wirepost uses it: chosen among others and called behind the guard. */
class CsvHandlerTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Attachments attachments;

    @BeforeEach
    void install(@TempDir Path scratch) {
        Handlers handlers = new Handlers();
        handlers.add(new Registration(new CsvHandler(), List.of("text/csv"), 0, 1, "org.wirepost.sample.csv"));
        attachments = new Attachments(handlers, threads, scratch);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private Inspection inspect(String content) throws IOException {
        return attachments.inspect(Source.of("sales.csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void countsRowsAndColumnsAlsoOfQuotedCells() throws IOException {
        Inspection inspection = inspect("name,\"first, last\"\r\n\"two\nlines\",\"a \"\"word\"\"\"\n\nlast,row");
        assertThat(inspection.owner()).isEqualTo("org.wirepost.sample.csv");
        assertThat(inspection.report().type()).isEqualTo("text/csv");
        assertThat(inspection.report().facts()).containsExactly(Fact.of("rows", 3), Fact.of("columns", 2));
        assertThat(inspection.report().findings()).isEmpty();
    }

    @Test
    void warnsOfTheFirstCellThatASpreadsheetWouldRun() throws IOException {
        assertThat(inspect("a=1,\"b@c\"\n2,\"=cmd()\"\n@3,=4").report().findings()).containsExactly(
                Finding.warn("csv.formula", "Row 2, cell 2 begins like a formula, which a spreadsheet would run.")
                        .at(13));
    }

    @Test
    void findsAQuotationMarkThatIsNeverClosed() throws IOException {
        assertThat(inspect("a,\"b\n").report().worst()).contains(Finding.Severity.BROKEN);
    }

    @Test
    void putsAMarkInFrontWhenAsked() throws IOException {
        Inspection inspection = inspect("ä,ö\n");
        try (Prepared prepared = attachments.prepare(inspection, Map.of("csv.bom", "yes"))) {
            assertThat(prepared.open()).hasBinaryContent("\uFEFFä,ö\n".getBytes(StandardCharsets.UTF_8));
            assertThat(prepared.length()).isEqualTo(9);
            assertThat(prepared.changes()).containsExactly("UTF-8 mark added");
        }
    }

    @Test
    void leavesTheFileAsItIsOtherwise() throws IOException {
        try (Prepared prepared = attachments.prepare(inspect("a,b\n"), Map.of())) {
            assertThat(prepared.open()).hasBinaryContent("a,b\n".getBytes(StandardCharsets.UTF_8));
            assertThat(prepared.changes()).isEmpty();
        }
    }

    @Test
    void isRefusedAValueThatItsOptionDoesNotHave() throws IOException {
        Inspection inspection = inspect("a,b\n");
        assertThatThrownBy(() -> attachments.prepare(inspection, Map.of("csv.bom", "maybe")))
                .isInstanceOf(OptionException.class).hasMessageContaining("csv.bom").hasMessageContaining("yes or no");
    }
}
