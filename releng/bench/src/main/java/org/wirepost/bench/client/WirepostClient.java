// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wirepost.account.AccountException;
import org.wirepost.account.CaFile;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;

/** What the programs that send with Wirepost's libraries share: the way from the draft to the wire, all of it. */
final class WirepostClient implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "handler");
        thread.setDaemon(true);
        return thread;
    });
    private final Preparer preparer;
    private final ServerLogin login;

    /**
     * Makes a client.
     *
     * @param port of the server on loopback
     * @param ca the file with the certificate to trust, or {@code -} for no TLS
     */
    WirepostClient(String port, String ca) throws AccountException {
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "wirepost-bench-scratch");
        preparer = new Preparer(new Attachments(new Handlers(), threads, scratch), PrepareSettings.DEFAULT);
        TlsMode mode = ca.equals("-") ? TlsMode.NONE : TlsMode.REQUIRED;
        ConnectionSettings to = ConnectionSettings.of("127.0.0.1", Integer.parseInt(port), mode)
                .withEhloName("localhost");
        login = ServerLogin.anonymous(ca.equals("-") ? to
                : to.withTls(TlsSettings.DEFAULT.withAuthorities(CaFile.read(Path.of(ca)))));
    }

    Preparer preparer() {
        return preparer;
    }

    ServerLogin login() {
        return login;
    }

    Deliverer deliverer() {
        return new Deliverer(preparer, threads, Extensions.NONE);
    }

    /** A letter made from scratch, addresses parsed and all. */
    static Draft.Builder letter(String subject, String text) {
        try {
            return Draft.builder().from(AddressParser.parseMailbox(Letters.FROM))
                    .to(List.of(AddressParser.parseMailbox(Letters.TO))).subject(subject).text(text);
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }

    static Order order(int number) {
        return new Order(letter(Letters.subject(number), Letters.text(number)).build());
    }

    @Override
    public void close() {
        preparer.close();
        threads.shutdown();
    }
}
