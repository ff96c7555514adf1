//! How far the sender of a message is proved: by what our own receiving server wrote about it, and by signatures that were verified
//! here (SECURITY.md 1.3).
//!
//! Only Authentication-Results under a name that the configuration trusts count, only where our own servers put them, and
//! only if they are well formed and speak of the domain of the one clean From address. Several lines are read together, for
//! milters write one each; where two of them disagree about the same method, the worse one counts. What a message may do
//! with its proof is decided elsewhere.

mod probe;
mod results;

use crate::base::{EmailAddress, one_line};
use crate::domain::SenderProof;
use crate::mail::{Identity, Mail, Signature, SignatureResult};

pub use self::probe::{FORGED_SENDER, forged_results, judged_results};

use self::results::{Found, Results};
use super::{AuthMode, Authentication};

/// What is known of the sender of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How he is proved.
    pub proof: SenderProof,
    /// Why, as a sentence.
    pub reason: String,
    /// A signature could not be checked, because no resolver gave its key; another time it may prove more.
    pub keys_unreachable: bool,
}

/// How the sender of this message is proved, by the means that the mailbox asks for. `signatures`: what verifying them here came to;
/// none where that has not been done.
pub fn verified(mail: &Mail, authentication: &Authentication, signatures: Option<&[Signature]>) -> Verified {
    let by_results = || {
        let (proof, reason) = sender_proof(mail, authentication);
        Verified { proof, reason, keys_unreachable: false }
    };
    match authentication.mode {
        AuthMode::None | AuthMode::TrustedResults => by_results(),
        AuthMode::Verify => by_signatures(mail, signatures),
        AuthMode::Both => {
            let (told, seen) = (by_results(), by_signatures(mail, signatures));
            let reason = format!("{} {}", told.reason, seen.reason);
            // What one of them says is enough to know a customer by, and too little to act on.
            let proof = match (told.proof, seen.proof) {
                (SenderProof::Fail, _) => SenderProof::Fail,
                (SenderProof::E2, SenderProof::E2) => SenderProof::E2,
                (SenderProof::E2 | SenderProof::E2w, _) | (_, SenderProof::E2) => SenderProof::E2w,
                _ => SenderProof::None,
            };
            Verified { proof, reason, keys_unreachable: seen.keys_unreachable }
        }
    }
}

/// What a signature must cover to count: who wrote, to whom, and when. Otherwise an old mail could be sent to another ticket.
const MUST_COVER: [&str; 3] = ["from", "to", "date"];

/// By the signatures that were verified here: one of exactly the From domain that covers all of the body and what must be covered.
fn by_signatures(mail: &Mail, signatures: Option<&[Signature]>) -> Verified {
    let found = |proof, reason: String, keys_unreachable| Verified { proof, reason, keys_unreachable };
    let from = match &mail.identity {
        Identity::Clean(address) => address,
        Identity::Ambiguous(reason) => {
            return found(SenderProof::None, format!("There is no single clean From address: {}.", one_line(reason, 120)), false);
        }
    };
    let Some(signatures) = signatures else {
        return found(SenderProof::None, "Its signatures were not verified.".to_owned(), false);
    };
    let domain = from.domain();
    let mut own = signatures.iter().filter(|one| one.domain.eq_ignore_ascii_case(domain)).peekable();
    if own.peek().is_none() {
        return found(SenderProof::None, format!("It carries no signature of {domain}."), false);
    }
    let mut reason = String::new();
    let mut keys_unreachable = false;
    for signature in own {
        let lacking = MUST_COVER.iter().find(|name| !signature.covers.contains(**name));
        let why = match (&signature.result, signature.has_length, lacking) {
            (SignatureResult::Pass, false, None) => {
                return found(SenderProof::E2, format!("A DKIM signature of {domain} was verified here."), false);
            }
            (SignatureResult::Pass, true, _) => format!("A signature of {domain} covers only the beginning of the text (l=)."),
            (SignatureResult::Pass, false, Some(name)) => format!("A signature of {domain} does not cover {name}."),
            (SignatureResult::Fail(why), ..) => format!("A signature of {domain} does not hold: {}.", one_line(why, 120)),
            (SignatureResult::KeysUnreachable, ..) => {
                keys_unreachable = true;
                format!("The key of {domain} could not be fetched.")
            }
        };
        if reason.is_empty() || keys_unreachable {
            reason = why;
        }
    }
    found(SenderProof::None, reason, keys_unreachable)
}

/// How the sender of this message is proved by what our server wrote, and the reason as a sentence.
pub fn sender_proof(mail: &Mail, authentication: &Authentication) -> (SenderProof, String) {
    let none = |reason: String| (SenderProof::None, reason);
    if authentication.mode == AuthMode::None {
        return none("Senders are not verified here (auth.mode = \"none\").".to_owned());
    }
    let from = match &mail.identity {
        Identity::Clean(address) => address,
        Identity::Ambiguous(reason) => return none(format!("There is no single clean From address: {}.", one_line(reason, 120))),
    };
    let mut trusted: Vec<Results> = Vec::new();
    let mut broken: Option<String> = None;
    let mut ignored: Option<String> = None;
    for (hops, line) in &mail.authentication_results {
        match admit(*hops, line, authentication) {
            Admission::Trusted(results) => trusted.push(results),
            Admission::Broken(reason) => broken = broken.or(Some(reason)),
            Admission::Ignored(reason) => ignored = ignored.or(Some(reason)),
        }
    }
    let (proof, reason) = verdict(&trusted, from);
    match (proof, broken, ignored) {
        // What stood in a line that cannot be read could have been the worst of all.
        (SenderProof::E2 | SenderProof::E2w | SenderProof::None, Some(reason), _) => none(reason),
        (SenderProof::None, None, Some(reason)) if trusted.is_empty() => none(reason),
        _ => (proof, reason),
    }
}

/// What becomes of one line.
enum Admission {
    /// It is our server's.
    Trusted(Results),
    /// It is our server's, but cannot be read.
    Broken(String),
    /// Anybody could have written it.
    Ignored(String),
}

fn admit(hops: usize, line: &str, authentication: &Authentication) -> Admission {
    let Some(id) = results::authserv_id(line) else {
        return Admission::Ignored("The Authentication-Results line names no server.".to_owned());
    };
    let shown = one_line(&id, 80);
    if !authentication.authserv_ids.iter().any(|ours| ours.eq_ignore_ascii_case(&id)) {
        return Admission::Ignored(format!("Authentication-Results of {shown} are not trusted here (auth.authserv_id)."));
    }
    if hops > authentication.trusted_hops {
        let trusted = authentication.trusted_hops;
        return Admission::Ignored(format!(
            "Authentication-Results under the name {shown} stand below {hops} Received lines, trusted are those below at most {trusted}: the sender may have written them."
        ));
    }
    match results::read(line) {
        Ok(results) => Admission::Trusted(results),
        Err(problem) => Admission::Broken(format!("The Authentication-Results of {shown} cannot be read: {problem}.")),
    }
}

/// What the lines say of one method together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Finding {
    /// Nothing about this sender.
    Silent,
    /// It holds.
    Pass,
    /// It does not; in at least one line.
    Negative,
}

/// Joins the lines: the worst counts, saying nothing is not worse.
fn worst(trusted: &[Results], line: impl Fn(&[Found]) -> Finding) -> Finding {
    trusted.iter().map(|results| line(&results.found)).max().unwrap_or(Finding::Silent)
}

fn verdict(trusted: &[Results], from: &EmailAddress) -> (SenderProof, String) {
    let domain = from.domain();
    let dmarc = worst(trusted, |found| dmarc(found, domain));
    let dkim = worst(trusted, |found| dkim(found, domain));
    let spf = worst(trusted, |found| spf(found, domain));
    let auth = worst(trusted, |found| auth(found, from));
    match (dmarc, dkim, auth, spf) {
        (Finding::Negative, _, _, _) => (SenderProof::Fail, format!("DMARC fails for {domain}.")),
        (_, Finding::Pass, _, _) => (SenderProof::E2, format!("A DKIM signature of {domain} passes.")),
        (_, _, Finding::Pass, _) => (SenderProof::E2, format!("{from} logged in to our own server to send it.")),
        (Finding::Pass, _, _, _) if rests_on_spf(trusted, domain) => {
            (SenderProof::E2w, format!("DMARC passes for {domain}, by SPF alone."))
        }
        (Finding::Pass, Finding::Silent, _, _) => (SenderProof::E2, format!("DMARC passes for {domain}.")),
        (Finding::Pass, _, _, _) => (SenderProof::E2w, format!("DMARC passes for {domain}, its DKIM signature does not.")),
        (_, _, _, Finding::Pass) => (SenderProof::E2w, format!("SPF passes for {domain}.")),
        _ if trusted.is_empty() => (SenderProof::None, "No Authentication-Results line is there.".to_owned()),
        _ => (SenderProof::None, format!("Our server's Authentication-Results prove nothing about {domain}.")),
    }
}

/// DMARC for exactly this domain. A failure needs no domain: there is one From, and it is the one that failed.
fn dmarc(found: &[Found], domain: &str) -> Finding {
    let results = found.iter().filter(|one| one.method == "dmarc");
    results.fold(Finding::Silent, |finding, one| {
        let said = match one.result.as_str() {
            "pass" if all_are(one.all("header.from"), domain) => Finding::Pass,
            "fail" if all_are(one.all("header.from"), domain) || one.all("header.from").next().is_none() => Finding::Negative,
            _ => Finding::Silent,
        };
        finding.max(said)
    })
}

/// Signatures of exactly this domain; a message may carry several, of which one that passes suffices.
fn dkim(found: &[Found], domain: &str) -> Finding {
    let signatures: Vec<&Found> =
        found.iter().filter(|one| one.method == "dkim" && all_are(signers(one).into_iter(), domain)).collect();
    match (signatures.iter().any(|one| one.result == "pass"), signatures.is_empty()) {
        (true, _) => Finding::Pass,
        (false, false) => Finding::Negative,
        (false, true) => Finding::Silent,
    }
}

/// The signing domains: `header.d`, or where a server leaves that out (Gmail), the domain of `header.i`.
fn signers(found: &Found) -> Vec<&str> {
    let named: Vec<&str> = found.all("header.d").collect();
    if named.is_empty() { found.all("header.i").map(domain_of).collect() } else { named }
}

/// SPF of the envelope sender, whose domain must be exactly this one.
fn spf(found: &[Found], domain: &str) -> Finding {
    let results = found.iter().filter(|one| one.method == "spf" && all_are(one.all("smtp.mailfrom").map(domain_of), domain));
    results.map(|one| if one.result == "pass" { Finding::Pass } else { Finding::Negative }).max().unwrap_or(Finding::Silent)
}

/// RFC 8601 §2.7.4: who sent it had logged in, by this address, or by a short name and with this envelope sender. Who logged
/// in by another address may have written any envelope sender he liked.
fn auth(found: &[Found], from: &EmailAddress) -> Finding {
    let is_from = |value: &str| value.eq_ignore_ascii_case(from.as_str());
    let results = found.iter().filter(|one| {
        let is_other = one.all("smtp.auth").any(|login| login.contains('@') && !is_from(login));
        one.method == "auth" && !is_other && one.all("smtp.auth").chain(one.all("smtp.mailfrom")).any(is_from)
    });
    results.map(|one| if one.result == "pass" { Finding::Pass } else { Finding::Negative }).max().unwrap_or(Finding::Silent)
}

/// Does a passed DMARC rest on SPF alone? It does where SPF passes, or DKIM is mentioned, and no signature of the domain,
/// of one above it or of one below it passes. Which of those are aligned (RFC 7489 §3.1) our server has judged.
fn rests_on_spf(trusted: &[Results], domain: &str) -> bool {
    let mut is_mentioned = false;
    for found in trusted.iter().flat_map(|results| &results.found) {
        match (found.method.as_str(), found.result.as_str()) {
            ("dkim", "pass") if is_related(&signers(found), domain) => return false,
            ("dkim", _) | ("spf", "pass") => is_mentioned = true,
            _ => (),
        }
    }
    is_mentioned
}

fn is_related(signers: &[&str], domain: &str) -> bool {
    let below = |long: &str, short: &str| {
        let (long, short) = (long.to_ascii_lowercase(), short.to_ascii_lowercase());
        long == short || long.strip_suffix(&short).is_some_and(|rest| rest.ends_with('.'))
    };
    !signers.is_empty() && signers.iter().all(|signer| below(signer, domain) || below(domain, signer))
}

/// What stands behind the last `@`, or the whole.
fn domain_of(value: &str) -> &str {
    value.rsplit_once('@').map_or(value, |(_, domain)| domain)
}

/// Is there a value, and are all of them this domain? A property that stands twice with two values proves nothing.
fn all_are<'a>(mut values: impl Iterator<Item = &'a str>, domain: &str) -> bool {
    values.next().is_some_and(|first| first.eq_ignore_ascii_case(domain)) && values.all(|next| next.eq_ignore_ascii_case(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authentication() -> Authentication {
        Authentication { mode: AuthMode::TrustedResults, authserv_ids: ["mx.example.net".to_owned()].into(), trusted_hops: 0 }
    }

    fn mail(from: &str, lines: &[(usize, &str)]) -> Mail {
        Mail {
            identity: Identity::Clean(EmailAddress::new(from).expect("address")),
            authentication_results: lines.iter().map(|(hops, line)| (*hops, (*line).to_owned())).collect(),
            ..Mail::default()
        }
    }

    /// The proof of a mail by ann@example.org; each line with our server's name before it.
    fn proof(lines: &[&str]) -> SenderProof {
        let lines: Vec<String> = lines.iter().map(|line| format!("mx.example.net; {line}")).collect();
        let lines: Vec<(usize, &str)> = lines.iter().map(|line| (0, line.as_str())).collect();
        sender_proof(&mail("ann@example.org", &lines), &authentication()).0
    }

    fn signature(domain: &str, result: SignatureResult) -> Signature {
        let covers = ["from", "to", "date", "subject"].map(str::to_owned).into();
        Signature { domain: domain.to_owned(), result, covers, has_length: false }
    }

    fn by_ourselves(mode: AuthMode, lines: &[&str], signatures: Option<&[Signature]>) -> Verified {
        let lines: Vec<String> = lines.iter().map(|line| format!("mx.example.net; {line}")).collect();
        let lines: Vec<(usize, &str)> = lines.iter().map(|line| (0, line.as_str())).collect();
        verified(&mail("ann@example.org", &lines), &Authentication { mode, ..authentication() }, signatures)
    }

    #[test]
    fn i28_i29_only_a_signature_that_covers_everything_counts() {
        use SenderProof::{E2, None as Nothing};
        let pass = || signature("example.org", SignatureResult::Pass);
        let without = |name: &str| {
            let mut one = pass();
            one.covers.remove(name);
            one
        };
        let cases = [
            (vec![pass()], E2),
            (vec![signature("EXAMPLE.org", SignatureResult::Pass)], E2),
            (vec![Signature { has_length: true, ..pass() }], Nothing),
            (vec![without("from")], Nothing),
            (vec![without("to")], Nothing),
            (vec![without("date")], Nothing),
            (vec![without("subject")], E2),
            (vec![signature("evil.example", SignatureResult::Pass)], Nothing),
            (vec![signature("sub.example.org", SignatureResult::Pass)], Nothing),
            (vec![signature("example.org", SignatureResult::Fail("the body was changed".to_owned()))], Nothing),
            (vec![signature("example.org", SignatureResult::Fail("old key".to_owned())), pass()], E2),
            (Vec::new(), Nothing),
        ];
        for (signatures, expected) in cases {
            let found = by_ourselves(AuthMode::Verify, &[], Some(&signatures));
            assert_eq!((found.proof, found.keys_unreachable), (expected, false), "{signatures:?}: {}", found.reason);
        }
        assert_eq!(by_ourselves(AuthMode::Verify, &[DKIM], None).proof, Nothing);
    }

    #[test]
    fn i31_a_key_that_cannot_be_fetched_is_no_proof_and_no_forgery() {
        let silent = || signature("example.org", SignatureResult::KeysUnreachable);
        let found = by_ourselves(AuthMode::Verify, &[], Some(&[silent()]));
        assert_eq!((found.proof, found.keys_unreachable), (SenderProof::None, true));
        // Another signature suffices, and somebody else's key is not waited for.
        let good = signature("example.org", SignatureResult::Pass);
        assert_eq!(by_ourselves(AuthMode::Verify, &[], Some(&[silent(), good])).proof, SenderProof::E2);
        let other = signature("evil.example", SignatureResult::KeysUnreachable);
        assert!(!by_ourselves(AuthMode::Verify, &[], Some(&[other])).keys_unreachable);
    }

    #[test]
    fn where_both_are_asked_for_both_must_pass() {
        use SenderProof::{E2, E2w, Fail, None as Nothing};
        let good = [signature("example.org", SignatureResult::Pass)];
        for (lines, signatures, expected) in [
            (&[DKIM][..], &good[..], E2),
            (&[DKIM], &[], E2w),
            (&[SPF], &good, E2w),
            (&[], &good, E2w),
            (&[], &[], Nothing),
            (&["dmarc=fail header.from=example.org"], &good, Fail),
        ] {
            assert_eq!(by_ourselves(AuthMode::Both, lines, Some(signatures)).proof, expected, "{lines:?} {signatures:?}");
        }
    }

    const DKIM: &str = "dkim=pass header.d=example.org";
    const SPF: &str = "spf=pass smtp.mailfrom=ann@example.org";
    const DMARC: &str = "dmarc=pass header.from=example.org";

    #[test]
    fn proofs_by_example() {
        use SenderProof::{E2, E2w, Fail, None};
        let both = format!("{DKIM}; {SPF}; {DMARC}");
        let by_spf = format!("{SPF}; {DMARC}");
        for (line, expected) in [
            (DKIM, E2),
            (DMARC, E2),
            (SPF, E2w),
            (&both, E2),
            // DMARC that rests on SPF alone, as smuggled mail has it.
            (&by_spf, E2w),
            (&format!("dkim=none; {by_spf}"), E2w),
            (&format!("dkim=none; {DMARC}"), E2w),
            (&format!("dkim=fail header.d=example.org; {by_spf}"), E2w),
            (&format!("dkim=pass header.d=mailer.example; {by_spf}"), E2w),
            // Relaxed alignment, which our server has judged.
            (&format!("dkim=pass header.d=news.example.org; {by_spf}"), E2),
            (&format!("dkim=pass header.d=badexample.org; {by_spf}"), E2w),
            (&format!("spf=fail smtp.mailfrom=x@relay.example; {DMARC}"), E2),
            // Case counts nowhere.
            ("DKIM=PASS Header.D=EXAMPLE.org", E2),
            ("dkim=pass header.i=@example.org header.s=s header.b=x/y", E2),
            ("dkim=pass header.i=ann@example.org", E2),
            ("dkim=pass header.d=mailer.example header.i=@example.org", None),
            ("dkim=pass header.d=example.org header.d=evil.example", None),
            ("dkim=pass", None),
            ("dkim=pass header.d=example.org.evil.example", None),
            ("dkim=pass header.d=example.org'a.evil.example", None),
            // One of several signatures suffices.
            ("dkim=fail header.d=example.org header.s=old; dkim=pass header.d=example.org header.s=new", E2),
            ("dkim=fail header.d=example.org", None),
            ("dkim=policy header.d=example.org", None),
            // DMARC for another From, or for none that is named.
            ("dmarc=pass header.from=evil.example", None),
            ("dmarc=pass", None),
            ("dmarc=bestguesspass header.from=example.org", None),
            ("dmarc=none header.from=example.org", None),
            ("dmarc=permerror header.from=example.org", None),
            ("dmarc=fail (p=reject) header.from=example.org", Fail),
            ("dmarc=fail (p=none) header.from=example.org", Fail),
            ("dmarc=fail", Fail),
            ("dmarc=fail header.from=evil.example", None),
            (&format!("{DKIM}; dmarc=fail header.from=example.org"), Fail),
            // SPF of the envelope, not of the greeting, and of exactly the domain.
            ("spf=pass smtp.mailfrom=example.org", E2w),
            ("spf=pass smtp.helo=example.org", None),
            ("spf=pass smtp.mailfrom=bounce@mail.example.org", None),
            ("spf=softfail smtp.mailfrom=ann@example.org", None),
            // Colleagues who log in to the same server.
            ("auth=pass smtp.auth=ann@example.org", E2),
            ("auth=pass (LOGIN) smtp.auth=ann smtp.mailfrom=Ann@Example.org", E2),
            ("auth=pass smtp.auth=bob@example.org smtp.mailfrom=bob@example.org", None),
            ("auth=pass smtp.auth=bob@example.org smtp.mailfrom=ann@example.org", None),
            ("auth=pass smtp.mailfrom=ann@example.org", E2),
            ("auth=pass smtp.auth=ann", None),
            ("auth=fail smtp.auth=ann@example.org", None),
            ("auth=pass smtp.auth=ann@example.org; dmarc=fail header.from=example.org", Fail),
            ("none", None),
            ("arc=pass header.d=example.org", None),
            // What does not fit the grammar is nothing.
            ("dkim=pass header.d=example.org(.evil.example", None),
            ("dkim=pass header.d=example.org; dmarc=pass (", None),
        ] {
            assert_eq!(proof(&[line]), expected, "{line}");
        }
    }

    #[test]
    fn of_several_lines_the_worst_counts() {
        use SenderProof::{E2, E2w, Fail, None};
        let fail = "dmarc=fail header.from=example.org";
        for (lines, expected) in [
            // Each milter writes its own: they add up.
            (&[SPF, DKIM][..], E2),
            (&[SPF, DMARC], E2w),
            (&["spf=none smtp.mailfrom=x@relay.example", DKIM, DMARC], E2),
            (&["none", DKIM], E2),
            // They disagree.
            (&[DMARC, fail], Fail),
            (&[fail, DMARC], Fail),
            (&[DKIM, fail], Fail),
            (&[DKIM, "dkim=fail header.d=example.org"], None),
            (&["dkim=neutral header.d=example.org", DKIM], None),
            (&[SPF, "spf=fail smtp.mailfrom=ann@example.org"], None),
            (&[DKIM, SPF, "dkim=fail header.d=example.org"], E2w),
            (&[DMARC, DKIM, "dkim=fail header.d=example.org"], E2w),
            // One of them cannot be read, so nobody knows what it says.
            (&[DKIM, "dmarc=fail (header.from=example.org"], None),
            (&["dkim=pass (", fail], Fail),
        ] {
            assert_eq!(proof(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn only_our_servers_lines_count() {
        let pass = |id: &str| format!("{id}; {DKIM}");
        let (ours, loud, evil) = (pass("mx.example.net"), pass("(c) \"MX.Example.NET\" 1"), pass("evil.example"));
        let unknown_version = pass("mx.example.net 2");
        // Lines with the Received lines above each, trusted hops, proof, words of the reason.
        for (lines, trusted_hops, expected, reason) in [
            (&[][..], 0, SenderProof::None, "No Authentication-Results line"),
            (&[(0, ours.as_str())], 0, SenderProof::E2, "A DKIM signature of example.org passes."),
            (&[(0, loud.as_str())], 0, SenderProof::E2, "passes"),
            (&[(1, ours.as_str())], 0, SenderProof::None, "stand below 1 Received lines"),
            (&[(1, ours.as_str())], 1, SenderProof::E2, "passes"),
            (&[(2, ours.as_str())], 1, SenderProof::None, "the sender may have written them"),
            (&[(0, evil.as_str())], 0, SenderProof::None, "of evil.example are not trusted here"),
            (&[(0, evil.as_str()), (0, ours.as_str())], 0, SenderProof::E2, "passes"),
            (&[(0, "mx.example.net; none"), (1, ours.as_str())], 0, SenderProof::None, "prove nothing about example.org"),
            (&[(0, unknown_version.as_str())], 0, SenderProof::None, "cannot be read: its version is not 1"),
            (&[(0, "mx.example.net; spf=pass \0")], 0, SenderProof::None, "control character"),
            (&[(1, "mx.example.net; ("), (0, ours.as_str())], 0, SenderProof::E2, "passes"),
            (&[(0, "; dkim=pass")], 0, SenderProof::None, "names no server"),
        ] {
            let authentication = Authentication { trusted_hops, ..authentication() };
            let (proof, because) = sender_proof(&mail("ann@example.org", lines), &authentication);
            assert_eq!(proof, expected, "{lines:?} {because}");
            assert!(because.contains(reason), "{lines:?} {because}");
        }
    }

    #[test]
    fn without_a_clean_from_or_without_verifying_there_is_no_proof() {
        let line = format!("mx.example.net; {DKIM}");
        let mut clean = mail("ann@example.org", &[(0, &line)]);
        let off = Authentication { mode: AuthMode::None, ..authentication() };
        let (proof, reason) = sender_proof(&clean, &off);
        assert_eq!((proof, reason.as_str()), (SenderProof::None, "Senders are not verified here (auth.mode = \"none\")."));
        clean.identity = Identity::Ambiguous("two From lines".to_owned());
        let (proof, reason) = sender_proof(&clean, &authentication());
        assert_eq!((proof, reason.as_str()), (SenderProof::None, "There is no single clean From address: two From lines."));
    }
}
