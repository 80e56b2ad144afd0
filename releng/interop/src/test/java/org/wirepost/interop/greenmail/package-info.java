// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** GreenMail, which is written on Angus Mail: what it takes is read back as a mail program reads it. */
package org.wirepost.interop.greenmail;
