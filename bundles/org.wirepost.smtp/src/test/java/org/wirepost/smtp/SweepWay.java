// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

/**
 * A way of sending.
 *
 * @param chunks BDAT, else DATA
 * @param pipelined commands in groups, else one by one
 * @param tls how the session is encrypted
 */
record SweepWay(boolean chunks, boolean pipelined, LabTls tls) {

    /** All twelve. */
    static List<SweepWay> all() {
        List<SweepWay> all = new ArrayList<>();
        for (LabTls tls : LabTls.values()) {
            for (boolean chunks : new boolean[] {false, true}) {
                all.add(new SweepWay(chunks, false, tls));
                all.add(new SweepWay(chunks, true, tls));
            }
        }
        return all;
    }

    /** Whether small content leaves before anything about the envelope is known. */
    boolean blind() {
        return chunks && pipelined;
    }

    TlsMode mode() {
        return switch (tls) {
            case NONE -> TlsMode.NONE;
            case STARTTLS -> TlsMode.REQUIRED;
            case IMPLICIT -> TlsMode.IMPLICIT;
        };
    }

    LabSettings.Builder lab() {
        List<LabExtension> missing = new ArrayList<>();
        if (!chunks) {
            missing.add(LabExtension.CHUNKING);
        }
        if (!pipelined) {
            missing.add(LabExtension.PIPELINING);
        }
        return LabSettings.builder().tls(tls).certificate(Peer.CERTIFICATE)
                .without(missing.toArray(LabExtension[]::new));
    }

    @Override
    public String toString() {
        return (chunks ? "BDAT" : "DATA") + (pipelined ? " pipelined" : " in lockstep")
                + (tls == LabTls.NONE ? "" : " over " + tls);
    }
}
