// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test that opens windows; it is skipped, saying so, where there is no display to open them on. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "org.wirepost.windows.driver.Displays#areThere",
        disabledReason = "There is no display: set DISPLAY, or run releng/verify, which starts one.")
public @interface NeedsDisplay {
}
