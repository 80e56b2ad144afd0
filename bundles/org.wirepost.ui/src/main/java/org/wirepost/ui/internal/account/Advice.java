// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Preset;
import org.wirepost.account.Presets;
import org.wirepost.account.Server;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.delivery.check.Remedy;
import org.wirepost.smtp.TlsMode;
import org.wirepost.ui.internal.words.Sentences;

/**
 * What a failed test means for the person in front of it.
 *
 * @param sentence what went wrong, in one sentence
 * @param words what the server said, line by line, verbatim
 * @param steps what can be done, a sentence each
 * @param fixes what can be done by one click
 * @param link where the provider explains or sets it up
 */
record Advice(String sentence, List<String> words, List<String> steps, List<Fix> fixes, Optional<String> link) {

    /** For a test that could not begin. */
    static Advice of(CheckResult.Unready unready) {
        return new Advice(unready.sentence(), List.of(), List.of(), List.of(new Fix.Retype(Messages.fixRetype)),
                Optional.empty());
    }

    /**
     * For a step that failed.
     *
     * @param failed the step
     * @param server the server
     * @param presets what is known of providers
     */
    static Advice of(CheckStep.Failed failed, Server server, Presets presets) {
        Optional<Preset> provider = failed.remedies().contains(Remedy.LOGIN)
                || failed.remedies().contains(Remedy.MECHANISM) ? presets.forServer(server) : Optional.empty();
        List<String> steps = new ArrayList<>();
        provider.ifPresent(known -> steps.add(known.name() + ": " + ProviderHint.of(known)));
        List<Fix> fixes = new ArrayList<>();
        for (Remedy remedy : failed.remedies()) {
            steps.add(words(remedy, server));
            fix(remedy, failed, server, presets).ifPresent(fixes::add);
        }
        return new Advice(Sentences.of(failed.failure().getMessage()),
                failed.reply().map(reply -> reply.lines()).orElse(List.of()), steps, fixes,
                provider.flatMap(Preset::link));
    }

    /** Returns what a remedy asks for, in one or a few sentences. */
    static String words(Remedy remedy, Server server) {
        return switch (remedy) {
            case HOST_NAME -> Messages.bind(Messages.remedyHost, server.host());
            case PORT -> Messages.remedyPort;
            case PATIENCE -> Messages.remedyPatience;
            case LATER -> Messages.remedyLater;
            case USE_IMPLICIT_TLS -> Messages.remedyImplicit;
            case USE_STARTTLS -> Messages.remedyStarttls;
            case TLS_MODE -> Messages.remedyMode;
            case TRUST -> Messages.remedyTrust;
            case LOGIN -> Messages.remedyLogin;
            case MECHANISM -> Messages.remedyMechanism;
        };
    }

    private static Optional<Fix> fix(Remedy remedy, CheckStep.Failed failed, Server server, Presets presets) {
        return switch (remedy) {
            case USE_IMPLICIT_TLS -> Optional.of(other(server, TlsMode.IMPLICIT, presets));
            case USE_STARTTLS -> Optional.of(other(server, TlsMode.REQUIRED, presets));
            case PORT -> Optional.of(other(server, server.tlsMode() == TlsMode.IMPLICIT ? TlsMode.REQUIRED
                    : TlsMode.IMPLICIT, presets)).filter(fix -> fix.server().port() != server.port())
                    .map(Fix.class::cast);
            case TRUST -> failed.chain().isEmpty() ? Optional.empty()
                    : Optional.of(new Fix.ShowCertificate(Messages.fixCertificate, failed.chain()));
            case LOGIN -> Optional.of(new Fix.Retype(Messages.fixRetype));
            case HOST_NAME, PATIENCE, LATER, TLS_MODE, MECHANISM -> Optional.empty();
        };
    }

    /** The provider's own other port where there is one, else the usual one; a port of one's own is kept. */
    private static Fix.Switch other(Server server, TlsMode mode, Presets presets) {
        int port = presets.forServer(server).stream()
                .flatMap(preset -> java.util.stream.Stream.concat(java.util.stream.Stream.of(preset.server()),
                        preset.alternatives().stream()))
                .filter(known -> known.tlsMode() == mode).map(Server::port).findFirst()
                .orElseGet(() -> usual(server.port(), mode));
        Server changed = server.withAddress(server.host(), port, mode);
        return new Fix.Switch(Messages.bind(mode == TlsMode.IMPLICIT ? Messages.fixImplicit : Messages.fixStarttls,
                Integer.toString(port)), changed);
    }

    private static int usual(int port, TlsMode mode) {
        boolean common = port == ServerForm.IMPLICIT_PORT || port == ServerForm.SUBMISSION_PORT || port == 25;
        if (!common) {
            return port;
        }
        return mode == TlsMode.IMPLICIT ? ServerForm.IMPLICIT_PORT : ServerForm.SUBMISSION_PORT;
    }
}
