# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 the Wirepost authors
"""Reads the messages <folder>/0.eml, 1.eml, ... with Python's email package and prints what it sees.

One line for each value: number of the message, kind, value in base64. A defect is printed as one.
"""
import base64
import email
import email.policy
import os
import sys


def show(number, kind, value):
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogateescape")
    print(number, kind, base64.b64encode(value).decode("ascii"))


# The name parameter of Content-Type is written for old readers that know no RFC 2231.
KNOWN = ("InvalidHeaderDefect('encoded word inside quoted string')",
         "InvalidHeaderDefect('missing trailing whitespace after encoded-word')")


def defects(number, holder, known=()):
    for defect in getattr(holder, "defects", []):
        if repr(defect) not in known:
            show(number, "defect", repr(defect))


def leaves(number, part):
    defects(number, part)
    for name, value in part.items():
        if name.lower() not in ("x-note", "list-unsubscribe"):
            defects(number, value, KNOWN if name.lower() == "content-type" else ())
    if part.is_multipart():
        for child in part.iter_parts():
            leaves(number, child)
        return
    content = part.get_payload(decode=True)
    show(number, "type", part.get_content_type())
    show(number, "name", part.get_filename() or "")
    show(number, "content", content)


folder = sys.argv[1]
for number in range(len(os.listdir(folder))):
    with open(os.path.join(folder, "%d.eml" % number), "rb") as file:
        message = email.message_from_bytes(file.read(), policy=email.policy.default)
    show(number, "subject", str(message["subject"] or ""))
    for field in ("from", "to", "cc"):
        if message[field] is not None:
            for address in message[field].addresses:
                show(number, "address", "%s|%s" % (address.display_name, address.addr_spec))
    leaves(number, message)
