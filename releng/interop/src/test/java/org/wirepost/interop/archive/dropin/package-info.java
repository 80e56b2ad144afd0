// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What a test packs into a bundle for the folder dropins. */
package org.wirepost.interop.archive.dropin;
