// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;

/** Prepares a file by code of its own, which fails when a part of the file has been read. */
final class FailingHandler implements AttachmentHandler {

    @Override
    public Match match(Probe probe) {
        return Match.magic("application/octet-stream");
    }

    @Override
    public Report inspect(Source source, Call call) {
        return Report.of("application/octet-stream");
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        long length = source.length();
        return new Prepared() {
            @Override
            public String type() {
                return report.type();
            }

            @Override
            public String name() {
                return source.name();
            }

            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() throws IOException {
                return new SequenceInputStream(new ByteArrayInputStream(source.open().readNBytes(150_000)),
                        new InputStream() {
                            @Override
                            public int read() {
                                throw new IllegalStateException("my bundle has been stopped");
                            }
                        });
            }

            @Override
            public List<String> changes() {
                return List.of();
            }
        };
    }
}
