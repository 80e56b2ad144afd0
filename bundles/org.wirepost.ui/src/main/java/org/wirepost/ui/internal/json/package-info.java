// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Files of JSON, read and written member by member, so that their formats stand in code that can be read. */
package org.wirepost.ui.internal.json;
