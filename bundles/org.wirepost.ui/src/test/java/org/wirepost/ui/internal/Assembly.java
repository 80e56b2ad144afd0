// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the components of the desktop together without a framework: one of each class, made when it is first needed. */
public final class Assembly {

    private static final String OURS = "org.wirepost.ui.internal.";

    private final Map<Class<?>, Object> made = new HashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();

    /** Finds the classes; what comes from outside has to be given. */
    public Assembly(Map<Class<?>, Object> given) throws Exception {
        made.putAll(given);
        Path top = Path.of(org.wirepost.ui.View.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(top)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                String name = top.relativize(file).toString().replace(".class", "").replace('/', '.');
                if (name.startsWith(OURS)) {
                    classes.add(Class.forName(name, false, Assembly.class.getClassLoader()));
                }
            }
        }
    }

    /** Returns the classes of the desktop whose names match. */
    public List<Class<?>> classes(String simpleName) {
        return classes.stream().filter(type -> type.getSimpleName().equals(simpleName)).toList();
    }

    /** Returns one of each public class that can be made and is of a type. */
    public <T> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Class<?> each : classes) {
            if (type.isAssignableFrom(each) && isComponent(each)
                    && constructor(each, new LinkedHashSet<>()).isPresent()) {
                found.add(type.cast(get(each)));
            }
        }
        return found;
    }

    private static boolean isComponent(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && Modifier.isFinal(type.getModifiers()) && !type.isRecord()
                && !type.isEnum() && type.getName().startsWith(OURS);
    }

    /** Returns the one of a class. */
    public <T> T get(Class<T> type) {
        Object known = made.get(type);
        if (known == null) {
            known = make(implementation(type).orElseThrow(() -> new IllegalStateException("Nobody makes " + type)));
            made.put(type, known);
        }
        return type.cast(known);
    }

    private Optional<Class<?>> implementation(Class<?> type) {
        return type.isInterface()
                ? classes.stream().filter(each -> type.isAssignableFrom(each) && isComponent(each)).findFirst()
                : Optional.of(type).filter(Assembly::isComponent).map(each -> each);
    }

    private Object make(Class<?> type) {
        Object known = made.get(type);
        if (known != null) {
            return known;
        }
        try {
            Constructor<?> constructor = constructor(type, new LinkedHashSet<>())
                    .orElseThrow(() -> new IllegalStateException("There is no way to make " + type));
            Object[] arguments = Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray();
            Object component = constructor.newInstance(arguments);
            made.put(type, component);
            fill(component);
            return component;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Making " + type, e);
        }
    }

    /** Sets the fields that the framework would set. */
    private void fill(Object component) throws IllegalAccessException {
        for (Field field : component.getClass().getDeclaredFields()) {
            boolean settable = !Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers());
            if (settable && canGet(field.getType(), new LinkedHashSet<>())) {
                field.setAccessible(true);
                if (field.get(component) == null) {
                    field.set(component, get(field.getType()));
                }
            }
        }
    }

    private Optional<Constructor<?>> constructor(Class<?> type, Set<Class<?>> asking) {
        return Arrays.stream(type.getConstructors()).sorted(Comparator.comparing(Constructor::getParameterCount))
                .<Constructor<?>>map(each -> each).filter(each -> Arrays.stream(each.getParameterTypes())
                        .allMatch(parameter -> canGet(parameter, asking))).findFirst();
    }

    private boolean canGet(Class<?> type, Set<Class<?>> asking) {
        if (made.containsKey(type)) {
            return true;
        }
        if (!asking.add(type)) {
            return false;
        }
        boolean can = implementation(type).filter(each -> constructor(each, asking).isPresent()).isPresent();
        asking.remove(type);
        return can;
    }
}
