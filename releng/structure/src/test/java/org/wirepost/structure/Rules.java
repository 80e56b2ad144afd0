// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Rules that hold for classes wherever they are. */
final class Rules {

    /** What a plain library may use: no desktop, no logging, no XML, no network beyond sockets. */
    private static final Set<String> PLAIN_MODULES = Set.of("java.base", "java.security.sasl");
    private static final Set<String> PLAIN_PACKAGES = ModuleLayer.boot().modules().stream()
            .filter(module -> PLAIN_MODULES.contains(module.getName()))
            .flatMap(module -> module.getDescriptor().exports().stream())
            .filter(exports -> !exports.isQualified())
            .map(exports -> exports.source()).collect(Collectors.toSet());

    /** Annotations that leave no trace at run time. */
    private static final Set<String> ANNOTATION_PACKAGES = Set.of("org.osgi.annotation.bundle",
            "org.osgi.annotation.versioning", "org.osgi.service.component.annotations");

    private Rules() {
    }

    /** A plain library needs the JDK, itself, and nothing else. */
    static ArchRule needsOnlyTheJdk(String ownPackages) {
        return classes().should(onlyDependOnClassesThat(describe(
                "are in " + PLAIN_MODULES + " or " + ownPackages,
                type -> isPlain(type.getBaseComponentType(), ownPackages))));
    }

    private static boolean isPlain(JavaClass type, String ownPackages) {
        var name = type.getPackageName();
        return type.isPrimitive() || PLAIN_PACKAGES.contains(name) || ANNOTATION_PACKAGES.contains(name)
                || name.equals(ownPackages) || name.startsWith(ownPackages + ".");
    }

    /** What others compile against names no type of a toolkit, a service framework or a logger. */
    static ArchRule apiNamesNoForeignTypes() {
        return apiNamesNoForeignTypes(Set.of());
    }

    /**
     * What others compile against names no foreign type but some.
     *
     * @param allowed the packages, the ones below them included, whose types it may name
     */
    static ArchRule apiNamesNoForeignTypes(Set<String> allowed) {
        return classes().that().arePublic().and().resideOutsideOfPackage("..internal..")
                .should(new ArchCondition<>("name no foreign type in public members") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMembers().stream().filter(Rules::isVisible).forEach(member -> types(member)
                                .filter(Rules::isForeign).filter(foreign -> !isIn(foreign, allowed))
                                        .forEach(foreign -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " names " + foreign.getName()))));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isVisible(JavaMember member) {
        var modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getRawType());
        }
        var unit = (JavaCodeUnit) member;
        return Stream.of(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream(),
                unit.getExceptionTypes().stream()).flatMap(types -> types);
    }

    private static boolean isForeign(JavaClass type) {
        var name = type.getBaseComponentType().getName();
        return Stream.of("java.awt.", "javax.swing.", "org.eclipse.", "org.osgi.", "java.util.logging.", "org.slf4j.",
                "java.lang.System$Logger", "com.google.", "picocli.").anyMatch(name::startsWith);
    }

    private static boolean isIn(JavaClass type, Set<String> packages) {
        var name = type.getBaseComponentType().getName();
        return packages.stream().anyMatch(parent -> name.startsWith(parent + "."));
    }

    /** Only the workbench knows what a window is. */
    static ArchRule usesNoWindowToolkit() {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse..", "javax.swing..")
                .allowEmptyShould(true);
    }

    /** A name says what a thing is: no prefix for interfaces, no class that only implements or helps. */
    static ArchRule namesSaySomething() {
        return noClasses().should().haveSimpleNameEndingWith("Impl")
                .orShould().haveNameMatching(".*\\.[A-Za-z]*(Util|Utils|Helper|Manager)")
                .orShould(new ArchCondition<>("be an interface with the prefix I") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean prefixed = type.isInterface() && type.getSimpleName().matches("I[A-Z][a-z].*");
                        events.add(new SimpleConditionEvent(type, prefixed, type.getName() + " has the prefix I"));
                    }
                })
                .allowEmptyShould(true);
    }

    /** The names of fields are no file format (ADR 0010): Gson reads and writes trees and streams, never objects. */
    static ArchRule mapsNoObjects() {
        return noClasses().should().accessTargetWhere(describe("maps objects by reflection", Rules::maps))
                .allowEmptyShould(true);
    }

    /** What comes from outside is never turned into objects of whatever class it names. */
    static ArchRule readsNoObjects() {
        return noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.ObjectInput.*")
                .orShould().dependOnClassesThat().haveNameMatching("java\\.beans\\.XMLDecoder")
                .allowEmptyShould(true);
    }

    private static boolean maps(JavaAccess<?> access) {
        if (!access.getTargetOwner().getName().equals("com.google.gson.Gson")
                || !(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        return Set.of("fromJson", "toJsonTree", "getAdapter").contains(target.getName())
                || target.getName().equals("toJson")
                && !target.getRawParameterTypes().get(0).getName().equals("com.google.gson.JsonElement");
    }
}
