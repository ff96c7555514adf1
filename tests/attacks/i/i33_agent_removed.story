# Somebody who was an agent when the mail was written to him.
# Outcome: no rights; they are asked for when the mail is carried out.

admin changes staff.toml:
    - [[staff]]
    - name = "bob"
    - display = "Bob Brook"
    - address = "bob@example.org"
    - role = "agents"

    - members = ["alice", "bob"]
    + members = ["alice"]
  |   bob has left the staff
  |   to operator: departure "Example help: Bob Brook has left the staff"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Bob Brook <bob@example.org>
    To: {TB}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m63@mail.test>

    #close
  | opened #3
  |   flag RefersElsewhere; #3 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: received "[#3] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
