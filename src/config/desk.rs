//! `desk.toml` but for its mailboxes: the desk itself, where mail goes, how threads are found, how much is too much.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use crate::base::EmailAddress;
use crate::policy::{Mask, Strangers, SubjectThreading, Threading, Volumes, mask_pattern};

use super::later;
use super::load::DATA_DIR;
use super::problem::nearest;
use super::quantity;
use super::read::{Declared, Named, Table, Value};
use super::secret::Secrets;
use super::settings::{Listen, Outgoing, Tls};
use super::team::TeamLimits;

/// Characters of a name that people read.
pub(super) const NAME_CHARS: usize = 120;

/// The section `[desk]`. What could not be read stands here as its default, so that reading can go on.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    pub(super) name: String,
    pub(super) domain: String,
    pub(super) data_dir: PathBuf,
    pub(super) language: String,
    pub(super) zone: TimeZone,
    pub(super) zone_name: String,
    pub(super) operator: Option<(EmailAddress, Value<'a>)>,
    pub(super) dns: Vec<SocketAddr>,
}

/// Reads `[desk]`.
pub(super) fn read<'a>(document: &Table<'a>, dir: &Path) -> Desk<'a> {
    let mut desk = Desk {
        name: String::new(),
        domain: String::new(),
        data_dir: dir.join(DATA_DIR),
        language: "en".to_owned(),
        zone: TimeZone::UTC,
        zone_name: "UTC".to_owned(),
        operator: None,
        dns: Vec::new(),
    };
    let Some(table) = document.get("desk") else {
        document.missing("[desk]", "every desk has a section [desk] with name, domain and operator");
        return desk;
    };
    let Some(table) = table.table("[desk]") else { return desk };
    if let Some(name) = table.need("name", "name = \"Example support\"").and_then(|value| value.line(NAME_CHARS)) {
        desk.name = name;
    }
    if let Some(domain) = table.need("domain", "domain = \"example.org\"").and_then(|value| value.domain()) {
        desk.domain = domain;
    }
    if let Some(path) = table.get("data_dir").and_then(|value| path(&value, dir)) {
        desk.data_dir = path;
    }
    if let Some(language) = table.get("language").and_then(|value| language(&value)) {
        desk.language = language;
    }
    if let Some((name, zone)) = table.get("time_zone").and_then(|value| time_zone(&value)) {
        desk.zone = zone;
        desk.zone_name = name;
    }
    desk.dns = table.get("dns").map(|value| name_servers(&value)).unwrap_or_default();
    let operator = table.need("operator", "operator = \"you@example.org\"");
    desk.operator = operator.and_then(|value| Some((value.address()?, value)));
    table.finish();
    desk
}

/// Name servers by their addresses; the port is 53 where none is named.
fn name_servers(value: &Value<'_>) -> Vec<SocketAddr> {
    let servers = value.one_or_more().into_iter().filter_map(|one| {
        one.parsed(|text| {
            let server = text.parse().or_else(|_| text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 53)));
            let help = "write its address, with a port if it is not 53: dns = [\"192.0.2.53\", \"127.0.0.1:5353\"]";
            server.map_err(|_| (format!("`{text}` is no address of a name server"), help.to_owned()))
        })
    });
    servers.collect()
}

/// A path; a relative one starts at the configuration's directory.
pub(super) fn path(value: &Value<'_>, dir: &Path) -> Option<PathBuf> {
    let text = value.line(4096)?;
    if text.starts_with('~') {
        value.error(format!("`~` is not expanded in `{text}`"), "write the path from `/`, or relative to this directory");
        return None;
    }
    Some(dir.join(text))
}

/// A language by its ISO 639-1 code.
pub(super) fn language(value: &Value<'_>) -> Option<String> {
    value.parsed(|text| {
        let refusal =
            || (format!("`{text}` is no language code"), "write two small letters (ISO 639-1): \"en\", \"de\"".to_owned());
        quantity::is_language(text).then(|| text.to_owned()).ok_or_else(refusal)
    })
}

/// A time zone by its IANA name.
pub(super) fn time_zone(value: &Value<'_>) -> Option<(String, TimeZone)> {
    value.parsed(|text| match TimeZone::get(text) {
        Ok(zone) => Ok((text.to_owned(), zone)),
        Err(_) => {
            let names: Vec<String> = jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect();
            let help = match nearest(text, names.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write its IANA name, such as \"Europe/Berlin\" or \"UTC\"".to_owned(),
            };
            Err((format!("there is no time zone `{text}`"), help))
        }
    })
}

/// Reads `[[mask]]`.
pub(super) fn mask(document: &Table<'_>) -> Mask {
    let (_, sections) = Declared::read(document, ("mask", "[[mask]]"), true, |value| value.line(NAME_CHARS));
    let mut patterns = Vec::new();
    for Named { name, table } in sections {
        let regex = table.need("regex", "regex = '\\bKD-\\d{6}\\b'");
        let keep_last = table.get("keep_last").map_or(Some(0), |value| value.number(0..=20));
        table.finish();
        let (Some(name), Some(regex), Some(keep_last)) = (name, regex, keep_last) else { continue };
        let keep_last = usize::try_from(keep_last).unwrap_or_default();
        patterns.extend(regex.parsed(|text| mask_pattern(name, text, keep_last)));
    }
    Mask::new(patterns)
}

/// Reads `[outgoing]`.
pub(super) fn outgoing<'a>(document: &Table<'a>, dir: &Path, secrets: Secrets<'_>) -> Option<(Outgoing, Value<'a>)> {
    let Some(section) = document.get("outgoing") else {
        document.missing("[outgoing]", "say where mail goes: kind = \"maildir\" with a path, or kind = \"smtp\" with a host");
        return None;
    };
    let table = section.table("[outgoing]")?;
    let outgoing = outgoing_way(&table, dir, secrets);
    let place = table.get("path").unwrap_or(section);
    table.finish();
    Some((outgoing?, place))
}

/// Reads `[metrics]`: who may ask is whoever is on this machine, for nothing there asks for a password.
pub(super) fn metrics(document: &Table<'_>, dir: &Path) -> Option<Listen> {
    let table = document.section("metrics", "[metrics]")?;
    let value = table.need("listen", "listen = \"127.0.0.1:9464\"")?;
    let listen = if value.text()?.contains('/') { path(&value, dir).map(Listen::Socket) } else { loopback(&value) };
    table.finish();
    listen
}

fn loopback(value: &Value<'_>) -> Option<Listen> {
    value.parsed(|text| match text.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => Ok(Listen::Loopback(address)),
        Ok(address) => Err((
            format!("{address} can be reached by others, and the figures ask for no password"),
            "listen on 127.0.0.1 or [::1], or on a Unix socket by its path; a proxy can let others in".to_owned(),
        )),
        Err(_) => Err((
            format!("`{text}` is no address with a port, and no path"),
            "write listen = \"127.0.0.1:9464\" or listen = \"/run/maildesk/metrics.sock\"".to_owned(),
        )),
    })
}

fn outgoing_way(table: &Table<'_>, dir: &Path, secrets: Secrets<'_>) -> Option<Outgoing> {
    let kind = table.need("kind", "kind = \"maildir\"");
    // Every key is asked for whatever the kind is, so that none is called unknown where only the kind is wrong.
    table.get("path");
    let server = Server::read(table);
    let user = table.get("user").and_then(|value| value.line(256));
    let password_value = table.get("password");
    let password = password_value.as_ref().and_then(|value| secrets.password(value));
    let ca_file = table.get("ca_file").and_then(|value| certificates(&value, dir));
    let kind_value = kind.as_ref()?;
    let is_smtp = kind_value.choice(&[("maildir", false), ("smtp", true)])?;
    if is_smtp {
        later::smtp(kind_value);
        refuse_keys(table, &["path"], "kind = \"maildir\"");
        if table.has("user") != table.has("password") {
            table.error("[outgoing] has one of `user` and `password`, not both", "give both to log in, or neither");
        }
        let Reached { host, port, tls } = server.complete(table, [465, 587, 25])?;
        return Some(Outgoing::Smtp { host, port, tls, user, password, ca_file });
    }
    refuse_keys(table, &["host", "port", "tls", "user", "password", "ca_file"], "kind = \"smtp\"");
    let path_value = table.need("path", "path = \"mail/out\"")?;
    Some(Outgoing::Maildir { path: path(&path_value, dir)? })
}

/// A file with certificates.
pub(super) fn certificates(value: &Value<'_>, dir: &Path) -> Option<PathBuf> {
    let path = path(value, dir)?;
    if !path.is_file() {
        value.error(format!("there is no file {}", path.display()), "name a file with certificates in PEM form");
    }
    Some(path)
}

/// Says of each given key that it belongs to another kind.
pub(super) fn refuse_keys(table: &Table<'_>, keys: &[&'static str], belongs: &str) {
    for value in keys.iter().filter_map(|key| table.get(key)) {
        value.error(format!("`{}` belongs to {belongs}", value.key), "remove it, or change `kind`");
    }
}

/// How a mail server is reached, as far as it could be read.
#[derive(Debug)]
pub(super) struct Server<'a> {
    host: Option<(String, Value<'a>)>,
    port: Option<u16>,
    tls: Option<(Tls, Value<'a>)>,
}

/// How a mail server is reached.
#[derive(Debug)]
pub(super) struct Reached {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Tls,
}

impl<'a> Server<'a> {
    /// Reads `host`, `port` and `tls`.
    pub(super) fn read(table: &Table<'a>) -> Self {
        let words = [("implicit", Tls::Implicit), ("starttls", Tls::StartTls), ("plain", Tls::Plain)];
        Self {
            host: table.get("host").and_then(|value| Some((host(&value)?, value))),
            port: table.get("port").and_then(|value| u16::try_from(value.number(1..=65_535)?).ok()),
            tls: table.get("tls").and_then(|value| Some((value.choice(&words)?, value))),
        }
    }

    /// Fills in the ports that servers listen on with implicit TLS, with STARTTLS, and in the clear.
    pub(super) fn complete(self, table: &Table<'a>, ports: [u16; 3]) -> Option<Reached> {
        if !table.has("host") {
            table.need("host", "host = \"mail.example.org\"");
        }
        let [implicit, starttls, plain] = ports;
        let tls = self.tls.as_ref().map_or(Tls::Implicit, |(tls, _)| *tls);
        let (host, _) = self.host?;
        if let (Tls::Plain, Some((_, value))) = (tls, &self.tls)
            && !is_loopback(&host)
        {
            value.error(
                format!("without TLS, passwords and mail could be read on the way to {host}"),
                "use \"implicit\" or \"starttls\"; \"plain\" only to localhost",
            );
        }
        let default = match tls {
            Tls::Implicit => implicit,
            Tls::StartTls => starttls,
            Tls::Plain => plain,
        };
        Some(Reached { host, port: self.port.unwrap_or(default), tls })
    }
}

fn host(value: &Value<'_>) -> Option<String> {
    value.parsed(|text| {
        let text = text.trim();
        let bare = text.trim_start_matches('[').trim_end_matches(']');
        let is_name = !bare.is_empty()
            && bare.len() <= 255
            && bare
                .split('.')
                .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')));
        if is_name || bare.parse::<std::net::IpAddr>().is_ok() {
            Ok(bare.to_ascii_lowercase())
        } else {
            Err((
                format!("`{text}` is no host name"),
                "write the name alone, such as \"mail.example.org\"; the port is a key of its own".to_owned(),
            ))
        }
    })
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Reads `[threading]`; `no_authentication` says that no mailbox verifies senders.
pub(super) fn threading(document: &Table<'_>, no_authentication: bool) -> Threading {
    let mut threading = Threading {
        strangers: Strangers::Link,
        subject: SubjectThreading::Replies,
        ack_unverified: no_authentication,
        close_own: true,
    };
    let Some(table) = document.section("threading", "[threading]") else { return threading };
    if let Some(value) = table.get("strangers") {
        threading.strangers =
            value.choice(&[("link", Strangers::Link), ("append", Strangers::Append)]).unwrap_or(threading.strangers);
        if threading.strangers == Strangers::Append {
            value.warning(
                "strangers who know a Message-ID get into tickets",
                "this is for archives of mailing lists; a desk wants strangers = \"link\"",
            );
        }
    }
    if let Some(value) = table.get("subject") {
        let words = [("replies", SubjectThreading::Replies), ("off", SubjectThreading::Off)];
        threading.subject = value.choice(&words).unwrap_or(threading.subject);
    }
    if let Some(flag) = table.get("ack_unverified").and_then(|value| value.flag()) {
        threading.ack_unverified = flag;
    }
    if let Some(flag) = table.get("close_own").and_then(|value| value.flag()) {
        threading.close_own = flag;
    }
    table.finish();
    threading
}

/// Reads `[limits]`.
pub(super) fn limits<'a>(document: &Table<'a>) -> (Volumes, TeamLimits, Vec<Blocked<'a>>) {
    let mut volumes = Volumes::default();
    let Some(table) = document.section("limits", "[limits]") else { return (volumes, TeamLimits::default(), Vec::new()) };
    let teams = TeamLimits::read(&table);
    // No acknowledgement at all is a choice; no ticket at all is not.
    let bounds = [
        ("acks_per_address", &mut volumes.acks_per_address, 0, 100),
        ("acks_per_domain", &mut volumes.acks_per_domain, 0, 10_000),
        ("acks_per_free_mail_domain", &mut volumes.acks_per_free_mail_domain, 0, 100_000),
        ("acks", &mut volumes.acks, 0, 100_000),
        ("automatic_per_ticket", &mut volumes.automatic_per_ticket, 1, 100),
        ("tickets_per_address", &mut volumes.tickets_per_address, 1, 100_000),
        ("tickets_per_domain", &mut volumes.tickets_per_domain, 1, 1_000_000),
        ("reopens_per_ticket", &mut volumes.reopens_per_ticket, 1, 1000),
        ("messages_per_ticket", &mut volumes.messages_per_ticket, 1, 100_000),
    ];
    for (key, limit, low, high) in bounds {
        if let Some(number) = table.get(key).and_then(|value| value.count(low..=high)) {
            *limit = number;
        }
    }
    if let Some(value) = table.get("free_mail_domains") {
        volumes.free_mail_domains.extend(value.one_or_more().iter().filter_map(Value::domain));
    }
    let blocked: Vec<Blocked<'a>> = table.get("blocked").iter().flat_map(Value::one_or_more).filter_map(blocked).collect();
    volumes.blocked.extend(blocked.iter().map(|blocked| blocked.who.clone()));
    table.finish();
    (volumes, teams, blocked)
}

/// A sender whose mail is never taken, and where that stands.
#[derive(Debug)]
pub(super) struct Blocked<'a> {
    /// An address, or a domain after `@`; lower case.
    pub(super) who: String,
    pub(super) value: Value<'a>,
}

fn blocked(value: Value<'_>) -> Option<Blocked<'_>> {
    let who = value.parsed(|text| {
        let address = text.strip_prefix('@').map_or_else(|| text.to_owned(), |domain| format!("x@{domain}"));
        let key = EmailAddress::new(&address).map(|address| address.key()).map_err(|error| {
            let help = "write a whole address, \"ann@example.net\", or a domain, \"@example.net\"".to_owned();
            (format!("`{text}` is neither an address nor a domain: {error}"), help)
        })?;
        Ok(if text.starts_with('@') { key.trim_start_matches('x').to_owned() } else { key })
    })?;
    Some(Blocked { who, value })
}
