//! A name server on the loopback that knows one key, and a mail server's signer that holds it (RFC 6376, RFC 8463).

use std::net::UdpSocket;

use mail_auth::common::crypto::Ed25519Key;
use mail_auth::common::headers::HeaderWriter;
use mail_auth::dkim::DkimSigner;

/// What a signature covers that vouches for everything a reader sees.
pub(super) const ALL: &[&str] = &["From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"];

const SELECTOR: &str = "test";

/// A key from fixed bytes (RFC 8410 §7 wraps them).
fn key() -> Ed25519Key {
    let head = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    Ed25519Key::from_pkcs8_maybe_unchecked_der(&[&head[..], &[7; 32]].concat()).expect("a key")
}

/// Starts it; the port. It answers for this domain's key alone, and that there is nothing else (RFC 1035 §4).
pub(super) fn name_server(domain: &str) -> u16 {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let port = socket.local_addr().expect("an address").port();
    let record = format!("v=DKIM1; k=ed25519; p={}", data_encoding::BASE64.encode(&key().public_key()));
    let labels = format!("{SELECTOR}._domainkey.{domain}");
    let name: Vec<u8> =
        labels.split('.').flat_map(|label| [&[u8::try_from(label.len()).expect("short")], label.as_bytes()].concat()).collect();
    std::thread::spawn(move || {
        let mut buffer = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer) {
            let end = 12 + buffer[12..length].iter().position(|byte| *byte == 0).expect("a name ends") + 1;
            let is_key = buffer[12..end - 1].eq_ignore_ascii_case(&name);
            let (code, answers) = if is_key { (0, 1) } else { (3, 0) };
            let mut answer = [&buffer[..2], &[0x81, 0x80 | code, 0, 1, 0, answers, 0, 0, 0, 0], &buffer[12..end + 4]].concat();
            if is_key {
                let text = u8::try_from(record.len()).expect("a short key");
                answer.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 1, 44, 0, text + 1, text]);
                answer.extend(record.as_bytes());
            }
            let _ = socket.send_to(&answer, from);
        }
    });
    port
}

/// The message with a signature of its sender's mail server over these fields; with `l=` where it says how much of the body counts.
pub(super) fn signed(domain: &str, fields: &[&str], has_length: bool, message: &[u8]) -> Vec<u8> {
    let signer = DkimSigner::from_key(key()).domain(domain).selector(SELECTOR).headers(fields.iter().copied());
    let signature = signer.body_length(has_length).sign(message).expect("signed").to_header();
    [signature.as_bytes(), message].concat()
}
