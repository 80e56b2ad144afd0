// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Uses a window as a person would: finds what is on it, clicks, types, waits, looks. */
package org.wirepost.windows.driver;
