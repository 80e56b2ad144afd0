// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * Starts the OSGi framework of an installation, lends the main thread to the application that the bundles bring, and
 * ends the process with its exit code.
 *
 * <p><b>The application</b> is the service {@code java.util.function.ToIntFunction} with the property
 * {@code main.thread=true} and the highest ranking. It is called once, on the thread that entered {@code main}, with
 * the {@code String[]} of program arguments, and returns the exit code. When the process is told to end (Ctrl-C,
 * SIGTERM) and the application is an {@link java.lang.AutoCloseable}, it is closed from another thread and should give
 * up what it waits for; if it is none, or has not returned after three seconds, its thread is interrupted. When it has
 * returned, the process ends with its exit code; two seconds after the interrupt the bundles are stopped all the same.
 */
package org.wirepost.launcher;
