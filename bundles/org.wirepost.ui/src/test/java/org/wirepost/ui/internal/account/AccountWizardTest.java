// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.Places;
import org.wirepost.account.Presets;
import org.wirepost.account.StoredFile;
import org.wirepost.delivery.Extensions;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The wizard against the lab server, over real sockets. */
@ExtendWith(OnDisplay.class)
class AccountWizardTest {

    @TempDir
    Path folder;

    private final Person person = new Person();
    private final Background background = new Background();
    private final SessionLog log = new SessionLog();
    private AccountBook book;
    private AccountTester tester;
    private AccountWizard wizard;
    private AccountWizardDialog dialog;
    private LabServer server;

    @BeforeEach
    void open() throws IOException {
        UiThread ui = new UiThread();
        ui.attach(Display.getCurrent());
        Look look = new Look();
        look.setTheme(Theme.SYSTEM);
        book = new AccountBook(new Places(folder, folder, folder), Map.of(), person);
        tester = new AccountTester(book, log, Extensions.NONE, background,
                new CheckMemory(new StoredFile(folder.resolve("checks.json"))));
        server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("ann", "sesame")).build());
        wizard = new AccountWizard(new AccountParts(book, tester, Presets.load(), look, ui, background));
        dialog = new AccountWizardDialog(new Shell(Display.getCurrent()), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        OnDisplay.settle();
    }

    @AfterEach
    void close() {
        for (Shell shell : Display.getCurrent().getShells()) {
            shell.dispose();
        }
        server.close();
        background.close();
        book.close();
    }

    private void fillIn(String password) {
        Screen.type(IdentityForm.ADDRESS, "ann@example.org");
        Screen.type(ServerForm.HOST, "localhost");
        Screen.type(ServerForm.PORT, Integer.toString(server.port()));
        Screen.type(LoginForm.USER, "ann");
        Screen.click("account.next");
        Screen.type(LoginForm.SECRET, password);
        Screen.click("account.next");
    }

    private static String advice() {
        return Screen.find(org.eclipse.swt.custom.StyledText.class, "account.advice").getText();
    }

    private static void awaitFix(String fix) {
        Screen.await(fix + ", not: " + advice(), () -> Screen.search("account.fix." + fix).isPresent());
    }

    private void trustTheKey() {
        Screen.whenOpen("account.certificate", () -> {
            assertThat(Screen.find(Text.class, "account.chain").getText()).contains("DNS:localhost", "sha256//");
            Screen.click("account.pin");
        });
        Screen.click("account.fix.ShowCertificate");
    }

    @Test
    void fillsInWhatTheAddressTells() {
        Screen.type(IdentityForm.ADDRESS, "ann@gmail.com");

        assertThat(Screen.find(Text.class, ServerForm.HOST).getText()).isEqualTo("smtp.gmail.com");
        assertThat(Screen.find(Text.class, ServerForm.PORT).getText()).isEqualTo("465");
        assertThat(Screen.find(Combo.class, "account.provider").getText()).isEqualTo("Gmail");
        assertThat(Screen.find(Label.class, "account.found").getText()).contains("Gmail");
        Screen.click("account.next");
        assertThat(Screen.find(Label.class, "account.hint").getText()).contains("app password");
        assertThat(wizard.canFinish()).isFalse();
    }

    @Test
    void saysWhereAnAddressIsFaultyAndDoesNotGoOn() {
        Screen.type(IdentityForm.ADDRESS, "ann@gm ail.com");

        assertThat(dialog.getErrorMessage()).contains("8");
        assertThat(dialog.getCurrentPage().isPageComplete()).isFalse();
        Screen.type(IdentityForm.ADDRESS, "ann@gmail.com");
        assertThat(dialog.getErrorMessage()).isNull();
        assertThat(dialog.getCurrentPage().isPageComplete()).isTrue();
    }

    @Test
    void goesFromAnUnknownCertificateByThePinnedKeyToASavedAccount() throws Exception {
        fillIn("sesame");
        awaitFix("ShowCertificate");
        assertThat(Screen.find(Table.class, "account.steps").getItem(2).getText(0)).contains("\u2717");
        trustTheKey();
        Screen.await("the end of the test", () -> advice().startsWith("All steps"));

        assertThat(log.recordings()).hasSize(2).allMatch(recording -> !recording.all().entries().isEmpty());
        person.says("correct horse");
        assertThat(wizard.performFinish()).isTrue();
        Account account = book.find("example.org").orElseThrow();
        assertThat(account.server().pin()).isPresent();
        assertThat(tester.mark(account)).map(CheckMemory.Mark::good).contains(true);
        book.open(account).close();
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void saysWhatToDoAboutAWrongPasswordAndSavesAllTheSame() {
        fillIn("wrong");
        awaitFix("ShowCertificate");
        trustTheKey();
        awaitFix("Retype");

        assertThat(advice()).contains("535", "What to do").doesNotContain("wrong");
        person.says("correct horse");
        assertThat(wizard.performFinish()).isTrue();
        assertThat(tester.mark(wizard.added().orElseThrow())).map(CheckMemory.Mark::good).contains(false);
    }

    @Test
    void keepsEverythingWhenThePersonGivesNoMasterPassword() {
        fillIn("sesame");

        assertThat(wizard.performFinish()).isFalse();
        assertThat(dialog.getErrorMessage()).contains("master password");
        assertThat(book.accounts()).isEmpty();
        assertThat(wizard.added()).isEqualTo(Optional.empty());
    }
}
