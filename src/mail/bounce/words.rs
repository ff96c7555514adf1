//! What MTAs say when a delivery failed, waits or succeeded, in the languages they write. Each question is about one line or one
//! subject; what follows from the answers stands in the file above.

use std::sync::LazyLock;

use crate::mail::phrase::Anywhere;

/// A full mailbox, in MTAs' words.
pub(super) fn says_full(text: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "mailbox full", "mailbox is full", "mailbox for user is full", "over quota", "quota exceeded", "overquota",
        "exceeded storage", "exceeds quota",
        "exceeded his/her quota", "quota exceed", "exceeds allowed size", "not enough disk space", "mailbox exceeds",
        "over the quota", "out of storage", "insufficient disk", "postfach ist voll", "postfach voll",
        "speicherplatz", "boîte aux lettres pleine", "boîte aux lettres du destinataire est pleine", "boîte est pleine",
        "quota dépassé",
        "buzón lleno", "buzón está lleno", "caixa postal cheia", "caixa de correio cheia", "caixa de entrada está cheia",
        "casella piena",
        "casella di posta è piena", "casella postale piena", "mailbox vol", "postvak is vol", "postvak vol",
        "brevlådan är full", "postkassen er fuld",
        "postkassen er full", "skrzynka pełna", "skrzynka jest pełna", "przepełnion", "schránka je plná",
        "ящик переполнен", "переполнен", "скринька переповнена",
        "メールボックスがいっぱい", "容量を超え", "容量オーバー", "邮箱已满", "信箱已滿", "空间不足", "사서함이 가득", "용량 초과", "kutusu dolu",
    ];
    let lower = text.to_lowercase();
    WORDS.iter().any(|words| lower.contains(words))
}

/// Words of failures that pass.
pub(super) fn is_passing(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "timed out",
        "connection refused",
        "retry timeout exceeded",
        "retry time not reached",
        "too many connections",
        "greylist",
        "graylist",
        "try again later",
        "network is unreachable",
        "no route to host",
        "deferred:",
        "message expired",
        "delivery expired",
        "delivery time expired",
        "temporarily",
        "could not be delivered for",
        "too long in queue",
        "vorübergehend",
        "temporairement",
        "temporalmente",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// Where the copy of the original begins.
pub(super) fn begins_copy(line: &str) -> bool {
    let lower = line.trim_start_matches(['-', ' ', '=', '_', '*']).to_lowercase();
    [
        "below this line is a copy",
        "this is a copy of",
        "original message",
        "message header",
        "the following is a copy",
        "returned message",
        "return-path:",
        "received: from",
        "unsent message follows",
        "original message follows",
        "message headers follow",
        "undelivered message",
        "transcript of session follows: message",
    ]
    .iter()
    .any(|words| lower.starts_with(words))
}

pub(super) fn is_reason(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "user unknown",
        "unknown user",
        "no such user",
        "does not exist",
        "mailbox unavailable",
        "not delivered",
        "could not be delivered",
        "couldn't be delivered",
        "was not delivered",
        "undeliverable",
        "rejected",
        "quota",
        "mailbox full",
        "host unknown",
        "unrouteable",
        "unroutable",
        "no mailbox",
        "unknown address",
        "invalid recipient",
        "error delivering",
        "unable to deliver",
        "could not deliver",
        "exceeds allowed size",
        "invalid final delivery",
        "550 ",
        "554 ",
        "552 ",
        "553 ",
        "nicht zugestellt",
        "unbekannt",
        "existiert nicht",
        "n'existe pas",
        "inconnu",
        "no existe",
        "desconocid",
        "inexistente",
        "não existe",
        "non esiste",
        "sconosciut",
        "bestaat niet",
        "onbekend",
        "finns inte",
        "findes ikke",
        "finnes ikke",
        "nie istnieje",
        "nie ma takiego",
        "neexistuje",
        "не найден",
        "не существует",
        "bulunamadı",
        "存在しません",
        "不存在",
        "존재하지 않",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// Says that it is only late.
pub(super) fn is_delay(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "warning: could not send",
        "delayed",
        "will be retried",
        "still being retried",
        "will keep trying",
        "will continue to try",
        "still trying",
        "you do not need to resend",
        "not yet been delivered",
        "noch nicht zugestellt",
        "zustellung verzögert",
        "retardé",
        "delivery status notification (delay)",
        "message is still in the queue",
        "this is a warning message only",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// A subject by which MTAs announce a failed delivery.
pub(in crate::mail) fn is_bounce_subject(subject: &str) -> bool {
    static WORDS: LazyLock<Anywhere> = LazyLock::new(|| {
        Anywhere::new(&[
            "undeliverable",
            "undelivered mail",
            "undelivered message",
            "mail delivery fail",
            "mail delivery problem",
            "mail delivery error",
            "delivery failure",
            "delivery failed",
            "delivery status notification",
            "delivery notification",
            "delivery report",
            "failure notice",
            "failed mail",
            "failed delivery",
            "returned mail",
            "mail returned",
            "returned to sender",
            "message delivery fail",
            "non-deliverable",
            "non delivery",
            "nondeliverable",
            "could not send message",
            "could not be delivered",
            "mail system error",
            "mail could not be",
            "message undeliverable",
            "unzustellbar",
            "nicht zustellbar",
            "zustellung fehlgeschlagen",
            "nicht zugestellt",
            "mail nicht",
            "non remis",
            "échec de la remise",
            "non distribuable",
            "no se puede entregar",
            "correo no entregado",
            "no entregado",
            "não entregue",
            "falha na entrega",
            "mancato recapito",
            "impossibile recapitare",
            "onbestelbaar",
            "niet bezorgd",
            "kunde inte levereras",
            "kunne ikke leveres",
            "niedostarczon",
            "nie można dostarczyć",
            "nedoručiteln",
            "не доставлено",
            "недоставленн",
            "teslim edilemedi",
            "配信不能",
            "配信エラー",
            "メールエラー",
            "エラー通知",
            "送信できません",
            "退信",
            "delayed mail",
            "delivery delayed",
            "message status - undeliverable",
            "automatically rejected mail",
            "user unknown",
            "message you sent blocked",
            "message you sent",
            "returning mail",
            "mailbox full",
            "delivery temporarily suspended",
            "mdaemon notification",
            "error sending mail",
            "mail error",
            "undeliver",
        ])
    });
    WORDS.is_in(subject.to_lowercase())
}

/// The start of a text in which MTAs tell of a failed delivery.
pub(in crate::mail) fn is_bounce_text(text: &str) -> bool {
    let mut head = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(25) {
        head.push_str(line);
        head.push(' ');
        if head.len() > 4000 {
            break;
        }
    }
    let lower = head.to_lowercase();
    [
        "could not be delivered",
        "couldn't be delivered",
        "was undeliverable",
        "is undeliverable",
        "delivery to the following",
        "was not delivered",
        "wasn't able to deliver",
        "unable to deliver",
        "i'm sorry to have to inform you",
        "i'm afraid i wasn't able",
        "undeliverable",
        "delivery failed",
        "delivery has failed",
        "not deliverable",
        "permanent error",
        "permanent fatal errors",
        "returned to sender",
        "user unknown",
        "unknown user",
        "no such user",
        "did not reach the following",
        "cannot be delivered",
        "following addresses failed",
        "following recipients",
        "message that you sent",
        "message you sent",
        "error while delivering",
        "failed to deliver",
        "failed permanently",
        "mail system at host",
        "konnte nicht zugestellt",
        "n'a pas pu être",
        "no se pudo entregar",
        "存在しません",
        "次のあて先",
        "送信されませんでした",
        "届きませんでした",
        "action: failed",
        "recipient address rejected",
        "has been rejected",
        "you are not member",
        "not a member",
        "loop alert",
        "transcript of session",
        "transaction failed",
        "failure notice",
        "delivery fail",
        "mail delivery",
        "exceeded the",
        "not found",
        "recipient unknown",
        "mailbox",
        "rejected",
    ]
    .iter()
    .any(|words| lower.contains(words))
}
