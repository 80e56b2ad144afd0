// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Measures Wirepost beside Angus Mail: starts the server and the clients, adds up, and prints tables of ratios. */
package org.wirepost.bench;
