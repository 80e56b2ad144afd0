// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.plugin.TrustList;
import org.wirepost.plugin.TrustedPlugin;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.shell.ViewRegistry;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;

/**
 * The bundles there are and what can be done with them. Everything is slow, so it belongs on a background thread; only
 * {@link #watch} and {@link #run} may be called on any.
 */
@Component(service = Plugins.class)
public final class Plugins {

    private static final String INTERESTING = "(|(objectClass=" + Offers.HANDLER + ")(objectClass=" + Offers.MECHANISM
            + ")(objectClass=" + Offers.LISTENER + ")(objectClass=" + Offers.VIEW + "))";

    private final BundleContext context;
    private final DeliveryService delivery;
    private final DropinFolder folder;
    private final SwitchedOff off;
    private final TrustList trusted;
    private final KeptOut keptOut;
    private final StartAttempts attempts = new StartAttempts();
    private final PluginReader reader;
    private final Lane lane;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final BundleListener bundles = event -> changed();
    private final ServiceListener services = event -> changed();
    private final AtomicBoolean listening = new AtomicBoolean();

    /** Made by the framework. */
    @Activate
    public Plugins(BundleContext context, @Reference DeliveryService delivery, @Reference Background background)
            throws IOException {
        this(context, delivery, background, Places.system().data(), new TrustList(Places.system().config()));
    }

    /** Works on the bundles of a framework and those in a data folder. */
    Plugins(BundleContext context, DeliveryService delivery, Background background, Path data, TrustList trusted) {
        this.trusted = trusted;
        this.keptOut = new KeptOut(context, trusted);
        this.context = context;
        this.delivery = delivery;
        this.folder = new DropinFolder(data);
        this.off = new SwitchedOff(new StoredFile(data.resolve(SwitchedOff.FILE)));
        this.reader = new PluginReader(context, folder, off, new OfferReader(context, delivery, this::titleOf),
                attempts, keptOut);
        this.lane = new Lane(background, 1);
    }

    /** Asked for only now, because the registry in its turn waits for all views, of which ours is one. */
    private Optional<String> titleOf(View view) {
        ServiceReference<ViewRegistry> reference = context.getServiceReference(ViewRegistry.class);
        ViewRegistry views = reference == null ? null : context.getService(reference);
        return views == null ? Optional.empty() : views.titleOf(view);
    }

    /** Stops listening. */
    @Deactivate
    public void close() {
        watchers.clear();
        listen(false);
        keptOut.close();
    }

    /** Has something done in the background, one thing after the other. */
    void run(Runnable task) {
        lane.execute(task);
    }

    /**
     * Has someone told when bundles or what they offer come or go, on whatever thread that happens.
     *
     * @param watcher who is told
     */
    void watch(Runnable watcher) {
        watchers.add(watcher);
        listen(true);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
        listen(!watchers.isEmpty());
    }

    private void listen(boolean wanted) {
        if (listening.getAndSet(wanted) == wanted) {
            return;
        }
        try {
            if (wanted) {
                context.addBundleListener(bundles);
                context.addServiceListener(services, INTERESTING);
            } else {
                context.removeBundleListener(bundles);
                context.removeServiceListener(services);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }

    /** Returns the bundles there are at this moment. */
    List<Plugin> read() throws IOException {
        return reader.read();
    }

    DropinFolder folder() {
        return folder;
    }

    /** Returns what a candidate lacks, a sentence each. */
    List<String> missing(Candidate candidate) {
        return NeedWords.missing(candidate.needs(), Supply.of(context));
    }

    /** Tells how a need of a candidate is met. */
    Supply supply() {
        return Supply.of(context);
    }

    /** Returns the bundle of the same name that is there already. */
    Optional<Plugin> installed(String symbolicName) throws IOException {
        return read().stream().filter(plugin -> plugin.symbolicName().equals(symbolicName)).findFirst();
    }

    /** Reads a bundle; the caller closes it. */
    Candidate candidate(Path file) throws IOException {
        return keptOut.read(file);
    }

    /** Returns the SHA-256 of what the user trusts under the name of a bundle, if that is something else. */
    Optional<String> otherTrusted(Candidate candidate) throws IOException {
        return trusted.find(candidate.symbolicName()).map(TrustedPlugin::digest)
                .filter(digest -> !digest.equals(candidate.digest()));
    }

    /** Takes a bundle and the user's consent to it away. */
    DropinFolder.Removed uninstall(Plugin plugin) throws IOException {
        DropinFolder.Removed gone = folder.remove(plugin.file().orElseThrow());
        return gone.with(trusted.untrust(plugin.symbolicName()));
    }

    /** Brings both back. */
    void restore(DropinFolder.Removed removed) throws IOException {
        folder.restore(removed);
        if (removed.trusted().isPresent()) {
            trusted.add(removed.trusted().get());
        }
    }

    /**
     * Notes that the user agrees to a bundle and puts it into the folder that is watched, in the place of an older one
     * if there is one.
     */
    void install(Candidate candidate) throws IOException {
        Optional<Plugin> older = installed(candidate.symbolicName());
        if (older.isPresent() && older.get().origin() != Plugin.Origin.DROPPED_IN) {
            throw new IOException(Messages.bind(Messages.partOfProduct, candidate.symbolicName()));
        }
        trusted.trust(candidate.inspected());
        Path target = older.flatMap(Plugin::file).orElseGet(() -> folder.fresh(candidate.symbolicName()));
        folder.install(candidate, target);
        if (older.isPresent() && older.get().condition() == Plugin.Condition.OFF) {
            folder.enable(target);
        }
    }

    /** Switches a bundle on or off, now and for later starts of the window and the command line. */
    void setEnabled(Plugin plugin, boolean wanted) throws IOException, BundleException {
        if (plugin.origin() == Plugin.Origin.DROPPED_IN) {
            Path file = plugin.file().orElseThrow();
            if (wanted) {
                folder.enable(file);
            } else {
                folder.disable(file);
            }
            return;
        }
        off.set(plugin.symbolicName(), !wanted);
        Bundle bundle = context.getBundle(plugin.id());
        if (bundle != null && wanted) {
            bundle.start(Bundle.START_TRANSIENT);
        } else if (bundle != null) {
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
        changed();
    }

    /** Starts a bundle that has failed once more, and gives its handlers another chance. */
    void retry(Plugin plugin) {
        attempts.forget(plugin.id());
        plugin.offers().stream().filter(offer -> offer.setAside().isPresent())
                .flatMap(offer -> offer.handler().stream())
                .forEach(delivery.handlers()::release);
        changed();
    }
}
