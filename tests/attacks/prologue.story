# Before each case: two customers have a ticket each, and the staff has been told of both.
cust is Cust Omer <cust@customer.test>
other is Other One <other@second.test>
eve is Eve <eve@attack.test>
monday 09:00
cust writes to help: "Printer on fire"
    It burns.
other writes to help: "Second matter"
    It smokes.

# What somebody may have got hold of.
TA is the reply address of alice's mail about #1
TA2 is the reply address of alice's mail about #2
TB is the reply address of bob's mail about #1
T1 is the reply address of cust's mail about #1
T2 is the reply address of other's mail about #2
OWN is the Message-ID of alice's mail about #1
ACK is the Message-ID of cust's mail about #1
