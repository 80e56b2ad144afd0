// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.text.DateFormat;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.wirepost.plugin.PluginRefusal;
import org.wirepost.plugin.PluginSignature;

/** Says in the user's language why a bundle is not taken, and who signed it. */
final class TrustWords {

    private TrustWords() {
    }

    /** Returns the sentence of a failure. */
    static String of(Exception failure) {
        if (failure instanceof PluginRefusal refusal) {
            return of(refusal.reason(), refusal.details());
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String of(PluginRefusal.Reason reason, List<String> details) {
        String words = switch (reason) {
            case NO_FILE -> Messages.noFile;
            case TOO_LARGE -> Messages.tooLarge;
            case FOREIGN -> Messages.refusedForeign;
            case OPEN -> Messages.refusedOpen;
            case NO_JAR -> Messages.noJar;
            case TWO_FACED -> Messages.refusedTwoFaced;
            case NO_BUNDLE -> Messages.noBundle;
            case BAD_NAME -> Messages.badName;
            case BAD_MANIFEST -> Messages.badManifest;
            case OUR_NAME -> Messages.refusedName;
            case FRAGMENT -> Messages.refusedFragment;
            case EXTENSION -> Messages.refusedExtension;
            case HOOK -> Messages.refusedHook;
            case OUR_PACKAGE -> Messages.refusedPackage;
            case BROKEN_SIGNATURE -> Messages.refusedSignature;
        };
        return Messages.bind(words, details.toArray());
    }

    /** Returns a signature in words. */
    static String of(PluginSignature signature) {
        return switch (signature.state()) {
            case NONE -> Messages.signatureNone;
            case WHOLE -> Messages.bind(Messages.signatureWhole,
                    signature.signers().stream().map(TrustWords::of).collect(Collectors.joining("; ")));
            case PARTLY -> Messages.bind(Messages.signaturePartly, signature.detail());
            case BROKEN -> Messages.bind(Messages.signatureBroken, signature.detail());
        };
    }

    private static String of(PluginSignature.Signer signer) {
        String who = signer.isSelfSigned() ? Messages.bind(Messages.signerSelf, signer.subject())
                : Messages.bind(Messages.signerIssued, signer.subject(), signer.issuer());
        if (signer.isEarly()) {
            return Messages.bind(Messages.signerEarly, who);
        }
        String until = DateFormat.getDateInstance(DateFormat.MEDIUM).format(Date.from(signer.until()));
        return Messages.bind(signer.isExpired() ? Messages.signerExpired : Messages.signerUntil, who, until);
    }
}
