// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * The JPEG attachment handler, built with nothing but the attachment contract of the mime bundle.
 */
package org.wirepost.mime.jpeg.internal;
