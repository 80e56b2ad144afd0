// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Something dangerous that stands in a few known places only, where it can be looked at.
 *
 * @param name what it is
 * @param forbidden packages with all below them ({@code javax.xml.}), types, and members of a type
 *        ({@code java.lang.System#exit}) or of whatever type ({@code #printStackTrace})
 * @param rooms the packages with all below them ({@code org.wirepost.lab.}) and the classes that may do it
 */
record Danger(String name, Set<String> forbidden, Set<String> rooms) {

    private static final String LAUNCHER = "org.wirepost.launcher.";
    private static final String GATE = "org.wirepost.plugin.internal.GateActivator";

    /** What is dangerous, and who may do it. */
    static final List<Danger> ALL = List.of(
            new Danger("makes objects of octets", Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream",
                    "java.beans.XMLDecoder", "java.rmi."), Set.of()),
            // What the components of a plug-in offer, read without document types.
            new Danger("parses XML", Set.of("javax.xml.", "org.w3c.", "org.xml."),
                    Set.of("org.wirepost.ui.internal.plugin.Offers")),
            // The command that prints a password, the size of the terminal, the class-data archive.
            new Danger("starts programs", Set.of("java.lang.ProcessBuilder", "java.lang.Runtime#exec"),
                    Set.of("org.wirepost.account.SecretCommand",
                            "org.wirepost.headless.internal.terminal.SystemTerminal",
                            LAUNCHER + "ClassArchive")),
            new Danger("opens connections", Set.of("java.net.Socket", "java.net.ServerSocket",
                    "java.net.DatagramSocket", "java.nio.channels.SocketChannel",
                    "java.nio.channels.ServerSocketChannel", "java.nio.channels.DatagramChannel", "java.net.http.",
                    "java.net.URLConnection", "javax.net.SocketFactory", "javax.naming.directory."),
                    // The last one asks the name servers whether a domain takes mail.
                    Set.of("org.wirepost.smtp.internal.", "org.wirepost.lab.",
                            "org.wirepost.ui.internal.compose.address.DnsResolver")),
            new Danger("sets up TLS", Set.of("javax.net.ssl.SSLContext", "javax.net.ssl.SSLEngine",
                    "javax.net.ssl.SSLSocket", "javax.net.ssl.SSLParameters", "javax.net.ssl.TrustManager",
                    "javax.net.ssl.X509TrustManager", "javax.net.ssl.X509ExtendedTrustManager",
                    "javax.net.ssl.HostnameVerifier"),
                    Set.of("org.wirepost.smtp.internal.tls.", "org.wirepost.smtp.internal.wire.",
                            "org.wirepost.smtp.internal.Opening", "org.wirepost.lab.internal.tls.",
                            "org.wirepost.lab.internal.wire.")),
            new Danger("ends the process", Set.of("java.lang.System#exit", "java.lang.Runtime#exit",
                    "java.lang.Runtime#halt"), Set.of(LAUNCHER)),
            // Whatever is to be hard to guess comes from SecureRandom; these spread waits and tell files apart.
            new Danger("draws numbers that can be guessed", Set.of("java.util.Random",
                    "java.util.concurrent.ThreadLocalRandom", "java.util.SplittableRandom", "java.lang.Math#random"),
                    Set.of("org.wirepost.delivery.internal.outbox.Stamp", "org.wirepost.delivery.runner.Ruling",
                            "org.wirepost.delivery.runner.Tempo",
                            "org.wirepost.headless.internal.command.SendRun")),
            // Nobody tells one process that another has let go of a lock, or that a folder has changed.
            new Danger("sleeps", Set.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep",
                    "java.util.concurrent.locks.LockSupport#parkNanos"),
                    Set.of("org.wirepost.account.WriteLock", "org.wirepost.delivery.internal.outbox.MailFile",
                            "org.wirepost.delivery.internal.outbox.Store",
                            "org.wirepost.delivery.internal.outbox.Turn", LAUNCHER + "Dropins", GATE)),
            new Danger("prints stack traces", Set.of("#printStackTrace",
                    "java.lang.Thread#dumpStack"), Set.of(LAUNCHER + "Launcher")),
            new Danger("writes past the terminal", Set.of("java.lang.System#out", "java.lang.System#err"),
                    Set.of(LAUNCHER, GATE, "org.wirepost.ui.internal.shell.DesktopComponent")),
            new Danger("gets round the rules of Java", Set.of("#setAccessible",
                    "java.lang.System#load", "java.lang.System#loadLibrary", "#defineClass",
                    "java.net.URLClassLoader", "javax.script.", "sun.misc."), Set.of()),
            new Danger("makes files that others may read", Set.of("java.io.File#createTempFile"), Set.of()));

    /** What attachment handlers can be handed: neither accounts nor secrets nor connections. */
    static final Danger OF_HANDLERS = new Danger("knows accounts or secrets",
            Set.of("org.wirepost.account.", "org.wirepost.smtp.", "org.wirepost.delivery.", "java.net.Socket",
                    "javax.net.", "javax.security.auth."), Set.of());

    /** The rule that nobody outside the rooms does it. */
    ArchRule rule() {
        return classes().should(new ArchCondition<>("leave alone what " + name) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isRoom(type)) {
                    breaches(type).forEach(breach -> events.add(SimpleConditionEvent.violated(type, breach)));
                }
            }
        }).allowEmptyShould(true);
    }

    /** Whether a class may do it. */
    boolean isRoom(JavaClass type) {
        return rooms.stream().anyMatch(room -> isIn(type, room));
    }

    static boolean isIn(JavaClass type, String room) {
        return room.endsWith(".") ? type.getName().startsWith(room)
                : type.getName().equals(room) || type.getName().startsWith(room + "$");
    }

    /** Each place where a class does it. */
    List<String> breaches(JavaClass type) {
        var types = type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> forbids(dependency.getTargetClass().getBaseComponentType()))
                .map(Object::toString);
        var members = type.getAccessesFromSelf().stream().filter(this::forbids).map(JavaAccess::getDescription);
        return Stream.concat(types, members).toList();
    }

    private boolean forbids(JavaClass type) {
        return forbidden.stream().anyMatch(each -> each.endsWith(".") ? type.getName().startsWith(each)
                : type.getName().equals(each));
    }

    private boolean forbids(JavaAccess<?> access) {
        return forbidden.stream().map(each -> each.split("#")).anyMatch(each -> each.length == 2
                && access.getTarget().getName().equals(each[1])
                && (each[0].isEmpty() || access.getTargetOwner().getName().equals(each[0])));
    }

    @Override
    public String toString() {
        return name;
    }
}
