//! A desk whose mailboxes lie on a mail host.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::host::{Host, PASSWORD};
use super::world::World;

/// A way to a server: the port, and what `tls` says.
pub(super) type Line = (u16, &'static str);

/// The desk of `World` with both mailboxes on the host, and letters going out through it. The lines may lead over a proxy.
pub(super) fn desk(host: &Host, imap: Line, smtp: Line) -> World {
    let world = World::new();
    world.write("password", &format!("{PASSWORD}\n"));
    fs::set_permissions(world.path("password"), Permissions::from_mode(0o600)).expect("a mode");
    let mut text = world.read("desk.toml");
    for name in ["support", "sales"] {
        let maildir = format!("kind = \"maildir\"\npath = \"mail/{name}\"\n");
        assert!(text.contains(&maildir), "{text}");
        let reading = format!("kind = \"imap\"\nstart = \"all\"\nreply_address = \"plus\"\n{}", server(host, imap));
        text = text.replace(&maildir, &reading.replace("@USER@", &format!("{name}@example.org")));
    }
    let out = "kind = \"maildir\"\npath = \"mail/out\"\n";
    assert!(text.contains(out), "{text}");
    let sending = format!("kind = \"smtp\"\n{}", server(host, smtp).replace("@USER@", "support@example.org"));
    world.write("desk.toml", &text.replace(out, &sending));
    world
}

fn server(host: &Host, (port, tls): Line) -> String {
    // A log-in in the clear is refused by Postfix, and its MX needs none; Dovecot takes either.
    let login = "user = \"@USER@\"\npassword = { file = \"password\" }\n";
    let login = if port == host.ports.smtp { "" } else { login };
    let authority = if tls == "plain" { String::new() } else { format!("ca_file = \"{}\"\n", host.authority().display()) };
    format!("host = \"localhost\"\nport = {port}\ntls = \"{tls}\"\n{login}{authority}")
}
