// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Registration;
import org.wirepost.mime.attachment.Report;
import org.wirepost.plugin.TrustList;
import org.wirepost.plugin.TrustedPlugin;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.plugin.Plugin.Condition;
import org.wirepost.ui.internal.plugin.Plugin.Origin;
import org.wirepost.ui.internal.work.Background;

/** The bundles of a real framework; what the watcher of the folder does is done by hand. */
class PluginsTest {

    @TempDir
    Path folder;

    private final Background background = new Background();
    private Framework framework;
    private PlainDelivery delivery;
    private TrustList trusted;
    private Plugins plugins;

    /** A handler that fails whatever it is asked. */
    private static final class Broken implements AttachmentHandler {

        @Override
        public Match match(Probe probe) {
            return Match.magic("text/x-broken");
        }

        @Override
        public Report inspect(Source source, Call call) {
            throw new IllegalStateException("out of order");
        }
    }

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString(), "felix.log.level", "0"));
        framework.start();
        delivery = new PlainDelivery(folder.resolve("scratch"));
        trusted = new TrustList(folder.resolve("config"));
        plugins = new Plugins(framework.getBundleContext(), delivery, background, folder.resolve("data"), trusted);
    }

    @AfterEach
    void stop() throws Exception {
        System.clearProperty(FailingActivator.MENDED);
        framework.stop();
        framework.waitForStop(5_000);
        background.close();
    }

    private Path dropin(String name) {
        return folder.resolve("data/dropins").resolve(name + ".jar");
    }

    private Bundle drop(String name, Jars jar) throws Exception {
        return framework.getBundleContext().installBundle(jar.write(dropin(name)).toUri().toString());
    }

    private Plugin find(String name) throws IOException {
        return plugins.installed(name).orElseThrow();
    }

    @Test
    void saysWhichPackageIsMissing() throws Exception {
        drop("needy", Jars.bundle("needy").header("Import-Package", "not.there;version=\"[2,3)\",org.osgi.framework"));
        Plugin needy = find("needy");
        assertThat(needy.condition()).isEqualTo(Condition.UNRESOLVED);
        assertThat(needy.origin()).isEqualTo(Origin.DROPPED_IN);
        assertThat(needy.problems()).singleElement().asString().contains("not.there").contains("2.0.0")
                .contains("no bundle");
    }

    @Test
    void saysWhichVersionThereIsInstead() throws Exception {
        drop("needy", Jars.bundle("needy").header("Import-Package", "org.osgi.framework;version=\"[9,10)\""));
        assertThat(find("needy").problems()).singleElement().asString().contains("there is only version 1.");
    }

    @Test
    void saysWhichJavaIsNeeded() throws Exception {
        drop("needy", Jars.bundle("needy").header("Require-Capability",
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        assertThat(find("needy").problems()).singleElement().asString().contains("Java 99")
                .contains("this is Java " + Runtime.version().feature());
    }

    @Test
    void saysThatTheBundleThatHelpsNeedsHelpItself() throws Exception {
        drop("middle", Jars.bundle("middle").header("Export-Package", "middle").header("Import-Package", "not.there"));
        drop("top", Jars.bundle("top").header("Import-Package", "middle").header("Require-Bundle", "middle"));
        assertThat(find("top").problems()).hasSize(2).allMatch(problem -> problem.contains("the bundle middle has it"));
    }

    @Test
    void doesNotMindWhatIsOptional() throws Exception {
        drop("easy", Jars.bundle("easy").header("Import-Package", "not.there;resolution:=optional"));
        assertThat(find("easy").problems()).isEmpty();
        assertThat(find("easy").condition()).isEqualTo(Condition.ACTIVE);
    }

    @Test
    void saysWhyABundleDoesNotStartAndTriesAgainWhenAsked() throws Exception {
        drop("broken", Jars.bundle("broken").activator());
        Plugin broken = find("broken");
        assertThat(broken.condition()).isEqualTo(Condition.FAILED);
        assertThat(broken.problems()).singleElement().asString().contains("IllegalStateException")
                .contains("the flux is not aligned");
        System.setProperty(FailingActivator.MENDED, "true");
        assertThat(find("broken").condition()).as("not started behind the user's back").isEqualTo(Condition.FAILED);
        plugins.retry(broken);
        assertThat(find("broken").condition()).isEqualTo(Condition.ACTIVE);
    }

    @Test
    void namesAHandlerThatWasSetAsideAndGivesItAnotherChance() throws Exception {
        drop("picky", Jars.bundle("picky")).start();
        delivery.handlers().add(new Registration(new Broken(), List.of("text/x-broken"), 5, 7, "picky"));
        assertThat(find("picky").offers()).singleElement().satisfies(offer -> {
            assertThat(offer.title()).contains("text/x-broken");
            assertThat(offer.setAside()).isEmpty();
        });
        delivery.attachments().inspect(Source.of("a.broken", new byte[] {1}));
        Plugin picky = find("picky");
        assertThat(picky.hasSetAside()).isTrue();
        assertThat(picky.conditionWords()).isEqualTo(Messages.stateSetAside);
        plugins.retry(picky);
        assertThat(find("picky").hasSetAside()).isFalse();
    }

    @Test
    void aDisabledBundleIsKeptAsideAndComesBack() throws Exception {
        Bundle bundle = drop("guest", Jars.bundle("guest").header("Bundle-Name", "The guest").handler("text/x-guest"));
        plugins.setEnabled(find("guest"), false);
        assertThat(dropin("guest")).doesNotExist();
        assertThat(plugins.read()).filteredOn(plugin -> plugin.symbolicName().equals("guest")).hasSize(1);
        bundle.uninstall();
        Plugin guest = find("guest");
        assertThat(guest.condition()).isEqualTo(Condition.OFF);
        assertThat(guest.name()).isEqualTo("The guest");
        assertThat(guest.offers()).singleElement().extracting(Offer::title).asString().contains("text/x-guest");
        plugins.setEnabled(guest, true);
        assertThat(dropin("guest")).exists();
    }

    @Test
    void anUninstalledBundleCanBeBroughtBack() throws Exception {
        drop("guest", Jars.bundle("guest"));
        DropinFolder.Removed removed = plugins.folder().remove(dropin("guest"));
        assertThat(dropin("guest")).doesNotExist();
        assertThat(removed.now()).exists();
        plugins.folder().restore(removed);
        assertThat(dropin("guest")).exists();
    }

    @Test
    void ofTheProductOnlyHandlersCanBeSwitchedOffAndStayOff() throws Exception {
        Path jar = Jars.bundle("org.wirepost.example").header("Provide-Capability",
                "osgi.service;objectClass:List<String>=\"" + Offers.HANDLER + "\"").write(folder.resolve("a.jar"));
        Bundle own = framework.getBundleContext().installBundle("reference:" + jar.toUri());
        own.start();
        Path core = Jars.bundle("org.wirepost.core").write(folder.resolve("b.jar"));
        framework.getBundleContext().installBundle("reference:" + core.toUri()).start();
        assertThat(find("org.wirepost.core").canSwitchOff()).isFalse();
        Plugin handler = find("org.wirepost.example");
        assertThat(handler.canSwitchOff()).isTrue();
        plugins.setEnabled(handler, false);
        assertThat(own.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(find("org.wirepost.example").condition()).isEqualTo(Condition.OFF);
        assertThat(folder.resolve("data/bundles-off.txt")).hasContent("org.wirepost.example");
        plugins.setEnabled(find("org.wirepost.example"), true);
        assertThat(own.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(folder.resolve("data/bundles-off.txt")).isEmptyFile();
    }

    @Test
    void installsACopyInTheFolderThatIsWatched() throws Exception {
        Path source = Jars.bundle("fresh").write(folder.resolve("download/anything.jar"));
        plugins.install(plugins.candidate(source));
        assertThat(dropin("fresh")).hasSameBinaryContentAs(source);
        assertThat(dropin("fresh").getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void replacesTheOlderVersionWhereverItLies() throws Exception {
        drop("old-name", Jars.bundle("guest"));
        Path source = Jars.bundle("guest").header("Bundle-Version", "2.0.0").write(folder.resolve("new.jar"));
        plugins.install(plugins.candidate(source));
        assertThat(dropin("old-name")).hasSameBinaryContentAs(source);
        assertThat(dropin("guest")).doesNotExist();
    }

    @Test
    void installsWhatTheUserSawWhateverIsInTheFileByNow() throws Exception {
        Path source = Jars.bundle("fresh").write(folder.resolve("fresh.jar"));
        byte[] seen = Files.readAllBytes(source);
        try (Candidate candidate = plugins.candidate(source)) {
            Jars.bundle("fresh").activator().write(source);
            plugins.install(candidate);
            assertThat(dropin("fresh")).hasBinaryContent(seen);
            assertThat(trusted.find("fresh")).get().extracting(TrustedPlugin::digest).isEqualTo(candidate.digest());
        }
    }

    @Test
    void whatLiesInTheFolderIsShownAndSaysWhyItIsNotStarted() throws Exception {
        Path file = Jars.bundle("guest").header("Bundle-Name", "The guest").write(dropin("guest"));
        Jars.bundle("sly").header("Fragment-Host", "org.wirepost.smtp").write(dropin("sly"));
        closeToOthers(dropin("sly"), file);
        assertThat(find("guest")).satisfies(plugin -> {
            assertThat(plugin.condition()).isEqualTo(Condition.UNTRUSTED);
            assertThat(plugin.name()).isEqualTo("The guest");
            assertThat(plugin.problems()).singleElement().asString().contains("SHA-256");
        });
        assertThat(find("sly.jar").condition()).isEqualTo(Condition.REFUSED);
        assertThat(find("sly.jar").problems()).singleElement().asString().contains("fragment of org.wirepost.smtp");

        try (Candidate candidate = plugins.candidate(file)) {
            plugins.install(candidate);
        }
        assertThat(plugins.installed("guest")).as("the gate lets it pass").isEmpty();
        Jars.bundle("guest").header("Bundle-Version", "9").write(file);
        assertThat(find("guest").problems()).singleElement().asString().contains("changed");
    }

    private static void closeToOthers(Path... files) {
        for (Path file : files) {
            for (Path one : new Path[] {file, file.getParent()}) {
                one.toFile().setWritable(false, false);
                one.toFile().setWritable(true, true);
            }
        }
    }

    @Test
    void uninstallingTakesTheConsentBackAndUndoingGivesIt() throws Exception {
        Path source = Jars.bundle("guest").write(folder.resolve("guest.jar"));
        try (Candidate candidate = plugins.candidate(source)) {
            plugins.install(candidate);
        }
        framework.getBundleContext().installBundle(dropin("guest").toUri().toString());
        DropinFolder.Removed removed = plugins.uninstall(find("guest"));
        assertThat(trusted.list()).isEmpty();
        plugins.restore(removed);
        assertThat(trusted.list()).hasSize(1);
        assertThat(dropin("guest")).exists();
    }

    @Test
    void doesNotReplaceAPartOfTheProduct() throws Exception {
        Path core = Jars.bundle("org.wirepost.core").write(folder.resolve("b.jar"));
        framework.getBundleContext().installBundle("reference:" + core.toUri());
        Path file = Jars.bundle("org.wirepost.core").write(folder.resolve("c.jar"));
        assertThatThrownBy(() -> plugins.candidate(file)).hasMessageContaining("part of Wirepost");
    }

    @Test
    void tellsAboutComingsAndGoings() throws Exception {
        var told = new java.util.concurrent.Semaphore(0);
        Runnable watcher = told::release;
        plugins.watch(watcher);
        drop("guest", Jars.bundle("guest"));
        assertThat(told.tryAcquire(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        plugins.unwatch(watcher);
    }
}
