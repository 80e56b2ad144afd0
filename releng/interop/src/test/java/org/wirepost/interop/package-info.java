// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Tests against servers that others wrote, and of the archive as its users unpack it. */
package org.wirepost.interop;
