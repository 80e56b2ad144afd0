// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.account.Server;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.TlsMode;

/** The lab server of the desktop: started when someone wants it, on a free port of this machine. */
@Component(service = LabDesk.class)
public final class LabDesk {

    /** The name of its account. */
    public static final String ACCOUNT = "Lab (loopback)";

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Optional<LabServer> server = Optional.empty();
    private Optional<Account> account = Optional.empty();

    /** Made by the framework; nothing is started yet. */
    @Activate
    public LabDesk() {
    }

    /**
     * Starts the server, unless it runs. Not for the user interface thread.
     *
     * @return the account that leads to it
     * @throws IOException when it cannot be started
     */
    public synchronized Account start() throws IOException {
        if (account.isPresent()) {
            return account.get();
        }
        LabServer started = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build());
        server = Optional.of(started);
        Account made = Account.of(ACCOUNT, Identity.of("you@lab.example"),
                Server.of("localhost", started.port(), TlsMode.REQUIRED),
                Optional.of(Login.password("student", new SecretSource.Environment("WIREPOST_LAB_PASSWORD"))));
        account = Optional.of(made);
        watchers.forEach(Runnable::run);
        return made;
    }

    /** Returns its account while it runs. */
    public synchronized Optional<Account> account() {
        return account;
    }

    /** Ends the server, if it runs, and forgets its account and its messages. Not for the user interface thread. */
    @Deactivate
    public synchronized void stop() {
        server.ifPresent(LabServer::close);
        server = Optional.empty();
        account = Optional.empty();
        watchers.forEach(Runnable::run);
    }

    /** Returns the messages it has taken, oldest first. */
    public synchronized List<StoredMessage> messages() {
        return server.map(LabServer::messages).orElse(List.of());
    }

    /**
     * Has someone told when it starts, stops or takes a message.
     *
     * @param watcher who is told, on whatever thread
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }
}
