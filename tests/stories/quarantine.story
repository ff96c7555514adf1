# What must not be taken in lies aside until somebody decides.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".

# Our own mail comes back.
carl@elsewhere.example writes to support: "Anything" [from "Support <support@example.org>"]
    I am you.
admin asks: quarantine
admin asks: drop q1

# More tickets in an hour than one address may open.
admin changes desk.toml:
    - [threading]
    + [limits]
    + tickets_per_address = 2
    + [threading]
+1m
ann writes to support: "Second"
    Two.
ann writes to support: "Third"
    Three.
ann writes to support: "Fourth"
    Four.
operator reads
admin asks: release q2
admin asks: quarantine
