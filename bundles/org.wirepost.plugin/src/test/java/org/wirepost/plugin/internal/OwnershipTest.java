// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.plugin.Permissions;
import org.wirepost.plugin.PluginRefusal;
import org.wirepost.plugin.PluginRefusal.Reason;

class OwnershipTest {

    private static final int NOBODY = 65_534;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        Path own = Files.createDirectories(folder.resolve("outer/own"));
        Permissions.set(own, "rwxr-xr-x");
        Permissions.set(own.getParent(), "rwxr-xr-x");
        file = Permissions.set(Files.writeString(own.resolve("a.jar"), "a"), "rw-r--r--");
    }

    private void assertRefused(Reason reason, Path because) throws IOException {
        Path real = because.toRealPath();
        assertThatThrownBy(() -> Ownership.ofThisProcess().require(file, file))
                .asInstanceOf(type(PluginRefusal.class))
                .matches(refusal -> refusal.reason() == reason, "is refused for this reason")
                .matches(refusal -> refusal.getMessage().contains(real.toString()), "names " + real);
    }

    private void assertAccepted() {
        assertThatCode(() -> Ownership.ofThisProcess().require(file, file)).doesNotThrowAnyException();
    }

    @Test
    void aFileOfTheUsersInAFolderOfTheUsersIsFine() {
        assertAccepted();
    }

    @Test
    void aFileThatTheGroupOrEverybodyCanWriteIsRefused() throws Exception {
        Permissions.set(file, "rw-rw-r--");
        assertRefused(Reason.OPEN, file);
        Permissions.set(file, "rw-r--rw-");
        assertRefused(Reason.OPEN, file);
    }

    @Test
    void aFolderThatTheGroupOrEverybodyCanWriteIsRefused() throws Exception {
        Permissions.set(file.getParent(), "rwxrwxr-x");
        assertRefused(Reason.OPEN, file.getParent());
        Permissions.set(file.getParent(), "rwxr-x-wx");
        assertRefused(Reason.OPEN, file.getParent());
    }

    @Test
    void aFolderFurtherUpMayBeTheGroupsButNotEverybodys() throws Exception {
        Permissions.set(file.getParent().getParent(), "rwxrwxr-x");
        assertAccepted();
        Permissions.set(file.getParent().getParent(), "rwxrwxrwx");
        assertRefused(Reason.OPEN, file.getParent().getParent());
        Files.setAttribute(file.getParent().getParent(), "unix:mode", 01777);
        assertAccepted();
    }

    @Test
    void theStickyBitIsNotEnoughForTheFolderItself() throws Exception {
        Files.setAttribute(file.getParent(), "unix:mode", 01777);
        assertRefused(Reason.OPEN, file.getParent());
    }

    @Test
    void aLinkIsAsGoodAsWhatItLeadsTo() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path other = Files.writeString(open.resolve("b.jar"), "b");
        Permissions.set(open, "rwxr-xr-x");
        Permissions.set(other, "rw-r--r--");
        Files.delete(file);
        Files.createSymbolicLink(file, other);
        assertAccepted();
        Permissions.set(open, "rwxrwxrwx");
        assertRefused(Reason.OPEN, open);
        Permissions.set(open, "rwxr-xr-x");
        Permissions.set(other, "rw-rw-r--");
        assertRefused(Reason.OPEN, other);
        Files.delete(other);
        assertThatThrownBy(() -> Ownership.ofThisProcess().require(file, file)).isInstanceOf(PluginRefusal.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void whatBelongsToSomebodyElseIsRefused() throws Exception {
        Object root = 0;
        if (Files.getAttribute(file, "unix:uid").equals(root)) {
            Files.setAttribute(file, "unix:uid", NOBODY);
            assertRefused(Reason.FOREIGN, file);
            Files.setAttribute(file, "unix:uid", 0);
            Files.setAttribute(file.getParent(), "unix:uid", NOBODY);
            assertRefused(Reason.FOREIGN, file.getParent());
        } else {
            assertThatThrownBy(() -> Ownership.of(NOBODY).require(file, file)).isInstanceOf(PluginRefusal.class)
                    .hasMessageContaining("chown");
        }
    }

    @Test
    void whatBelongsToTheAdministratorIsFine() {
        Path system = Path.of("/etc/passwd");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(system), "needs a file of the administrator");
        assertThatCode(() -> Ownership.of(NOBODY).require(system, system)).doesNotThrowAnyException();
    }
}
