# Encrypted mail opens a ticket that says so; signed mail too, and nobody takes a signature for proof.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "For your eyes only"
    -----BEGIN PGP MESSAGE-----

    hQEMA0000000000000000000
    -----END PGP MESSAGE-----
  | opened #1
  |   flag Encrypted; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: For your eyes only"
  |   to bob: new-ticket "[#1] New: For your eyes only"
  |   to ann: received "[#1] We have received your message"
ann writes to support: "With my signature"
    -----BEGIN PGP SIGNED MESSAGE-----
    Hash: SHA512

    The key is under the mat.
    -----BEGIN PGP SIGNATURE-----

    iQEzBAEBCgAdFiEE0000000000000000
    -----END PGP SIGNATURE-----
  | opened #2
  |   flag Signed; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: With my signature"
  |   to bob: new-ticket "[#2] New: With my signature"
  |   to ann: received "[#2] We have received your message"
alice reads
  | Subject: [#2] New: With my signature
  |
  | === #2 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! It carries a signature (S/MIME or PGP), which is not verified here.
  |
  | -----BEGIN PGP SIGNED MESSAGE-----
  | Hash: SHA512
  |
  | The key is under the mat.
  | -----BEGIN PGP SIGNATURE-----
  |
  | iQEzBAEBCgAdFiEE0000000000000000
  | -----END PGP SIGNATURE-----
  |
  | ------------------------------------------------------------
  | Ticket #2: With my signature
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
