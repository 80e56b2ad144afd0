// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.smtp.TlsMode;

/** Every octet that Postfix takes is the one that was meant, whatever way it went. */
@Tag("postfix")
class PostfixBytesTest {

    private static final int BARE = 526;
    private static final int STRICT = 527;

    @TestFactory
    List<DynamicNode> everyOctetIsTheOneThatWasMeant() throws IOException {
        Peer postfix = Peers.postfix();
        Map<String, ServerLogin> ways = new LinkedHashMap<>();
        ways.put("BDAT", postfix.plain(Mode.BDAT.without()));
        ways.put("DATA", postfix.plain(Mode.PIPELINED.without()));
        ways.put("BDAT over TLS", postfix.encrypted(Mode.BDAT.without()));
        ways.put("DATA over TLS", postfix.encrypted(Mode.PIPELINED.without()));
        ways.put("a server without extensions", ServerLogin.anonymous(postfix.at(BARE, TlsMode.NONE)));
        ways.put("a server that refuses lone line feeds", ServerLogin.anonymous(postfix.at(STRICT, TlsMode.NONE)));
        return new ByteChecks(postfix).of(ways);
    }
}
