// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.mime.Address;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.mime.Mailbox;

/** Reads addresses, and shows where one is wrong. */
public final class Addresses {

    private Addresses() {
    }

    /**
     * Reads the addresses of a field; each value may be a list with commas.
     *
     * @param fields where it stands
     * @param name the field
     * @return the addresses in order
     * @throws Fault when one is wrong
     */
    static List<Address> list(Fields fields, String name) throws Fault {
        List<Address> addresses = new ArrayList<>();
        for (String value : fields.values(name)) {
            try {
                List<Address> more = AddressParser.parseList(value);
                if (more.isEmpty()) {
                    throw new Fault(ExitCode.DATAERR, fields.where(name) + " '" + value + "' holds no address.");
                }
                addresses.addAll(more);
            } catch (AddressException | InvalidFieldException e) {
                throw bad(fields.where(name), e);
            }
        }
        return addresses;
    }

    /**
     * Reads one mailbox.
     *
     * @param text as given
     * @param where names it in errors
     * @return the mailbox
     * @throws Fault when it is wrong
     */
    public static Mailbox one(String text, String where) throws Fault {
        try {
            return AddressParser.parseMailbox(text);
        } catch (AddressException | InvalidFieldException e) {
            throw bad(where, e);
        }
    }

    private static Fault bad(String where, Exception e) {
        Fault fault = new Fault(ExitCode.DATAERR, where + ": " + e.getMessage(), e);
        return e instanceof AddressException address ? fault.withHint(address.pointer()) : fault;
    }
}
