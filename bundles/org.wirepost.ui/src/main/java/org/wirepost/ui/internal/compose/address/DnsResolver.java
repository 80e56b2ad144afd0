// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import java.util.Hashtable;
import java.util.function.Function;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.wirepost.ui.internal.compose.address.MailDomains.Answer;

/** Asks the name servers of this machine about the mail of a domain; gives up after two seconds. */
public final class DnsResolver implements Function<String, Answer> {

    private static final String MILLIS = "2000";

    @Override
    public Answer apply(String domain) {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, "dns:");
        settings.put("com.sun.jndi.dns.timeout.initial", MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            DirContext context = new InitialDirContext(settings);
            try {
                return answer(context.getAttributes("/" + domain + ".", new String[] {"MX", "A", "AAAA"}));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return Answer.UNKNOWN_DOMAIN;
        } catch (NamingException e) {
            // No network, no name server, no answer in time: nothing is known, and nothing is said.
            return Answer.NO_ANSWER;
        }
    }

    private static Answer answer(Attributes attributes) throws NamingException {
        Attribute servers = attributes.get("MX");
        if (servers != null && servers.size() > 0) {
            boolean refuses = servers.size() == 1 && servers.get().toString().strip().matches("\\d+ \\.?");
            return refuses ? Answer.REFUSES_MAIL : Answer.TAKES_MAIL;
        }
        return attributes.get("A") != null || attributes.get("AAAA") != null ? Answer.ADDRESS_ONLY
                : Answer.UNKNOWN_DOMAIN;
    }
}
