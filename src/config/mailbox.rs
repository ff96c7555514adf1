//! `[[mailbox]]`: where mail comes from, what it must prove, and how answers find back.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::tz::TimeZone;

use crate::base::{EmailAddress, MailboxName, TeamName, limit};
use crate::policy::{Accept, AgentProof, AuthMode, Authentication, MailboxPolicy, ReplyAddress};

use super::desk::{Server, certificates, path, refuse_keys};
use super::later;
use super::quantity::{self, DayEnd};
use super::read::{Declared, Named, Table, Value};
use super::secret::Secrets;
use super::settings::{After, Source, SourcePlace, Start};

/// Octets of a reply token with the `+` before it (SECURITY.md 1.4): it has to fit into a local part beside the mailbox's own.
const TOKEN_OCTETS: usize = 48;
/// Received lines that a site's own servers may put above their Authentication-Results.
const TRUSTED_HOPS: u64 = 20;
/// Folders of one mailbox.
const FOLDERS: usize = 100;

/// What reading a mailbox needs besides its section.
#[derive(Debug)]
pub(super) struct Surroundings<'a> {
    pub(super) dir: &'a Path,
    pub(super) zone: &'a TimeZone,
    pub(super) secrets: Secrets<'a>,
    pub(super) teams: &'a Declared<TeamName>,
}

/// A mailbox as far as it could be read.
#[derive(Debug)]
pub(super) struct Mailbox<'a> {
    pub(super) policy: Option<MailboxPolicy>,
    pub(super) source: Option<Source>,
    /// Where its address stands.
    pub(super) address: Option<(EmailAddress, Value<'a>)>,
    /// Where the path of its Maildir stands, or the name of its server.
    pub(super) path: Option<Value<'a>>,
    /// How its senders are verified.
    pub(super) mode: AuthMode,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum MailboxKind {
    Maildir,
    Imap,
}

/// Reads one `[[mailbox]]`.
pub(super) fn read<'a>(named: Named<'a, MailboxName>, around: &Surroundings<'_>) -> Mailbox<'a> {
    let Named { name, table } = named;
    let address = table.need("address", "address = \"support@example.org\"").and_then(|value| Some((value.address()?, value)));
    let team = table.get("team").and_then(|value| around.teams.find(&value));
    let path_value = table.get("path").or_else(|| table.get("host"));
    let (kind, place) = place(&table, address.as_ref(), around);
    let auth = authentication(&table);
    let mode = auth.mode;
    let agents = agents(&table, mode);
    let accept = table.get("accept").map_or(Some(Accept::Anyone), |value| accept(&value));
    let reply_address = reply_address(&table, address.as_ref(), kind);
    let forms = table.get("form").map(|value| forms(&value)).unwrap_or_default();
    table.finish();
    let policy = name.clone().zip(accept).zip(address.as_ref()).map(|((name, accept), (address, _))| MailboxPolicy {
        name,
        address: address.clone(),
        team,
        agents,
        accept,
        auth,
        reply_address,
        forms,
    });
    let source = name.zip(place).map(|(name, place)| Source { name, place });
    Mailbox { policy, source, address, path: path_value, mode }
}

fn place(
    table: &Table<'_>,
    address: Option<&(EmailAddress, Value<'_>)>,
    around: &Surroundings<'_>,
) -> (Option<MailboxKind>, Option<SourcePlace>) {
    let kind_value = table.need("kind", "kind = \"maildir\"");
    let kind =
        kind_value.as_ref().and_then(|value| value.choice(&[("maildir", MailboxKind::Maildir), ("imap", MailboxKind::Imap)]));
    let start_value = table.get("start");
    let start = start_value.as_ref().map(|value| start(value, around.zone));
    let path_value = table.get("path");
    let server = Server::read(table);
    let user = table.get("user").map(|value| value.line(256));
    let password_value = table.get("password");
    let ca_file = table.get("ca_file").and_then(|value| certificates(&value, around.dir));
    let folders = table.get("folders").map_or_else(|| vec!["INBOX".to_owned()], |value| folders(&value));
    let after_value = table.get("after");
    let after = after_value.as_ref().map_or(Some(After::Mark), after);
    if let (Some(After::Move(target)), Some(value)) = (&after, &after_value)
        && folders.contains(target)
    {
        value.error(
            format!("mail is moved into `{target}`, which is read as well"),
            "move it into a folder that is not in `folders`",
        );
    }
    match kind {
        None => (kind, None),
        Some(MailboxKind::Maildir) => {
            refuse_keys(table, &["host", "port", "tls", "user", "password", "ca_file", "folders", "after"], "kind = \"imap\"");
            let value = table.need("path", "path = \"mail/support\"");
            let path = value.and_then(|value| path(&value, around.dir));
            (kind, path.zip(start.unwrap_or(Some(Start::All))).map(|(path, start)| SourcePlace::Maildir { path, start }))
        }
        Some(MailboxKind::Imap) => {
            if let Some(value) = path_value {
                value.error("`path` belongs to kind = \"maildir\"", "remove it, or change `kind`");
            }
            if password_value.is_none() {
                table.need("password", "password = { file = \"password\" }");
            }
            let password = password_value.and_then(|value| around.secrets.password(&value));
            let reached = server.complete(table, [993, 143, 143]);
            if let Some(kind) = &kind_value {
                later::imap(kind);
            }
            let user = user.unwrap_or_else(|| address.map(|(address, _)| address.to_string()));
            let place = (|| {
                let reached = reached?;
                Some(SourcePlace::Imap {
                    host: reached.host,
                    port: reached.port,
                    tls: reached.tls,
                    user: user?,
                    password: password?,
                    ca_file,
                    folders,
                    after: after?,
                    start: start.unwrap_or(Some(Start::Now))?,
                })
            })();
            (kind, place)
        }
    }
}

fn start(value: &Value<'_>, zone: &TimeZone) -> Option<Start> {
    let text = value.date_text()?;
    match text.as_str() {
        "now" => Some(Start::Now),
        "all" => Some(Start::All),
        date => {
            let since = quantity::moment(date, zone, DayEnd::First).map(Start::Since);
            if since.is_none() {
                value.error(format!("`start` may not be `{date}`"), "write \"now\", \"all\" or a date such as 2026-01-31");
            }
            since
        }
    }
}

fn folders(value: &Value<'_>) -> Vec<String> {
    let list: Vec<String> = value.one_or_more().iter().filter_map(folder).collect();
    if list.is_empty() || list.len() > FOLDERS {
        value.error(format!("a mailbox has 1 to {FOLDERS} folders"), "the usual one is folders = [\"INBOX\"]");
    }
    for (place, folder) in list.iter().enumerate() {
        if list.iter().take(place).any(|other| other == folder) {
            value.error(format!("the folder `{folder}` is named twice"), "name each folder once");
        }
    }
    list
}

/// A folder's name. INBOX may be written as one likes (RFC 3501 §5.1); how far it has been read is kept under one name.
fn folder(value: &Value<'_>) -> Option<String> {
    let name = value.line(255)?;
    Some(if name.eq_ignore_ascii_case("INBOX") { "INBOX".to_owned() } else { name })
}

fn after(value: &Value<'_>) -> Option<After> {
    if !value.is_table() {
        return value.choice(&[("mark", After::Mark), ("leave", After::Leave)]);
    }
    let table = value.table("after")?;
    let target = table.need("move", "move = \"Processed\"").and_then(|value| folder(&value));
    table.finish();
    target.map(After::Move)
}

fn authentication(table: &Table<'_>) -> Authentication {
    let mut auth = Authentication { mode: AuthMode::None, authserv_ids: BTreeSet::new(), trusted_hops: 0 };
    let Some(section) = table.section("auth", "auth") else { return auth };
    let mode = section.need("mode", "mode = \"trusted-ar\"");
    let words = [
        ("trusted-ar", AuthMode::TrustedResults),
        ("verify", AuthMode::Verify),
        ("both", AuthMode::Both),
        ("none", AuthMode::None),
    ];
    let chosen = mode.as_ref().and_then(|value| value.choice(&words));
    let ids = section.get("authserv_id");
    auth.authserv_ids =
        ids.iter().flat_map(Value::one_or_more).filter_map(|id| id.line(255)).map(|id| id.to_ascii_lowercase()).collect();
    let hops = section.get("trusted_hops");
    auth.trusted_hops = hops
        .as_ref()
        .and_then(|value| value.number(0..=TRUSTED_HOPS))
        .and_then(|number| usize::try_from(number).ok())
        .unwrap_or(0);
    if let (Some(chosen), Some(value)) = (chosen, &mode) {
        auth.mode = chosen;
        if chosen.verifies() {
            later::verify(value);
        }
        if chosen.trusts_results() && ids.is_none() {
            value.error(
                format!("`{}` needs `authserv_id`", if chosen == AuthMode::Both { "both" } else { "trusted-ar" }),
                "name what your receiving server writes first into Authentication-Results: authserv_id = [\"mx.example.org\"]",
            );
        } else if let (false, Some(ids)) = (chosen.trusts_results(), &ids) {
            let word = if chosen == AuthMode::None { "none" } else { "verify" };
            let message = format!("`authserv_id` has no effect while mode = \"{word}\"");
            ids.warning(message, "set mode = \"trusted-ar\" or \"both\", or remove it");
        }
    }
    if let Some(ids) = ids.filter(|_| auth.authserv_ids.is_empty()) {
        ids.error("`authserv_id` is empty", "name what your receiving server writes first into Authentication-Results");
    }
    if let Some(value) = hops.filter(|_| auth.trusted_hops > 0) {
        value.warning(
            "with `trusted_hops` a sender may forge results if your servers do not delete forged ones",
            "`maildesk doctor trust` finds out whether the receiving server removes Authentication-Results that carry its own name",
        );
    }
    section.finish();
    auth
}

fn agents(table: &Table<'_>, mode: AuthMode) -> AgentProof {
    // Where nobody verifies, asking for a signature would shut every agent out.
    let default = if mode == AuthMode::None { AgentProof::Token } else { AgentProof::TokenAndDkim };
    let Some(value) = table.get("agents") else { return default };
    let proof = value.choice(&[("token", AgentProof::Token), ("token+dkim", AgentProof::TokenAndDkim)]).unwrap_or(default);
    if proof == AgentProof::TokenAndDkim && mode == AuthMode::None {
        value.warning(
            "no agent's mail can pass: signatures are not verified while auth.mode is \"none\"",
            "set auth = { mode = \"trusted-ar\", authserv_id = [\"mx.example.org\"] } or { mode = \"verify\" }, or agents = \"token\"",
        );
    }
    proof
}

fn accept(value: &Value<'_>) -> Option<Accept> {
    const WORDS: &str = "write \"anyone\", \"known\" or a list of domains";
    match value.as_text() {
        Some("anyone") => return Some(Accept::Anyone),
        Some("known") => return Some(Accept::Known),
        Some(text) => {
            value.error(format!("`accept` may not be `{text}`"), WORDS);
            return None;
        }
        None => {}
    }
    let Some(list) = value.as_list() else {
        value.error("`accept` is neither a word nor a list", WORDS);
        return None;
    };
    if list.is_empty() {
        value.error("`accept` is empty: nobody could write to this mailbox", WORDS);
        return None;
    }
    let domains: BTreeSet<String> = list.iter().filter_map(Value::domain).collect();
    (!domains.is_empty()).then_some(Accept::Domains(domains))
}

fn reply_address(table: &Table<'_>, address: Option<&(EmailAddress, Value<'_>)>, kind: Option<MailboxKind>) -> ReplyAddress {
    let value = table.get("reply_address");
    if let Some((address, place)) = address.filter(|(address, _)| address.local().contains('+')) {
        place.error(
            format!("the address of a mailbox may not hold `+`, as {address} does"),
            "what stands after `+` is where reply tokens go; use an address of its own",
        );
    }
    let Some(value) = value else { return default_reply_address(address, kind) };
    if value.is_table() {
        let Some(section) = value.table("reply_address") else { return ReplyAddress::Plain };
        let domain = section.need("domain", "domain = \"reply.example.org\"");
        let found = domain.as_ref().and_then(Value::domain);
        section.finish();
        if let (Some(found), Some(domain), Some((address, _))) = (&found, &domain, address)
            && found.eq_ignore_ascii_case(address.domain())
        {
            // All addresses of a reply domain count as ours: the staff's own would be taken for reply tokens.
            domain.error(
                "a reply domain must be a domain of its own",
                format!("for example reply.{found}, all of whose mail reaches this mailbox"),
            );
            return ReplyAddress::Plain;
        }
        return found.map_or(ReplyAddress::Plain, ReplyAddress::Domain);
    }
    let chosen = value
        .choice(&[("plus", ReplyAddress::Plus), ("plain", ReplyAddress::Plain), ("probe", ReplyAddress::Probe)])
        .unwrap_or(ReplyAddress::Plain);
    if let (ReplyAddress::Plus | ReplyAddress::Probe, Some((address, _))) = (&chosen, address)
        && !has_room_for_token(address)
    {
        value.error(
            format!(
                "{address} is too long for plus addresses: a reply token leaves {} octets before the `@`",
                limit::LOCAL_PART_BYTES - TOKEN_OCTETS
            ),
            "use reply_address = { domain = \"reply.example.org\" } or \"plain\"",
        );
    }
    chosen
}

/// A Maildir's server delivers plus addresses as its admin knows; of a mail account nobody knows until it was tried.
fn default_reply_address(address: Option<&(EmailAddress, Value<'_>)>, kind: Option<MailboxKind>) -> ReplyAddress {
    match address {
        Some((address, place)) if !has_room_for_token(address) => {
            place.warning(
                format!("{address} is too long for plus addresses, so replies are recognised by their references alone"),
                "say so with reply_address = \"plain\", or use reply_address = { domain = \"reply.example.org\" }",
            );
            ReplyAddress::Plain
        }
        _ if kind == Some(MailboxKind::Imap) => ReplyAddress::Probe,
        _ => ReplyAddress::Plus,
    }
}

fn has_room_for_token(address: &EmailAddress) -> bool {
    address.local().len() + TOKEN_OCTETS <= limit::LOCAL_PART_BYTES
}

/// The addresses that web forms write from.
fn forms(value: &Value<'_>) -> Vec<EmailAddress> {
    let mut forms = Vec::new();
    for one in value.list().unwrap_or_default() {
        let Some(table) = one.table("form") else { continue };
        forms.extend(table.need("from", "from = \"form@example.org\"").and_then(|from| from.address()));
        table.finish();
    }
    forms
}
