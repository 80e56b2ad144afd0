// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest {

    @TempDir
    Path folder;
    private Shell shell;
    private Window window;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        window = new Window();
    }

    @Test
    void withoutAWindowTheExitCodeIsThatOfAWrongCommandLine() {
        Shell.Result result = shell.run("desktop");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("wirepost: This archive of Wirepost has no window; get wirepost-desktop-0.");
    }

    @Test
    void theWindowIsOpenedInTheCallingThreadAndItsExitCodeIsOurs() {
        window.code = 70;

        assertThat(shell.withDesktop(window).run("desktop").code()).isEqualTo(70);
        assertThat(window.thread).isSameAs(Thread.currentThread());
        assertThat(window.words).isEmpty();
    }

    @Test
    void aMailtoAddressIsHandedOverAsItIs() {
        shell.withDesktop(window).run("desktop", "MailTo:bob@example.org?subject=A%20word");

        assertThat(window.words).containsExactly("MailTo:bob@example.org?subject=A%20word");
    }

    @Test
    void aFileIsHandedOverByItsFullName() {
        Path file = shell.file("a letter.eml", "Subject: x\r\n\r\n");

        shell.withDesktop(window).run("desktop", "a letter.eml");
        shell.run("desktop", file.toUri().toString());

        assertThat(window.words).containsExactly(file.toString(), file.toString());
    }

    @Test
    void aFileThatIsNotThereOpensNoWindow() {
        Shell.Result result = shell.withDesktop(window).run("desktop", "gone.eml");

        assertThat(result.code()).isEqualTo(66);
        assertThat(result.err()).contains("FILE gone.eml does not exist");
        assertThat(window.thread).isNull();
    }

    @Test
    void theWindowIsAskedToCloseWhenTheCommandIsStopped() {
        shell.stop().stop();

        shell.withDesktop(window).run("desktop");

        assertThat(window.closed).isTrue();
    }

    private static final class Window implements ToIntFunction<String[]>, AutoCloseable {

        private final List<String> words = new ArrayList<>();
        private Thread thread;
        private boolean closed;
        private int code;

        @Override
        public int applyAsInt(String[] args) {
            thread = Thread.currentThread();
            words.addAll(List.of(args));
            return code;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
