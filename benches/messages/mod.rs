//! Support mail made up by a seed: the same number gives the same bytes on every machine.
//!
//! What it imitates: letters of 2 to 10 KB in six languages and nine charset and transfer encodings, half of them with an HTML
//! part beside the plain one; a tenth with a file of 50 to 500 KB, of which three in four do not compress (pictures, PDF) and
//! one is a log; replies with signature and quotation; absence notes and newsletters. Sizes of files repeat every thousand
//! messages, so that any thousand of them are as much work as any other.
//!
//! Lines end in LF, as delivery agents write Maildirs.

use std::fmt::Write;

use data_encoding::BASE64;
use encoding_rs::Encoding;

/// Customers, and the domains they write from.
const CUSTOMERS: u64 = 2000;
const DOMAINS: u64 = 83;

/// One in so many messages carries a file.
const FILE_EVERY: u64 = 10;

/// Vigna's splitmix64: small, and the same everywhere.
#[derive(Clone, Debug)]
pub(super) struct SplitMix64(u64);

impl SplitMix64 {
    /// Begins at a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
    }
}

/// What a message is to be.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// A first letter.
    New,
    /// An answer to a letter of ours, by its reply address.
    TokenReply {
        /// The address with the token.
        to: String,
        /// The customer who writes.
        customer: u64,
    },
    /// Another letter of a customer about an earlier one of his, by that one's Message-ID.
    IdReply {
        /// Number of the earlier one.
        earlier: u64,
    },
    /// An absence note that answers a letter of ours.
    Absence {
        /// The Message-ID of that letter.
        answers: String,
        /// The customer who is away.
        customer: u64,
    },
    /// A newsletter.
    Newsletter,
}

/// The customer who writes message `number`.
pub(super) fn customer_of(number: u64) -> u64 {
    SplitMix64::new(number ^ 0x5eed).below(CUSTOMERS)
}

/// The address of a customer.
pub(super) fn address_of(customer: u64) -> String {
    format!("customer{customer}@company{}.example.net", customer % DOMAINS)
}

/// The Message-ID of message `number`, without brackets.
pub(super) fn id_of(number: u64) -> String {
    format!("{:016x}.{number}@mail.example.net", SplitMix64::new(number).next())
}

/// One language with an encoding that its writers use.
struct Tongue {
    words: &'static [&'static str],
    space: &'static str,
    end: &'static str,
    charset: &'static str,
    transfer: &'static str,
}

const ENGLISH: &[&str] = &[
    "the", "printer", "on", "our", "second", "floor", "does", "not", "answer", "since", "this", "morning", "and", "I", "have",
    "tried", "to", "restart", "it", "twice", "invoice", "order", "number", "account", "password", "please", "could", "you",
    "tell", "me", "when", "delivery", "will", "arrive", "because", "customer", "is", "waiting", "for", "an", "update", "we",
    "changed", "address", "last", "week", "but", "system", "still", "shows", "old", "one", "thank", "help", "with", "login",
];
const GERMAN: &[&str] = &[
    "der",
    "Drucker",
    "im",
    "zweiten",
    "Stock",
    "reagiert",
    "seit",
    "heute",
    "früh",
    "nicht",
    "mehr",
    "und",
    "ich",
    "habe",
    "schon",
    "zweimal",
    "versucht",
    "ihn",
    "neu",
    "zu",
    "starten",
    "Rechnung",
    "Bestellung",
    "Nummer",
    "Kundenkonto",
    "Passwort",
    "bitte",
    "könnten",
    "Sie",
    "mir",
    "sagen",
    "wann",
    "die",
    "Lieferung",
    "ankommt",
    "weil",
    "unser",
    "Kunde",
    "auf",
    "eine",
    "Rückmeldung",
    "wartet",
    "Grüße",
    "geändert",
    "Straße",
    "für",
    "über",
    "möglich",
    "danke",
    "schönen",
];
const FRENCH: &[&str] = &[
    "le",
    "téléphone",
    "de",
    "notre",
    "agence",
    "ne",
    "répond",
    "plus",
    "depuis",
    "ce",
    "matin",
    "et",
    "nous",
    "avons",
    "déjà",
    "essayé",
    "trois",
    "fois",
    "facture",
    "commande",
    "numéro",
    "compte",
    "mot",
    "passe",
    "pourriez",
    "vous",
    "me",
    "dire",
    "quand",
    "la",
    "livraison",
    "arrivera",
    "parce",
    "que",
    "client",
    "attend",
    "une",
    "réponse",
    "très",
    "bientôt",
];
const RUSSIAN: &[&str] = &[
    "принтер",
    "на",
    "втором",
    "этаже",
    "не",
    "отвечает",
    "с",
    "утра",
    "мы",
    "уже",
    "пробовали",
    "его",
    "перезапустить",
    "счёт",
    "заказ",
    "номер",
    "пароль",
    "пожалуйста",
    "сообщите",
    "когда",
    "придёт",
    "доставка",
    "потому",
    "что",
    "клиент",
    "ждёт",
    "ответа",
    "спасибо",
    "за",
    "помощь",
    "адрес",
    "изменился",
    "прошлой",
    "неделе",
];
const JAPANESE: &[&str] = &[
    "二階の",
    "プリンターが",
    "今朝から",
    "動きません",
    "再起動を",
    "二回",
    "試しました",
    "請求書の",
    "番号を",
    "教えて",
    "ください",
    "お客様が",
    "返事を",
    "待って",
    "います",
    "配送は",
    "いつ",
    "届きますか",
    "よろしく",
    "お願いします",
];
const CHINESE: &[&str] = &[
    "二楼的",
    "打印机",
    "从今天",
    "早上",
    "开始",
    "没有",
    "反应",
    "我们",
    "已经",
    "重启",
    "两次",
    "发票",
    "订单",
    "号码",
    "请告诉",
    "什么时候",
    "到货",
    "客户",
    "正在",
    "等待",
    "答复",
    "谢谢",
];

const TONGUES: [Tongue; 9] = [
    Tongue { words: ENGLISH, space: " ", end: ". ", charset: "us-ascii", transfer: "7bit" },
    Tongue { words: ENGLISH, space: " ", end: ". ", charset: "utf-8", transfer: "quoted-printable" },
    Tongue { words: GERMAN, space: " ", end: ". ", charset: "utf-8", transfer: "quoted-printable" },
    Tongue { words: GERMAN, space: " ", end: ". ", charset: "iso-8859-1", transfer: "quoted-printable" },
    Tongue { words: FRENCH, space: " ", end: ". ", charset: "windows-1252", transfer: "8bit" },
    Tongue { words: FRENCH, space: " ", end: ". ", charset: "utf-8", transfer: "base64" },
    Tongue { words: RUSSIAN, space: " ", end: ". ", charset: "koi8-r", transfer: "base64" },
    Tongue { words: JAPANESE, space: "", end: "。", charset: "iso-2022-jp", transfer: "7bit" },
    Tongue { words: CHINESE, space: "", end: "。", charset: "gb18030", transfer: "base64" },
];
/// How often each is taken, of 20.
const SHARES: [usize; 20] = [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8];

/// Message `number` of a run, sent at `second`.
pub(super) fn message(number: u64, wanted: &Wanted, second: i64) -> Vec<u8> {
    let mut random = SplitMix64::new(number.wrapping_mul(0x0005_deec_e66d));
    let tongue = &TONGUES[SHARES[random.below(20) as usize]];
    let customer = match wanted {
        Wanted::TokenReply { customer, .. } | Wanted::Absence { customer, .. } => *customer,
        Wanted::IdReply { earlier } => customer_of(*earlier),
        Wanted::New | Wanted::Newsletter => customer_of(number),
    };
    let mut out = Vec::with_capacity(16 * 1024);
    header(&mut out, &mut random, number, wanted, customer, second, tongue);
    let size = 1200 + random.below(7000) as usize;
    let share = if random.below(2) == 0 { size } else { size / 2 };
    let mut text = prose(&mut random, tongue, share);
    if matches!(wanted, Wanted::TokenReply { .. } | Wanted::IdReply { .. }) {
        let _ = write!(text, "\n-- \nCustomer {customer}\n\nOn Mon, 2 Mar 2026 at 10:00, Support wrote:\n");
        for line in prose(&mut random, tongue, size / 3).lines() {
            let _ = writeln!(text, "> {line}");
        }
    }
    let boundary = format!("=-{:016x}", random.next());
    let with_file = number % FILE_EVERY == 3 && !matches!(wanted, Wanted::Absence { .. } | Wanted::Newsletter);
    let with_html = text.len() < size * 2 / 3 || matches!(wanted, Wanted::Newsletter);
    if with_file {
        let _ = push(&mut out, format_args!("Content-Type: multipart/mixed; boundary=\"m{boundary}\"\n\n--m{boundary}\n"));
    }
    if with_html {
        let _ = push(&mut out, format_args!("Content-Type: multipart/alternative; boundary=\"a{boundary}\"\n\n"));
        let _ = push(&mut out, format_args!("--a{boundary}\n"));
        part(&mut out, "plain", &text, tongue);
        let _ = push(&mut out, format_args!("\n--a{boundary}\n"));
        part(&mut out, "html", &html(&text), tongue);
        let _ = push(&mut out, format_args!("\n--a{boundary}--\n"));
    } else {
        part(&mut out, "plain", &text, tongue);
    }
    if with_file {
        file(&mut out, &mut random, number, &boundary);
        let _ = push(&mut out, format_args!("\n--m{boundary}--\n"));
    }
    out
}

fn push(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) -> std::io::Result<()> {
    std::io::Write::write_fmt(out, text)
}

fn header(out: &mut Vec<u8>, random: &mut SplitMix64, number: u64, wanted: &Wanted, customer: u64, second: i64, tongue: &Tongue) {
    let from = address_of(customer);
    let date =
        jiff::Timestamp::from_second(second).map(|at| jiff::fmt::rfc2822::to_string(&at.to_zoned(jiff::tz::TimeZone::UTC)));
    let date = date.ok().and_then(Result::ok).unwrap_or_default();
    let mut head = format!("Return-Path: <{from}>\nDelivered-To: support@example.org\n");
    for hop in ["mx1.example.org", "relay.example.net", "out.example.net"] {
        let _ = write!(
            head,
            "Received: from {} (unknown [192.0.2.{}])\n\tby {hop} with ESMTPS id {:012X}\n\tfor <support@example.org>; {date}\n",
            random.pick(&["a.example.net", "b.example.net", "c.example.net"]),
            random.below(255),
            random.next() >> 16,
        );
    }
    let signature: Vec<u8> = (0..32).flat_map(|_| random.next().to_be_bytes()).collect();
    let signature = BASE64.encode(&signature);
    head.push_str("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.net; s=mail;\n\th=from:to:subject:date; b=");
    for piece in signature.as_bytes().chunks(70) {
        let _ = write!(head, "{}\n\t ", String::from_utf8_lossy(piece));
    }
    head.truncate(head.trim_end().len());
    let subject = prose(random, tongue, 40).replace('\n', " ");
    let subject = format!("{} {}", subject.trim(), number);
    let encoded = |text: &str| match text.is_ascii() {
        true => text.to_owned(),
        false => format!("=?utf-8?B?{}?=", BASE64.encode(text.chars().take(15).collect::<String>().as_bytes())),
    };
    let to = match wanted {
        Wanted::TokenReply { to, .. } => to,
        _ => "support@example.org",
    };
    let prefix = if matches!(wanted, Wanted::TokenReply { .. } | Wanted::IdReply { .. }) { "Re: " } else { "" };
    let _ = write!(
        head,
        "\nFrom: {} <{from}>\nTo: Support <{to}>\nSubject: {prefix}{}\nMessage-ID: <{}>\nDate: {date}\nMIME-Version: 1.0\nUser-Agent: Mozilla Thunderbird\n",
        encoded(&format!("Customer {customer}")),
        encoded(&subject),
        id_of(number),
    );
    let _ = match wanted {
        Wanted::New | Wanted::TokenReply { .. } => Ok(()),
        Wanted::IdReply { earlier } => write!(head, "In-Reply-To: <{0}>\nReferences: <{0}>\n", id_of(*earlier)),
        Wanted::Absence { answers, .. } => write!(head, "Auto-Submitted: auto-replied\nIn-Reply-To: <{answers}>\n"),
        Wanted::Newsletter => {
            write!(head, "List-Id: <news.example.net>\nList-Unsubscribe: <https://example.net/>\nPrecedence: bulk\n")
        }
    };
    out.extend_from_slice(head.as_bytes());
}

/// Paragraphs of about so many bytes, in lines of 72.
fn prose(random: &mut SplitMix64, tongue: &Tongue, size: usize) -> String {
    let mut text = String::with_capacity(size + 100);
    let mut column = 0;
    while text.len() < size {
        let word = random.pick(tongue.words);
        text.push_str(word);
        column += word.chars().count();
        let gap = match random.below(12) {
            0 => tongue.end,
            _ => tongue.space,
        };
        text.push_str(gap);
        column += 1;
        if column > if tongue.space.is_empty() { 30 } else { 66 } {
            text.truncate(text.trim_end().len());
            text.push_str(if random.below(6) == 0 { "\n\n" } else { "\n" });
            column = 0;
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn html(text: &str) -> String {
    let mut html = String::from("<html><head><style>p { margin: 0 }</style></head><body><div dir=\"ltr\">\n");
    for paragraph in text.split("\n\n") {
        let escaped = paragraph.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>\n");
        let _ = writeln!(html, "<p style=\"font-family:Arial,sans-serif;font-size:14px\">{escaped}</p>");
    }
    html.push_str("</div></body></html>\n");
    html
}

fn part(out: &mut Vec<u8>, subtype: &str, text: &str, tongue: &Tongue) {
    let Tongue { charset, transfer, .. } = tongue;
    let _ = push(out, format_args!("Content-Type: text/{subtype}; charset={charset}\nContent-Transfer-Encoding: {transfer}\n\n"));
    let (bytes, ..) = Encoding::for_label(charset.as_bytes()).unwrap_or(encoding_rs::UTF_8).encode(text);
    match *transfer {
        "base64" => base64(out, &bytes),
        "quoted-printable" => quoted_printable(out, &bytes),
        _ => out.extend_from_slice(&bytes),
    }
}

fn base64(out: &mut Vec<u8>, bytes: &[u8]) {
    for line in bytes.chunks(57) {
        out.extend_from_slice(BASE64.encode(line).as_bytes());
        out.push(b'\n');
    }
}

fn quoted_printable(out: &mut Vec<u8>, bytes: &[u8]) {
    for line in bytes.split(|byte| *byte == b'\n') {
        let mut column = 0;
        for byte in line {
            if column > 70 {
                out.extend_from_slice(b"=\n");
                column = 0;
            }
            if byte.is_ascii() && *byte != b'=' {
                out.push(*byte);
                column += 1;
            } else {
                let _ = push(out, format_args!("={byte:02X}"));
                column += 3;
            }
        }
        out.push(b'\n');
    }
}

/// A file of 50 to 500 KB, the sizes spread evenly over each hundred files.
fn file(out: &mut Vec<u8>, random: &mut SplitMix64, number: u64, boundary: &str) {
    let place = number / FILE_EVERY;
    let size = 50_000 + (place * 37 % 100) * 4545;
    let is_log = place % 4 == 3;
    let (name, kind) = match (is_log, place % 3) {
        (true, _) => ("events.log", "text/plain"),
        (false, 0) => ("picture.jpg", "image/jpeg"),
        (false, 1) => ("contract.pdf", "application/pdf"),
        (false, _) => ("files.zip", "application/zip"),
    };
    let mut bytes = Vec::with_capacity(size as usize + 64);
    while bytes.len() < size as usize {
        if is_log {
            let _ = push(
                &mut bytes,
                format_args!("2026-03-02T10:{:02}:{:02}Z worker-{} ", random.below(60), random.below(60), random.below(9)),
            );
            let _ = push(&mut bytes, format_args!("request {:08x} {}\n", random.next() >> 32, random.pick(ENGLISH)));
        } else {
            bytes.extend_from_slice(&random.next().to_le_bytes());
        }
    }
    let _ =
        push(out, format_args!("\n--m{boundary}\nContent-Type: {kind}; name=\"{name}\"\nContent-Transfer-Encoding: base64\n"));
    let _ = push(out, format_args!("Content-Disposition: attachment; filename=\"{name}\"\n\n"));
    base64(out, &bytes);
}
