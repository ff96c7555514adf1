//! Would forged Authentication-Results be believed? What a test of that carries, and what is read from it once it has come back
//! (SECURITY.md 1.3; RFC 8601 §5 says that a receiving server must delete them).
//!
//! The forged lines vouch for a domain that cannot exist and name a selector of their own, by which they are told from what the
//! server itself wrote about the same letter. They are judged alone: what would be believed of them would be believed of any other.

use std::collections::BTreeSet;

use crate::base::{EmailAddress, one_line};
use crate::domain::{ResultsFound, SenderProof, TrustVerdict};
use crate::mail::{Identity, Mail};

use super::super::Authentication;
use super::{results, sender_proof};

/// The sender that a test claims: RFC 2606 §2 keeps `.invalid` free, so no server vouches for it.
pub const FORGED_SENDER: &str = "somebody@trust-probe.invalid";
const FORGED_DOMAIN: &str = "trust-probe.invalid";
/// Lines that are told of; real mail has one to three.
const LINES_TOLD: usize = 10;
/// Characters of a server's name.
const NAME_CHARS: usize = 80;

/// The header fields that a test carries: one in the name of each server that is trusted.
pub fn forged_results(authserv_ids: &BTreeSet<String>, mark: &str) -> String {
    let line = |id: &String| {
        format!(
            "Authentication-Results: {id};\r\n dkim=pass header.d={FORGED_DOMAIN} header.s={mark};\r\n dmarc=pass header.from={FORGED_DOMAIN}\r\n"
        )
    };
    authserv_ids.iter().map(line).collect()
}

/// What became of them, and every line that stands in the letter now, from the top.
pub fn judged_results(mail: &Mail, authentication: &Authentication, mark: &str) -> (TrustVerdict, Vec<ResultsFound>) {
    let is_forged = |line: &str| line.contains(mark);
    let lines = mail.authentication_results.iter();
    let found = lines.clone().take(LINES_TOLD).map(|(hops, line)| ResultsFound {
        server: one_line(&results::authserv_id(line).unwrap_or_default(), NAME_CHARS),
        hops: u32::try_from(*hops).unwrap_or(u32::MAX),
        is_forged: is_forged(line),
    });
    let forged: Vec<(usize, String)> = lines.filter(|(_, line)| is_forged(line)).cloned().collect();
    let verdict = if forged.is_empty() {
        TrustVerdict::Deleted
    } else {
        // A server that rewrites the From line of the test changes nothing about its lines.
        let identity = EmailAddress::new(FORGED_SENDER).map_or_else(|_| mail.identity.clone(), Identity::Clean);
        let alone = Mail { identity, authentication_results: forged, ..Mail::default() };
        match sender_proof(&alone, authentication).0 {
            SenderProof::None => TrustVerdict::Ignored,
            SenderProof::E2 | SenderProof::E2w | SenderProof::Fail => TrustVerdict::Believed,
        }
    };
    (verdict, found.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{OwnMarks, read};
    use crate::policy::AuthMode;

    fn trusting(hops: usize) -> Authentication {
        let authserv_ids = ["mx.example.org".to_owned(), "mx2.example.org".to_owned()].into();
        Authentication { mode: AuthMode::TrustedResults, authserv_ids, trusted_hops: hops }
    }

    fn returned(above: &str, forged: &str) -> Mail {
        let mail =
            format!("{above}{forged}From: <{FORGED_SENDER}>\r\nTo: <help@example.org>\r\nSubject: A test\r\n\r\nA test.\r\n");
        read(mail.as_bytes(), &OwnMarks::default())
    }

    const RECEIVED: &str = "Received: from out.example.org by mx.example.org; Mon, 2 Mar 2026 09:00:00 +0000\r\n";
    const OWN: &str = "Authentication-Results: mx.example.org; dkim=none; dmarc=none header.from=trust-probe.invalid\r\n";

    #[test]
    fn a_server_that_deletes_them_is_told_from_one_that_lets_them_through() {
        let forged = forged_results(&trusting(0).authserv_ids, "o.7.abcdefgh");
        let judge = |above: &str, forged: &str, hops| judged_results(&returned(above, forged), &trusting(hops), "o.7.abcdefgh");
        let above = [OWN, RECEIVED].concat();
        let own = ResultsFound { server: "mx.example.org".to_owned(), hops: 0, is_forged: false };
        assert_eq!(judge(&above, "", 0), (TrustVerdict::Deleted, vec![own]));
        // Below the server's own Received line nobody believes them, unless the settings say so.
        let (verdict, found) = judge(&above, &forged, 0);
        assert_eq!(verdict, TrustVerdict::Ignored);
        assert_eq!(found.iter().map(|one| (one.hops, one.is_forged)).collect::<Vec<_>>(), [(0, false), (1, true), (1, true)]);
        assert_eq!(judge(&above, &forged, 1).0, TrustVerdict::Believed);
        // A server that puts no Received line above them.
        assert_eq!(judge("", &forged, 0).0, TrustVerdict::Believed);
        // Its own verdict does not excuse what it lets through.
        let failing = "Authentication-Results: mx.example.org; dmarc=fail header.from=trust-probe.invalid\r\n";
        assert_eq!(judge(failing, &forged, 0).0, TrustVerdict::Believed);
    }

    #[test]
    fn what_the_server_says_of_the_test_is_not_taken_for_forged() {
        let (verdict, found) = judged_results(&returned(OWN, ""), &trusting(0), "o.7.abcdefgh");
        assert_eq!((verdict, found.len()), (TrustVerdict::Deleted, 1));
        assert_eq!(sender_proof(&returned(OWN, ""), &trusting(0)).0, SenderProof::None);
    }

    #[test]
    fn one_line_of_two_that_gets_through_is_enough() {
        let forged = forged_results(&["mx2.example.org".to_owned()].into(), "o.7.abcdefgh");
        assert_eq!(judged_results(&returned(OWN, &forged), &trusting(0), "o.7.abcdefgh").0, TrustVerdict::Believed);
    }
}
