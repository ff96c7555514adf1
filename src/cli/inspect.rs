//! `maildesk inspect`: shows how messages are read, without any desk (INTERFACES, section 2).
//!
//! Content never makes it fail; only a path that cannot be opened does.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::mail::{
    Addressee, BounceAction, Cryptography, Mail, OwnMarks, Protection, TrimConfidence, forwarded_sender, read, read_body,
};

/// What the input is taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum InspectAs {
    /// Raw messages.
    #[default]
    Message,
    /// Bare plain-text bodies.
    Text,
    /// Bare HTML bodies.
    Html,
}

/// Exit code: done.
const DONE: u8 = 0;
/// Exit code: a path could not be read.
const CANNOT_READ: u8 = 74;

/// Inspects files, directories (recursively, sorted) or `-`, and returns the exit code.
///
/// # Errors
/// Only where `out` cannot be written.
pub(super) fn run(paths: &[String], as_what: InspectAs, json: bool, stdin: &mut dyn Read, out: &mut dyn Write) -> io::Result<u8> {
    let mut code = DONE;
    for path in paths {
        if path == "-" {
            let mut raw = Vec::new();
            let result = stdin.read_to_end(&mut raw).map(|_| raw);
            show(path, result, as_what, json, out, &mut code)?;
            continue;
        }
        for file in files_under(Path::new(path)) {
            let result = fs::read(&file);
            show(&file.to_string_lossy(), result, as_what, json, out, &mut code)?;
        }
    }
    out.flush()?;
    Ok(code)
}

/// The file itself, or all files below a directory in order of their names. Links to directories are not followed.
fn files_under(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> =
        fs::read_dir(path).map(|dir| dir.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    entries.sort();
    for entry in entries {
        if entry.is_dir() && !entry.is_symlink() {
            files.extend(files_under(&entry));
        } else if !entry.is_dir() {
            files.push(entry);
        }
    }
    files
}

fn show(
    file: &str,
    raw: io::Result<Vec<u8>>,
    as_what: InspectAs,
    json: bool,
    out: &mut dyn Write,
    code: &mut u8,
) -> io::Result<()> {
    let raw = match raw {
        Ok(raw) => raw,
        Err(error) => {
            *code = CANNOT_READ;
            return match json {
                true => writeln!(out, "{}", json!({"file": file, "ok": false, "error": error.to_string()})),
                false => writeln!(out, "{file}: cannot be read: {error}"),
            };
        }
    };
    let mail = match as_what {
        InspectAs::Message => read(&raw, &OwnMarks::default()),
        InspectAs::Text => read_body(&String::from_utf8_lossy(&raw), false),
        InspectAs::Html => read_body(&String::from_utf8_lossy(&raw), true),
    };
    if json { writeln!(out, "{}", as_json(file, &mail)) } else { summary(file, &mail, out) }
}

/// The object of INTERFACES, section 2.
fn as_json(file: &str, mail: &Mail) -> Value {
    let addresses = |list: &[Addressee]| list.iter().map(|a| a.address.clone()).collect::<Vec<_>>();
    let ids = |list: &[crate::base::MessageId]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let attachments: Vec<Value> = mail
        .attachments
        .iter()
        .map(|file| {
            json!({
                "filename": file.name,
                "content_type": file.content_type,
                "size": file.content.len(),
                "sha256": data_encoding::HEXLOWER.encode(&Sha256::digest(&file.content)),
                "inline": file.inline,
            })
        })
        .collect();
    let bounce = mail.bounce.as_ref().map(|bounce| {
        json!({
            "recipients": bounce.recipients,
            "status": bounce.status,
            "action": match bounce.action {
                BounceAction::Failed => "failed",
                BounceAction::Delayed => "delayed",
            },
            "original_message_id": bounce.original_message_id.as_ref().map(ToString::to_string),
        })
    });
    let ambiguous = match &mail.identity {
        crate::mail::Identity::Clean(_) => None,
        crate::mail::Identity::Ambiguous(reason) => Some(reason),
    };
    json!({
        "file": file,
        "ok": true,
        // What is no usable identifier is shown as it stands; a defect says so.
        "message_id": mail.message_id.as_ref().map(ToString::to_string).or_else(|| mail.header("Message-ID").map(str::to_owned)),
        "in_reply_to": ids(&mail.in_reply_to),
        "references": ids(&mail.references),
        "from_addr": mail.from.as_ref().map(|from| from.address.as_str()),
        "from_name": mail.from.as_ref().map(|from| from.name.as_str()),
        "to_addrs": addresses(&mail.to),
        "cc_addrs": addresses(&mail.cc),
        "subject": mail.subject,
        "date": mail.date.map(|date| date.to_string()),
        "text": mail.text,
        "html_text": mail.html_text,
        "visible": mail.visible,
        "quoted": mail.quoted,
        "signature": mail.signature,
        "trim_confidence": match mail.trim {
            TrimConfidence::Sure => "sure",
            TrimConfidence::Doubtful => "doubtful",
        },
        "attachments": attachments,
        "protection": mail.protection.map(protection),
        "invitation": mail.invitation,
        "kind": mail.kind.as_str(),
        "automatic": mail.automatic,
        "suppress_auto_reply": mail.suppress_auto_reply,
        "bounce": bounce,
        "identity": {"from": mail.identity.address().map(|a| a.as_str()), "ambiguous": ambiguous},
        "away_until": mail.away_until,
        "forwarded": forwarded_sender(mail).map(|one| {
            json!({"from_addr": one.sender.address, "from_name": one.sender.name, "subject": one.subject, "doubt": one.doubt})
        }),
        "language": mail.language,
        "defects": mail.defects,
        "evidence": mail.evidence.iter().map(|e| json!({"found": e.found, "source": e.source})).collect::<Vec<_>>(),
    })
}

fn protection(protection: Protection) -> &'static str {
    match protection {
        Protection::Signed(Cryptography::Smime) => "signed-smime",
        Protection::Signed(Cryptography::Pgp) => "signed-pgp",
        Protection::Encrypted(Cryptography::Smime) => "encrypted-smime",
        Protection::Encrypted(Cryptography::Pgp) => "encrypted-pgp",
    }
}

/// What a person wants to see of a message.
fn summary(file: &str, mail: &Mail, out: &mut dyn Write) -> io::Result<()> {
    let person = |a: &Addressee| match a.name.is_empty() {
        true => a.address.clone(),
        false => format!("{} <{}>", a.name, a.address),
    };
    writeln!(out, "{file}")?;
    let from = mail.from.as_ref().map_or_else(|| "nobody".to_owned(), person);
    let proof = match &mail.identity {
        crate::mail::Identity::Clean(_) => String::new(),
        crate::mail::Identity::Ambiguous(reason) => format!("   (nobody's: {reason})"),
    };
    writeln!(out, "  from     {from}{proof}")?;
    writeln!(out, "  to       {}", mail.recipients().map(person).collect::<Vec<_>>().join(", "))?;
    writeln!(out, "  subject  {}", mail.subject)?;
    let note = match (mail.automatic, mail.suppress_auto_reply) {
        (true, _) => ", automatic",
        (false, true) => ", not to be answered automatically",
        (false, false) => "",
    };
    writeln!(out, "  kind     {}{note}", mail.kind)?;
    for evidence in &mail.evidence {
        writeln!(out, "           because of {} ({})", evidence.found, evidence.source)?;
    }
    for attachment in &mail.attachments {
        writeln!(out, "  file     {} ({}, {} bytes)", attachment.name, attachment.content_type, attachment.content.len())?;
    }
    for defect in &mail.defects {
        writeln!(out, "  odd      {defect}")?;
    }
    for (title, text) in [("new", &mail.visible), ("quoted", &mail.quoted), ("signature", &mail.signature)] {
        if !text.is_empty() {
            writeln!(out, "  -- {title} --")?;
            for line in text.lines() {
                writeln!(out, "  | {line}")?;
            }
        }
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inspect(input: &str, as_what: InspectAs) -> Value {
        let mut out = Vec::new();
        let code = run(&["-".to_owned()], as_what, true, &mut input.as_bytes(), &mut out).expect("written");
        assert_eq!(code, DONE);
        serde_json::from_slice(&out).expect("json")
    }

    #[test]
    fn every_field_of_the_interface_is_there() {
        let object = inspect("From: Ann <ann@example.org>\nTo: help@example.org\nMessage-ID: <1@x>\n\nHello", InspectAs::Message);
        for field in [
            "file",
            "ok",
            "message_id",
            "in_reply_to",
            "references",
            "from_addr",
            "from_name",
            "to_addrs",
            "cc_addrs",
            "subject",
            "date",
            "text",
            "html_text",
            "visible",
            "quoted",
            "signature",
            "trim_confidence",
            "attachments",
            "kind",
            "automatic",
            "suppress_auto_reply",
            "protection",
            "invitation",
            "bounce",
            "identity",
            "away_until",
            "forwarded",
            "language",
            "defects",
        ] {
            assert!(object.get(field).is_some(), "{field}");
        }
        assert_eq!(object.get("from_addr"), Some(&json!("ann@example.org")));
        assert_eq!(object.pointer("/identity/from"), Some(&json!("ann@example.org")));
        assert_eq!(object.get("kind"), Some(&json!("human")));
    }

    #[test]
    fn attachments_are_hashed_as_decoded() {
        let raw = "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nYWJj\n";
        let object = inspect(raw, InspectAs::Message);
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(object.pointer("/attachments/0/sha256"), Some(&json!(hash)));
        assert_eq!(object.pointer("/attachments/0/filename"), Some(&json!("a.pdf")));
    }

    #[test]
    fn bare_bodies_directories_and_missing_files() {
        assert_eq!(inspect("<p>Hi</p>", InspectAs::Html).get("visible"), Some(&json!("Hi")));
        let dir = tempfile::tempdir().expect("directory");
        fs::create_dir(dir.path().join("b")).expect("directory");
        fs::write(dir.path().join("b/2"), "two").expect("file");
        fs::write(dir.path().join("a"), "one").expect("file");
        let mut out = Vec::new();
        let paths = [dir.path().to_string_lossy().into_owned(), dir.path().join("none").to_string_lossy().into_owned()];
        let code = run(&paths, InspectAs::Text, true, &mut io::empty(), &mut out).expect("written");
        assert_eq!(code, CANNOT_READ);
        let lines: Vec<Value> = String::from_utf8_lossy(&out).lines().map(|l| serde_json::from_str(l).expect("json")).collect();
        let texts: Vec<_> = lines.iter().map(|l| l.get("text").and_then(Value::as_str)).collect();
        assert_eq!(texts, [Some("one"), Some("two"), None]);
    }
}
