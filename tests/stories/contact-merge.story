# One customer, two addresses: strangers to each other until somebody says that they are one person.

ann is Ann Archer <ann@customer.example>
annie is Annie A. <annie@home.example>
cora is Cora <cora@elsewhere.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
bob replies:
    #take

    Dear Ann, which browser is it?
annie writes to support: "Invoice"
    Where is my invoice?
cora writes to support: "Hello"
    Just me.

# From her other address she is somebody else: with the number alone she gets in nowhere, with Ann's reply address only as one who
# has got hold of it.
annie writes to support: "Re: [#1] Cannot log in"
    It is Firefox.
annie replies to ann's last mail:
    It is Firefox, see [#1].
show #1

# Refusals: what cannot be one, staff, and nobody.
admin asks: contact annie@home.example merge annie@home.example
admin asks: contact annie@home.example merge bob@example.org
admin asks: contact bob@example.org merge ann@customer.example
admin asks: contact annie@home.example merge nobody@home.example
admin asks: contact ann@customer.example add cora@elsewhere.example
admin asks: contact ann@customer.example add support@example.org
admin asks: contact ann@customer.example add bob@example.org
admin asks: contact ann@customer.example remove ann@customer.example

# Merged: the tickets are one customer's, and both addresses may write into all of them.
admin asks: contact annie@home.example set phone=030 1234
admin asks: contact annie@home.example merge ann@customer.example
admin asks: contact annie@home.example
admin asks: contact c11
admin asks: explain #2
annie writes to support: "Re: [#1] Cannot log in"
    Version 99, that is.
# The answer goes to where she wrote from.
bob replies about #1:
    Then please update it.
annie reads about #1
annie replies about #1:
    #list
annie reads
# From her first address again.
ann replies about #1:
    Firefox 99, by the way.
bob replies about #1:
    Thank you, that will do.

# A further address of nobody's, and away again.
admin asks: contact ann@customer.example add ann@holiday.example
admin asks: contact ann@customer.example remove ann@holiday.example

# Parted again: what came with the second address is its own again, and what was written down stays with both.
admin asks: contact c11 unmerge
admin asks: contact c11 unmerge
admin asks: contact ann@customer.example
admin asks: contact annie@home.example
annie replies about #1:
    And one more thing.
ann writes to billing: "Re: [#2] Invoice"
    Is there a refund?
admin asks: records contacts

# By mail it is asked about, since each address is shown what was said to the other; and taken back.
bob replies about #1:
    #contact merge cora@elsewhere.example
bob reads
bob replies to the confirm:
    yes
bob reads
cora writes to support: "Re: [#1] Cannot log in"
    I am Ann as well.
bob replies about #1:
    #contact merge cora@elsewhere.example
bob reads the refused
# A chain is undone from its end.
admin asks: contact ann@customer.example merge annie@home.example
admin asks: contact c12 unmerge
bob replies about #1:
    #undo
bob reads the refused
admin asks: contact c10 unmerge
bob replies about #1:
    #undo
bob reads the receipt
admin asks: contact cora@elsewhere.example
cora writes to support: "Re: [#1] Cannot log in"
    And now?
