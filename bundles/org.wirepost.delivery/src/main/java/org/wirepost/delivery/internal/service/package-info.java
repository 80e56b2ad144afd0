// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The service that brings handlers, listeners and mechanisms of other bundles to deliveries. */
package org.wirepost.delivery.internal.service;
