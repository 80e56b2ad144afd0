// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a plug-in is handed, and what it can get from that by public methods: nothing with an account, a secret or a
 * connection in it.
 */
class SpiTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(Project.bundles().stream()
            .map(bundle -> bundle.resolve("target/classes")).filter(java.nio.file.Files::exists).toList());

    private static final List<String> FORBIDDEN = List.of("org.wirepost.account.", "org.wirepost.delivery.",
            "org.wirepost.smtp.auth.", "java.net.Socket", "java.nio.channels.SocketChannel", "javax.net.",
            "org.wirepost.smtp.SmtpConnection", "org.wirepost.ui.internal.account.", "java.security.KeyStore");

    @ParameterizedTest
    @ValueSource(strings = {"org.wirepost.mime.attachment.AttachmentHandler",
        "org.wirepost.mime.attachment.Thumbnailer", "org.wirepost.smtp.dialogue.DialogueListener",
        "org.wirepost.ui.View"})
    void whatAPlugInIsHandedLeadsToNoAccountSecretOrConnection(String door) {
        var reachable = reachable(CLASSES.get(door));
        assertThat(reachable).hasSizeGreaterThan(3);
        assertThat(reachable).allSatisfy(name -> assertThat(FORBIDDEN).noneMatch(name::startsWith));
        assertThat(reachable).noneMatch(name -> name.matches(".*\\.(Secret|Password|Credential|Account)[A-Za-z]*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.wirepost.account.AccountSession", "org.wirepost.delivery.DeliveryService"})
    void itWouldBeNoticed(String door) {
        assertThat(reachable(CLASSES.get(door))).anyMatch(name -> FORBIDDEN.stream().anyMatch(name::startsWith));
    }

    /** Types of Wirepost that can be got at, and types of others that are named on the way. */
    private static Set<String> reachable(JavaClass door) {
        var found = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(Set.of(door));
        while (!next.isEmpty()) {
            var type = next.remove().getBaseComponentType();
            if (found.add(type.getName()) && type.getName().startsWith("org.wirepost.")) {
                type.getMembers().stream().filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(SpiTest::types).forEach(next::add);
                next.addAll(type.getAllRawInterfaces());
                type.getSubclasses().stream().filter(sub -> type.isInterface() && sub.isRecord()).forEach(next::add);
            }
        }
        return found;
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        var unit = (JavaCodeUnit) member;
        return Stream.concat(unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }
}
