//! Signatures against a name server of twenty lines on the loopback.

use std::sync::Arc;

use mail_auth::common::crypto::Ed25519Key;
use mail_auth::common::headers::HeaderWriter;
use mail_auth::dkim::DkimSigner;
use tokio::net::UdpSocket;

use super::*;

/// How a name server answers.
#[derive(Clone)]
enum Zone {
    /// With this text, whatever is asked.
    Text(String),
    /// That there is no such name.
    Nothing,
    /// That it has failed.
    Failure,
    /// Not at all.
    Silence,
}

/// RFC 1035 §4: the question comes back with one answer of 300 seconds, or with a code.
async fn name_server(zone: Zone) -> SocketAddr {
    let socket = Arc::new(UdpSocket::bind("127.0.0.1:0").await.expect("a port"));
    let address = socket.local_addr().expect("an address");
    tokio::spawn(async move {
        let mut buffer = [0_u8; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
            let asked = &buffer[..length];
            let name = 12 + asked[12..].iter().position(|byte| *byte == 0).expect("a name ends") + 1;
            let question = &asked[12..name + 4];
            let (code, answers) = match &zone {
                Zone::Text(_) => (0_u8, 1_u8),
                Zone::Nothing => (3, 0),
                Zone::Failure => (2, 0),
                Zone::Silence => continue,
            };
            let mut answer = [&asked[..2], &[0x81, 0x80 | code, 0, 1, 0, answers, 0, 0, 0, 0], question].concat();
            if let Zone::Text(text) = &zone {
                let strings: Vec<u8> = text
                    .as_bytes()
                    .chunks(200)
                    .flat_map(|chunk| std::iter::once(u8::try_from(chunk.len()).expect("short")).chain(chunk.iter().copied()))
                    .collect();
                let length = u16::try_from(strings.len()).expect("short").to_be_bytes();
                answer.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 1, 44]);
                answer.extend(length);
                answer.extend(strings);
            }
            socket.send_to(&answer, from).await.expect("sent");
        }
    });
    address
}

const MESSAGE: &str = "From: Ann <ann@example.org>\r\nTo: support@example.net\r\nSubject: Hello\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\nMessage-ID: <1@example.org>\r\n\r\nIt works.\r\n";

/// A key from fixed bytes (RFC 8032), and what the DNS says of it.
fn key() -> (Ed25519Key, String) {
    let key = Ed25519Key::from_pkcs8_maybe_unchecked_der(&pkcs8()).expect("a key");
    let public = data_encoding::BASE64.encode(&key.public_key());
    (key, format!("v=DKIM1; k=ed25519; p={public}"))
}

/// RFC 8410 §7: the private key as 32 bytes in their wrapping.
fn pkcs8() -> Vec<u8> {
    let head = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    [&head[..], &[7; 32]].concat()
}

fn signed(headers: &[&str], length: bool) -> (String, String) {
    let (key, record) = key();
    let signer = DkimSigner::from_key(key).domain("example.org").selector("s").headers(headers.iter().copied());
    let signer = signer.body_length(length);
    let signature = signer.sign(MESSAGE.as_bytes()).expect("signed").to_header();
    (format!("{signature}{MESSAGE}"), record)
}

async fn verify(raw: &str, zone: Zone) -> Vec<Signature> {
    let verifier = Verifier::new(&[name_server(zone).await]).expect("a verifier");
    verifier.verify(raw.as_bytes()).await
}

const ALL: [&str; 4] = ["From", "To", "Subject", "Date"];

#[tokio::test]
async fn a_signature_holds_until_anything_is_changed() {
    let (raw, record) = signed(&ALL, false);
    let found = verify(&raw, Zone::Text(record.clone())).await;
    let [one] = found.as_slice() else { unreachable!("{found:?}") };
    assert_eq!((one.domain.as_str(), &one.result, one.has_length), ("example.org", &SignatureResult::Pass, false));
    assert_eq!(one.covers.iter().map(String::as_str).collect::<Vec<_>>(), ["date", "from", "subject", "to"]);
    for changed in [raw.replace("It works.", "It works not."), raw.replace("To: support", "To: billing")] {
        let found = verify(&changed, Zone::Text(record.clone())).await;
        assert!(matches!(found.as_slice(), [Signature { result: SignatureResult::Fail(_), .. }]), "{found:?}");
    }
    let other = record.replace("p=", "p=AAAA");
    let found = verify(&raw, Zone::Text(other)).await;
    assert!(!matches!(found.as_slice(), [Signature { result: SignatureResult::Pass, .. }]), "{found:?}");
}

#[tokio::test]
async fn i28_a_length_is_told_and_what_is_added_behind_it_breaks_it() {
    let (raw, record) = signed(&ALL, true);
    for raw in [raw.clone(), format!("{raw}#close\r\n")] {
        let found = verify(&raw, Zone::Text(record.clone())).await;
        assert!(found.iter().all(|one| one.has_length || one.result != SignatureResult::Pass), "{found:?}");
    }
}

#[tokio::test]
async fn f46_a_name_server_that_fails_is_no_verdict_and_a_missing_key_is_one() {
    let (raw, _) = signed(&ALL, false);
    let failing = verify(&raw, Zone::Failure).await;
    assert!(matches!(failing.as_slice(), [Signature { result: SignatureResult::KeysUnreachable, .. }]), "{failing:?}");
    let missing = verify(&raw, Zone::Nothing).await;
    assert!(matches!(missing.as_slice(), [Signature { result: SignatureResult::Fail(_), .. }]), "{missing:?}");
}

#[tokio::test]
async fn i31_silence_ends_after_five_seconds_without_a_verdict() {
    let (raw, _) = signed(&ALL, false);
    let verifier = Verifier::new(&[name_server(Zone::Silence).await]).expect("a verifier");
    tokio::time::pause();
    let found = verifier.verify(raw.as_bytes()).await;
    assert!(matches!(found.as_slice(), [Signature { result: SignatureResult::KeysUnreachable, .. }]), "{found:?}");
}

#[tokio::test]
async fn mail_without_a_signature_asks_nobody() {
    let nobody = Verifier::new(&["127.0.0.1:1".parse().expect("an address")]).expect("a verifier");
    assert_eq!(nobody.verify(MESSAGE.as_bytes()).await, []);
    assert_eq!(nobody.verify(b"Subject: x\r\n\r\nDKIM-Signature: v=1; d=example.org\r\n").await, []);
    assert_eq!(nobody.verify(&[0xff; 3000]).await, []);
}
