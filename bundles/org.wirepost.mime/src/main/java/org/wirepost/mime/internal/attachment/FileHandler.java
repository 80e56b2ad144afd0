// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.internal.attachment.NamedTypes.Named;

/** Takes any file as it is; the handler that is always there. Finds the type by signature, else by name. */
public final class FileHandler implements AttachmentHandler {

    private static final String UNKNOWN = "application/octet-stream";

    /** Extensions that large mail services refuse whatever is in the file. */
    private static final Set<String> REFUSED = Set.of("ade", "adp", "apk", "bat", "chm", "cmd", "com", "cpl", "dll",
            "exe", "hta", "ins", "isp", "jar", "js", "jse", "lib", "lnk", "mde", "msc", "msi", "msp", "mst", "pif",
            "scr", "sct", "sys", "vb", "vbe", "vbs", "vxd", "wsc", "wsf", "wsh");

    @Override
    public Match match(Probe probe) {
        Optional<Named> named = NamedTypes.of(probe.extension());
        Optional<String> signature = Signatures.find(probe);
        if (signature.isPresent()) {
            String found = signature.get();
            return Match.magic(named.filter(n -> n.container().equals(found)).map(Named::type).orElse(found));
        }
        if (named.isPresent()) {
            return Match.name(named.get().type());
        }
        // No more than a name, so that a plug-in that knows the extension wins over the look of text.
        return Match.name(TextLook.isText(probe) ? "text/plain" : UNKNOWN);
    }

    @Override
    public Report inspect(Source source, Call call) throws IOException {
        Probe probe = SourceProbe.of(source);
        List<Finding> findings = new ArrayList<>();
        if (probe.length() == 0) {
            findings.add(Finding.warn("file.empty", "The file is empty."));
        }
        if (REFUSED.contains(probe.extension())) {
            findings.add(Finding.warn("file.refused-type",
                    "Many receivers refuse ." + probe.extension() + " files; send a link instead."));
        }
        return new Report(match(probe).type(), findings,
                List.of(new Fact("size", Long.toString(probe.length()), Amount.bytes(probe.length()))));
    }
}
