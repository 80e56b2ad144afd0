// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The bundles there are, what they offer, and how the user brings further ones or takes them away. */
package org.wirepost.ui.internal.plugin;
