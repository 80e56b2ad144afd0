// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The window, used as a person uses it: what is tested, what is measured, and what its pictures show. */
package org.wirepost.windows;
