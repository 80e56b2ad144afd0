// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

/**
 * A component that nobody refers to, but that the window needs: it is made before the window opens, and not at all when
 * a command of the command line runs. Never make one {@code immediate}.
 */
public interface DeskPart {
}
