// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The AUTH exchange (RFC 4954) and the SASL mechanisms. */
package org.wirepost.smtp.internal.sasl;
