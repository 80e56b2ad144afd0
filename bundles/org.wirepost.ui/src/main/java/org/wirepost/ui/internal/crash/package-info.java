// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What happens when something goes wrong that nobody expected. */
package org.wirepost.ui.internal.crash;
