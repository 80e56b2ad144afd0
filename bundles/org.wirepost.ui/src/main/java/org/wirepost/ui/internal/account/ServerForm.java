// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirepost.account.ClientCertificate;
import org.wirepost.account.Server;
import org.wirepost.smtp.TlsMode;

/** A server while it is being typed. User interface thread only. */
final class ServerForm {

    static final String HOST = "account.host";
    static final String PORT = "account.port";
    static final String CA_FILE = "account.caFile";
    static final String EHLO_NAME = "account.ehloName";
    static final String PIN = "account.pin";
    static final String DISABLED = "account.disabled";

    static final int IMPLICIT_PORT = 465;
    static final int SUBMISSION_PORT = 587;

    private static final Pattern BAD = Pattern.compile("[\\s/@\\[\\]]");
    private static final int HIGHEST = 65535;

    String host = "";
    String port = Integer.toString(SUBMISSION_PORT);
    TlsMode tls = TlsMode.REQUIRED;
    String caFile = "";
    String pin = "";
    String ehloName = "";
    String disabled = "";
    /** Set up by the command line; kept as it is. */
    private Optional<ClientCertificate> clientCertificate = Optional.empty();

    static ServerForm of(Server server) {
        ServerForm form = new ServerForm();
        form.set(server);
        return form;
    }

    /** Takes over all of a server. */
    void set(Server server) {
        host = server.host();
        port = Integer.toString(server.port());
        tls = server.tlsMode();
        caFile = server.caFile().orElse("");
        pin = server.pin().orElse("");
        ehloName = server.ehloName().orElse("");
        disabled = String.join(" ", server.disabled());
        clientCertificate = server.clientCertificate();
    }

    /** Chooses how to encrypt; a port that is usual for the old way becomes the one that is usual for the new way. */
    void choose(TlsMode mode) {
        if (mode == TlsMode.IMPLICIT && port.strip().equals(Integer.toString(SUBMISSION_PORT))) {
            port = Integer.toString(IMPLICIT_PORT);
        } else if (mode != TlsMode.IMPLICIT && port.strip().equals(Integer.toString(IMPLICIT_PORT))) {
            port = Integer.toString(SUBMISSION_PORT);
        }
        tls = mode;
    }

    /** Returns what is wrong, the first field first. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        hostFault().ifPresent(faults::add);
        if (port() < 1) {
            faults.add(Fault.of(PORT, Messages.portFault));
        }
        caFault().ifPresent(faults::add);
        if (faults.isEmpty()) {
            try {
                server();
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(pin.isBlank() ? DISABLED : PIN, e.getMessage()));
            }
        }
        return faults;
    }

    private Optional<Fault> hostFault() {
        String text = host.strip();
        if (text.isEmpty()) {
            return Optional.of(Fault.of(HOST, Messages.hostMissing));
        }
        var bad = BAD.matcher(text);
        if (!bad.find()) {
            return Optional.empty();
        }
        int position = host.indexOf(text) + bad.start();
        return Optional.of(new Fault(HOST, Messages.bind(Messages.hostFault, bad.group(), position + 1), position));
    }

    private Optional<Fault> caFault() {
        try {
            boolean usable = caFile.isBlank() || caFile.startsWith("~/") || Files.isReadable(Path.of(caFile.strip()));
            return usable ? Optional.empty()
                    : Optional.of(Fault.of(CA_FILE, Messages.bind(Messages.fileMissing, caFile.strip())));
        } catch (InvalidPathException e) {
            return Optional.of(Fault.of(CA_FILE, Messages.bind(Messages.fileMissing, caFile.strip())));
        }
    }

    /** Returns the port, or 0 when what is typed is none. */
    private int port() {
        String digits = port.strip();
        int number = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        return number > HIGHEST ? 0 : number;
    }

    /** Returns the server; only when there is no fault. */
    Server server() {
        return new Server(host.strip(), port(), tls, given(caFile), given(pin), given(ehloName),
                disabled.isBlank() ? Set.of() : Set.of(disabled.strip().split("[\\s,;]+")),
                clientCertificate);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
