[
    ("m07", "no trap for connections yet: nothing in the reading layers can open one, which tests/architecture.rs shows"),
    ("s01", "no run of the whole suite with canary secrets yet"),
    ("s02", "not tested under this id"),
    ("s03", "not tested under this id"),
    ("s04", "io/imap has tests of hostile servers, not under this id"),
    ("s05", "tests/servers has a change of UIDVALIDITY, not under this id"),
]
