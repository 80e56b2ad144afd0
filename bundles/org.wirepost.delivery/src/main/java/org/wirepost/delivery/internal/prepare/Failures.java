// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryFailure.BadContent;
import org.wirepost.delivery.DeliveryFailure.BadInput;
import org.wirepost.delivery.DeliveryFailure.ContentChanged;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.attachment.HandlerException;
import org.wirepost.mime.attachment.OptionException;
import org.wirepost.smtp.SmtpException;

/** Turns what was thrown into what is reported. */
public final class Failures {

    private static final int LONGEST_SHOWN = 80;

    private Failures() {
    }

    /**
     * Words a fault of files and texts.
     *
     * @param fault what was thrown while something was read
     * @param input what was read, if the fault itself does not say
     */
    public static DeliveryFailure of(IOException fault, String input) {
        if (fault instanceof AddressException address) {
            return new BadInput(address.input(), "\"" + shown(address.input()) + "\" is not an address. "
                    + address.getMessage(), Optional.of(address.pointer()));
        }
        if (fault instanceof ContentChangedException changed) {
            return new ContentChanged(changed.part().orElse(input), changed.getMessage());
        }
        if (fault instanceof MimeException mime) {
            return mime.part().isPresent() ? new BadContent(mime.part().get(), mime.getMessage())
                    : new BadInput(input, mime.getMessage(), Optional.empty());
        }
        if (fault instanceof OutboxException) {
            return new BadContent("outbox", fault.getMessage());
        }
        if (fault instanceof HandlerException) {
            return new BadContent(input, fault.getMessage());
        }
        if (fault instanceof InterruptedIOException) {
            return new DeliveryFailure.Cancelled("Cancelled before anything was sent.");
        }
        return new BadContent(input, "\"" + input + "\" cannot be read: " + words(fault) + ".");
    }

    /** Words a failure of a session; when the content is to blame, the failure names it. */
    public static DeliveryFailure of(SmtpException fault) {
        if (fault.kind() == SmtpException.Kind.CONTENT && fault.getCause() instanceof IOException cause) {
            DeliveryFailure failure = of(cause, "message");
            return failure instanceof BadInput input ? new BadContent(input.input(), input.sentence()) : failure;
        }
        return new DeliveryFailure.Session(fault);
    }

    /** A value that may not stand in a message. */
    static OrderException badField(InvalidFieldException fault) {
        return new OrderException(new BadInput(fault.field(), fault.getMessage(), Optional.empty()), fault);
    }

    /** An option that no file takes. */
    static OrderException badOption(OptionException fault) {
        return new OrderException(new DeliveryFailure.Usage(fault.getMessage()), fault);
    }

    /** A file that cannot go out. */
    static OrderException badContent(String input, String sentence) {
        return new OrderException(new BadContent(input, sentence), null);
    }

    /** A text that cannot stand where it was given. */
    static OrderException badInput(String input, String sentence) {
        return new OrderException(new BadInput(input, sentence, Optional.empty()), null);
    }

    /** Wraps a fault of files and texts. */
    public static OrderException order(IOException fault, String input) {
        return new OrderException(of(fault, input), fault);
    }

    private static String shown(String input) {
        String line = input.replaceAll("\\p{Cc}", "?");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "\u2026";
    }

    private static String words(IOException fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
