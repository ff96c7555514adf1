# Lists, searches and tickets by mail: orders that only ask. Everybody gets what he may see, and nothing more.

ann is Ann Archer <ann@customer.example>
eve is Eve Else <eve@elsewhere.example>

admin changes service.toml:
    + 
    + [[view]]
    + name = "money"
    + query = "tag:money unanswered"

monday 09:00
ann writes to support: "Cannot log in" [attach "screen.png"]
    It says "wrong password".
ann writes to billing: "Invoice 4711"
    The invoice is wrong, and I cannot log in either.
eve writes to support: "Log in"
    The page stays white.

tuesday 10:00
bob replies about #1:
    #list team
bob reads
bob replies about #1:
    #search "log in"
bob reads
bob replies about #1:
    #show
bob reads
bob replies about #1:
    #transcript
bob reads

# Of a ticket that is not his he hears what he would hear of one that does not exist.
bob replies about #1:
    #show 2
bob reads
bob replies about #1:
    #show 99
bob reads

# Mistakes are answered with what was meant.
bob replies about #1:
    #search stauts:open
bob reads
bob replies about #1:
    #list vip
bob reads

# A list with a name, in the reader's language.
dieter reads about #2
lena replies about #2:
    #list money

# A customer asks for her own tickets; nobody else does with her words.
ann replies about #1:
    #list
ann reads
ann replies about #1:
    #show
ann reads
eve replies to ann's last mail:
    #show
