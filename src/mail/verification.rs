//! Whether a machine's mail carries a verification code or link.
//!
//! Who gets such a code can pass for the desk elsewhere: somebody signs up at another service with the desk's address, or with the
//! reply address of his own ticket, and reads the code in the ticket (the "ticket trick", SECURITY.md T06, T07). A person who
//! writes about a code that he does not get must be let through, so it takes a machine's marks, its words, and the code itself.

use std::sync::LazyLock;

use crate::base::Kind;

use super::classify::sender_local;
use super::model::Mail;
use super::phrase::{Anywhere, beginning};

/// Characters in which the code and what it is stand; services say it at once.
const CHARS: usize = 3000;

/// Does it?
pub fn is_verification(mail: &Mail) -> bool {
    let local = sender_local(mail);
    let is_machine = matches!(mail.kind, Kind::Notification | Kind::AutoReply | Kind::List | Kind::Challenge)
        || mail.kind == Kind::Human && !mail.has_reply_prefix && SENDERS.contains(&local.as_str());
    if !is_machine {
        return false;
    }
    let subject = mail.subject.to_lowercase();
    let text = beginning(&mail.text, CHARS).to_lowercase();
    let announces = |line: &str| WORDS.is_in(line) && !DENIALS.is_in(line);
    let in_subject = announces(&subject);
    // In a list's mail codes are talked about; what is one, says so in its subject.
    if mail.kind == Kind::List && !in_subject && !ASKS.is_in(&subject) {
        return false;
    }
    let says = in_subject || text.lines().any(announces);
    let asks = ASKS.is_in(&subject) || ASKS.is_in(&text);
    // A code stands beside its name, or in a line of its own; other numbers of a mail are no codes.
    let has_code = in_subject && has_code(&subject)
        || text.lines().any(|line| has_code(line) && (announces(line) || line.split_whitespace().nth(2).is_none()));
    let has_link = text.split_whitespace().any(is_link);
    says && has_code || (asks || says && !has_code) && has_link
}

/// A number of 4 to 10 digits, be it in two halves or with letters before it; no telephone number, no number of a ticket.
fn has_code(line: &str) -> bool {
    let marks = |c: char| matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '*' | '.' | '!');
    let pieces = || line.split(|c: char| c.is_whitespace() || !c.is_ascii() || marks(c)).filter(|piece| !piece.is_empty());
    let is_code = |piece: &str| {
        let digits = piece.bytes().filter(u8::is_ascii_digit).count();
        let letters = piece.bytes().filter(u8::is_ascii_alphabetic).count();
        (4..=10).contains(&digits) && letters <= 4 && piece.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    pieces().any(is_code) || pieces().zip(pieces().skip(1)).any(|(one, two)| is_half(one) && is_half(two))
}

fn is_half(piece: &str) -> bool {
    (3..=4).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit())
}

/// A link that confirms something when it is followed.
fn is_link(piece: &str) -> bool {
    let start = piece.find("http");
    let link = start.and_then(|start| piece.get(start..)).unwrap_or_default();
    ["verif", "confirm", "activat", "token=", "magic", "optin", "opt-in", "validate", "bestaetig"]
        .iter()
        .any(|word| link.contains(word))
}

/// Local parts behind which nobody sits, and which no list of machines has.
const SENDERS: &[&str] = &["verify", "verification", "verifications", "otp", "signin", "sign-in", "confirm", "confirmation"];

/// What a code is called.
#[rustfmt::skip]
static WORDS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "verification code", "confirmation code", "security code", "authentication code", "authorization code", "one-time code",
    "one time code", "one-time pass", "one time pass", "single-use code", "login code", "log-in code", "sign-in code",
    "signin code", "sign in code", "passcode", "verification pin", "your code is", "use the code", "use this code",
    "enter the code", "enter this code", "temporary code", "code to verify", "is your code", "activation code", "(otp)", "otp:",
    "code 1", "code 2", "code 3", "code 4", "code 5", "code 6", "code 7", "code 8", "code 9", "code 0", "code: ",
    "bestätigungscode", "verifizierungscode", "sicherheitscode", "einmalcode", "einmal-code", "einmalpasswort",
    "einmalkennwort", "anmeldecode", "aktivierungscode", "freischaltcode", "zugangscode", "bestätigungs-code", "ihr code",
    "code de vérification", "code de confirmation", "code de sécurité", "code à usage unique", "code d'activation",
    "código de verificación", "código de confirmación", "código de seguridad", "código de un solo uso", "tu código",
    "código de verificação", "código de confirmação", "código de segurança", "código de uso único",
    "codice di verifica", "codice di conferma", "codice di sicurezza", "codice monouso",
    "verificatiecode", "bevestigingscode", "beveiligingscode", "eenmalige code",
    "verifieringskod", "bekräftelsekod", "säkerhetskod", "engångskod", "bekræftelseskode", "verifikationskode", "engangskode",
    "bekreftelseskode", "verifiseringskode", "sikkerhetskode", "vahvistuskoodi", "kertakäyttökoodi", "turvakoodi",
    "kod weryfikacyjny", "kod potwierdzający", "kod bezpieczeństwa", "ověřovací kód", "overovací kód", "potvrzovací kód",
    "ellenőrző kód", "megerősítő kód", "cod de verificare", "код подтверждения", "проверочный код", "код безопасности",
    "код підтвердження", "код за потвърждение", "κωδικός επαλήθευσης", "doğrulama kodu", "onay kodu", "güvenlik kodu",
    "確認コード", "認証コード", "認証番号", "验证码", "驗證碼", "校验码", "確認碼", "인증번호", "인증 코드", "인증코드", "확인 코드",
    "קוד אימות", "קוד האימות", "رمز التحقق", "رمز التأكيد", "mã xác minh", "mã xác nhận", "kode verifikasi", "รหัสยืนยัน",
]));

/// Who says that a code does not come, or does not work, sends none.
#[rustfmt::skip]
static DENIALS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "no verification", "no confirmation", "no code", "no security code", "not receive", "n't receive", "never receive",
    "not get", "n't get", "never got", "not arriv", "n't arriv", "not work", "n't work", "did not come", "didn't come",
    "kein bestätigungscode", "keinen bestätigungscode", "keinen code", "kein code", "keinen verifizierungscode",
    "nicht erhalten", "nicht angekommen", "kommt nicht", "kam nicht", "funktioniert nicht", "pas reçu", "ne reçois pas",
    "no recib", "no he recib", "non ho ricevuto", "não recebi", "niet ontvangen",
]));

/// What asks for a link to be followed.
#[rustfmt::skip]
static ASKS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "verify your email", "verify your e-mail", "verify your account", "verify your address", "verify this email",
    "confirm your email", "confirm your e-mail", "confirm your account", "confirm your address", "confirm your registration",
    "confirm your subscription", "confirm your sign", "activate your account", "complete your registration",
    "email verification", "e-mail verification", "magic link", "sign-in link", "login link",
    "e-mail-adresse bestätigen", "e-mail-adresse zu bestätigen", "email-adresse bestätigen", "bestätigen sie ihre e-mail",
    "bestätigen sie ihre registrierung", "bestätigen sie ihr konto", "konto aktivieren", "registrierung abschließen",
    "vérifiez votre adresse", "confirmez votre adresse", "confirmer votre adresse", "activez votre compte",
    "verifica tu correo", "confirma tu correo", "confirme su correo", "verifique seu e-mail", "confirme seu e-mail",
    "verifica il tuo indirizzo", "conferma il tuo indirizzo", "bevestig je e-mail", "bevestig uw e-mail",
    "bekräfta din e-post", "bekræft din e-mail", "bekreft e-post", "vahvista sähköposti", "potwierdź swój adres",
    "potwierdź adres", "ověřte svůj e-mail", "potvrďte svůj e-mail", "подтвердите адрес", "подтвердите ваш", "e-postanızı doğrulayın",
    "メールアドレスの確認", "验证您的邮箱", "验证您的电子邮件", "이메일 인증",
]));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::OwnMarks;

    fn is(from: &str, subject: &str, text: &str) -> bool {
        let raw = format!(
            "From: {from}\r\nTo: help@help.example.org\r\nSubject: {subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
        );
        is_verification(&crate::mail::read(raw.as_bytes(), &OwnMarks::default()))
    }

    #[test]
    fn codes_and_links_of_machines_are_known() {
        for (subject, text) in [
            ("code 123456", "code 123456"),
            ("Verify your account", "Your verification code is:\r\n\r\n123456\r\n\r\nIt expires in ten minutes."),
            ("482 913 is your security code", "Do not share it with anybody."),
            ("Ihr Bestätigungscode", "Geben Sie bitte G-482913 als Bestätigungscode ein."),
            ("Votre code de vérification", "Voici votre code de vérification : 4829"),
            ("Código de verificación", "482913"),
            ("Codice di verifica", "Il tuo codice di verifica: 482913."),
            ("Kod weryfikacyjny: 482913", "Nie udostępniaj go nikomu."),
            ("Код подтверждения", "Ваш код подтверждения: 482913"),
            ("【Example】验证码", "您的验证码是482913，请勿泄露。"),
            ("認証コードのお知らせ", "認証コード：482913"),
            ("인증번호 안내", "인증번호 482913 을 입력하세요."),
            ("Confirm your email address", "Please follow https://id.service.test/confirm?t=abc to confirm your email."),
            ("Registrierung", "Um Ihre E-Mail-Adresse zu bestätigen: https://id.service.test/verify/abc"),
        ] {
            assert!(is("No Reply <noreply@id.service.test>", subject, text), "{subject}");
            assert!(!is("Ann <ann@customer.test>", subject, text), "a person may forward one: {subject}");
        }
        assert!(is("verify@service.test", "Your code", "Use this code to sign in: 482913"));
    }

    #[test]
    fn what_is_about_codes_is_no_code() {
        for (from, subject, text) in [
            ("ann@customer.test", "I get no verification code", "I get no verification code for order 123456. Why?"),
            ("verify@customer.test", "Re: [#12] Verification code", "It was 123456 and did not work."),
            ("noreply@shop.test", "Contact form", "I get no verification code for my account 123456."),
            ("noreply@shop.test", "Kontaktformular", "Ich habe den Bestätigungscode 123456 nicht erhalten."),
            ("noreply@shop.test", "Your order 123456", "Thank you. It will be sent on 12 May 2026."),
            (
                "noreply@tracker.test",
                "[shop] Verification code is sent twice (#4711)",
                "Assigned to bob, milestone 2026.04 of the project.",
            ),
            ("dev-request@lists.test", "[dev] Sequences", "One can't use the code in normal ways.\r\n\r\n12345"),
            ("noreply@news.test", "Security code review", "Ten tips for reviews: https://news.test/tips"),
            ("alerts@monitor.test", "Disk full", "Host 10.0.0.1, 99 % of 1024000 kB"),
        ] {
            assert!(!is(from, subject, text), "{subject}");
        }
    }
}
