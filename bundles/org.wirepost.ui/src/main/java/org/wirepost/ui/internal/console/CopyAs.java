// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.transcript.Base64Text;

/**
 * What a session did, as commands for other programs. No secret is in them: the programs ask for it, or take it from
 * an environment variable. What servers and people said is quoted for a POSIX shell.
 */
final class CopyAs {

    private static final String VARIABLE = "WIREPOST_PASSWORD";
    private static final Pattern PATH = Pattern.compile("(?i)^(?:MAIL FROM|RCPT TO):\\s*<([^>]*)>.*");

    private String host = "";
    private int port;
    private String tls = "";
    private boolean encrypted;
    private Optional<String> ehlo = Optional.empty();
    private Optional<String> sender = Optional.empty();
    private final Set<String> recipients = new LinkedHashSet<>();
    private Optional<String> mechanism = Optional.empty();
    private Optional<String> user = Optional.empty();

    private CopyAs() {
    }

    /** Reads a session; empty when it has not told where it goes. */
    static Optional<CopyAs> of(List<Item> items) {
        CopyAs facts = new CopyAs();
        items.forEach(item -> facts.take(item.entry().event()));
        return facts.host.isEmpty() ? Optional.empty() : Optional.of(facts);
    }

    private void take(DialogueEvent event) {
        if (event instanceof SessionStarted session) {
            host = session.host();
            port = session.port();
            tls = session.tls();
        } else if (event instanceof TlsEstablished) {
            encrypted = true;
        } else if (event instanceof CommandSent sent) {
            take(sent);
        }
    }

    private void take(CommandSent sent) {
        String text = sent.text();
        if (sent.stage() == Stage.EHLO && text.indexOf(' ') > 0) {
            ehlo = Optional.of(text.substring(text.indexOf(' ') + 1).strip());
        } else if (sent.stage() == Stage.AUTH) {
            authentication(sent, text);
        }
        Matcher path = PATH.matcher(text);
        if (path.matches() && sent.stage() == Stage.MAIL) {
            sender = Optional.of(path.group(1));
            recipients.clear();
        } else if (path.matches() && sent.stage() == Stage.RCPT) {
            recipients.add(path.group(1));
        }
    }

    private void authentication(CommandSent sent, String text) {
        String[] words = text.split(" ");
        if (words.length > 1 && words[0].equalsIgnoreCase("AUTH")) {
            mechanism = Optional.of(words[1].toUpperCase(Locale.ROOT));
        } else if (!sent.withheld() && mechanism.filter("LOGIN"::equals).isPresent() && user.isEmpty()) {
            user = Base64Text.decode(text).filter(name -> !name.isEmpty());
        }
    }

    private boolean isImplicit() {
        return tls.equals("implicit");
    }

    private boolean wantsStartTls() {
        return tls.equals("required") || encrypted && !isImplicit();
    }

    private String hostInUri() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /**
     * Returns the command that opens the same connection by openssl; certificates are checked. It is quiet, for without
     * that openssl takes R at the beginning of a line, as in RCPT, for a command of its own. A session without TLS is
     * opened by nc.
     */
    String openssl() {
        if (!isImplicit() && !wantsStartTls()) {
            return ShellWords.join(List.of("nc", "-C", host, Integer.toString(port)));
        }
        List<String> words = new ArrayList<>(List.of("openssl", "s_client", "-quiet", "-crlf",
                "-verify_return_error", "-verify_hostname", host, "-servername", host, "-connect",
                hostInUri() + ":" + port));
        if (!isImplicit()) {
            words.addAll(List.of("-starttls", "smtp"));
            ehlo.ifPresent(name -> words.addAll(List.of("-name", name)));
        }
        return ShellWords.join(words);
    }

    /** Returns the command that does the same by swaks, which asks for the password. */
    String swaks() {
        List<String> words = new ArrayList<>(List.of("swaks", "--server", host, "--port", Integer.toString(port)));
        if (isImplicit() || wantsStartTls()) {
            words.addAll(List.of(isImplicit() ? "--tls-on-connect" : "--tls", "--tls-verify"));
        }
        ehlo.ifPresent(name -> words.addAll(List.of("--ehlo", name)));
        mechanism.ifPresent(name -> words.addAll(List.of("--auth", name)));
        user.ifPresent(name -> words.addAll(List.of("--auth-user", name)));
        sender.ifPresent(address -> words.addAll(List.of("--from", address.isEmpty() ? "<>" : address)));
        if (!recipients.isEmpty()) {
            words.addAll(List.of("--to", String.join(",", recipients)));
        } else {
            words.addAll(List.of("--quit-after", mechanism.isPresent() ? "AUTH" : "EHLO"));
        }
        return ShellWords.join(words);
    }

    /** Returns the command that does the same by Wirepost: send with a letter, check without. */
    String wirepost() {
        boolean letter = sender.isPresent() && !recipients.isEmpty();
        List<String> words = new ArrayList<>(List.of("wirepost", letter ? "send" : "check", "--server",
                (isImplicit() ? "smtps://" : "smtp://") + hostInUri() + ":" + port));
        if (!isImplicit() && !tls.equals("required")) {
            words.addAll(List.of("--tls", tls.equals("none") ? "none" : "opportunistic"));
        }
        ehlo.ifPresent(name -> words.addAll(List.of("--ehlo", name)));
        mechanism.ifPresent(name -> {
            words.addAll(List.of("--user", user.orElse("USER"), "--auth", name));
            words.addAll(List.of(name.contains("OAUTH") ? "--token-env" : "--password-env", VARIABLE));
        });
        if (letter) {
            words.addAll(List.of("--eml", "letter.eml", "--envelope-from", sender.get()));
            recipients.forEach(address -> words.addAll(List.of("--envelope-to", address)));
        }
        return ShellWords.join(words);
    }
}
