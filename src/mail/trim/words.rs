//! Words by which mail programs and people announce quotes and say goodbye, in lower case.

use std::sync::LazyLock;

use crate::mail::phrase::{Anywhere, Openings};

/// What an attribution says: "wrote", "schrieb", "a écrit". Found anywhere in its lines.
#[rustfmt::skip]
pub(super) const WROTE: &[&str] = &[
    "wrote", "writes", "schrieb", "geschrieben", "a écrit", "a ecrit", "escribió", "escribio", "escribe", "escreveu",
    "escreve", "ha scritto", "scrive", "schreef", "skrev", "skriver", "kirjoitti", "napisał", "napisal", "pisze", "napsal",
    "napísal", "píše", "ezt írta", "írta", "yazdı", "yazmış", "a scris", "έγραψε", "написал", "пишет", "писал", "написав",
    "пише", "написа", "је написао", "je napisao", "je napisala", "napisao", "napisala", "napisali", "kirjutas", "rakstīja",
    "rašė", "va escriure", "ha escrit", "đã viết", "menulis", "เขียนว่า", "写道", "寫道", "写到", "님이 작성", "작성:", "작성했습니다",
    "さんは書きました", "のメール", "さんからのメール", "כתב", "כתבה", "كتب", "كتبت", "نوشت", "ने लिखा", "said:", "replied:", "idatzi du",
    "escribiu", "shkroi", "parašė", "rašo", "napisala", "napisali", "napsala", "napísala", "napisał(a)", "kirjoittaa",
    "schrijft", "geschreven", "yazdi", "írta", "writes:", "쓴 글", "작성하였습니다", "のメッセージ", "さんは次のように書きました", "написала", "пишете",
    "писали", "skrifaði", "rakstījis", "ditulis", "ได้เขียน", "a répondu", "napisana przez", "napisane przez", "respondió",
    "antwortete",
];

/// The first word of an attribution: "On …", "Am …", "Le …".
#[rustfmt::skip]
pub(super) const STARTERS: &[&str] = &[
    "on", "at", "am", "le", "el", "em", "il", "op", "den", "på", "w", "dnia", "dne", "dňa", "în", "in", "στις", "в", "ngày",
    "pada", "vào", "u", "dana", "je", "les", "kl", "pe", "la", "от", "no", "zitat", "citando", "quoting", "בתאריך", "ב", "في",
    "сьогодні", "於", "于", "在", "às", "as", "na", "на", "вы", "ви", "dňa", "v", "ve", "o", "dnia", "kontakt", "missatge",
    "le", "den",
    "message", "wiadomość", "tanggal", "ใน", "vaš", "dne", "da", "no", "si", "pada", "nel", "hôm", "à", "klo", "þann",
];

/// Days and months by their first letters, for attributions that begin with a date.
#[rustfmt::skip]
pub(super) const DAYS: &[&str] = &[
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "lun", "mar", "mer", "mié",
    "jeu", "jue", "ven", "vie", "sam", "sáb", "dim", "dom", "seg", "ter", "qua", "qui", "sex", "gio", "sab", "ma", "wo", "vr",
    "za", "zo", "man", "tir", "tis", "ons", "tor", "tors", "fre", "lör", "lør", "søn", "sön", "ti", "ke", "to", "pe", "la",
    "su", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "po", "út", "st", "čt", "pá", "ne", "пн", "вт", "ср", "чт", "пт",
    "сб", "вс", "нд", "jan", "feb", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mån", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Fields of the header that mail programs put above what they quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldKind {
    From,
    Sent,
    To,
    Cc,
    Subject,
    Other,
}

/// Field names in lower case, without the colon.
#[rustfmt::skip]
const FIELDS: &[(FieldKind, &[&str])] = &[
    (FieldKind::From, &[
        "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "odesílatel", "odosielateľ", "от", "от кого",
        "від", "feladó", "kimden", "gönderen", "expéditeur", "remitente", "mittente", "afzender", "absender", "nadawca", "从",
        "发件人", "寄件者", "寄件人", "發件人", "差出人", "送信者", "보낸 사람", "보낸사람", "발신", "από", "de la", "מאת", "من", "dari", "từ", "saatja",
        "kenetől", "pošiljatelj", "šalje", "desde", "nuo", "siuntėjas", "no", "sūtītājs", "จาก", "از", "nga", "frá",
        "nadawcy", "kimdən",
    ]),
    (FieldKind::Sent, &[
        "sent", "date", "message du", "date du message", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el",
        "enviada em", "enviado em", "enviada", "fecha", "data", "inviato", "verzonden", "skickat", "sendt", "dato",
        "lähetetty", "päivämäärä", "päiväys", "wysłano", "wysłane", "odesláno", "odoslané", "дата", "отправлено", "надіслано",
        "изпратено", "küldve", "küldés ideje", "elküldve", "dátum", "gönderildi", "tarih", "gönderme tarihi", "发送时间", "发送日期",
        "日期", "寄件日期", "傳送時間", "送信日時", "送信", "日時", "日付", "보낸 날짜", "날짜", "보냄", "ημερομηνία", "στάλθηκε", "trimis", "נשלח",
        "תאריך", "التاريخ", "تم الإرسال", "dikirim", "tanggal", "poslano", "date sent", "saadetud", "kuupäev", "sent on",
        "date d'envoi", "đã gửi", "ngày", "gửi", "εστάλη", "saatmisaeg", "išsiųsta", "nosūtīts", "poslato", "envoyé(e)",
        "envoyée", "enviat", "enviat el", "ส่ง", "วันที่", "ارسال شده", "تاریخ", "terkirim", "sendt den", "odesláno dne",
        "送信日", "发件时间", "时间", "時間", "보낸 시간", "일시", "sent at", "verzenddatum", "date et heure",
    ]),
    (FieldKind::To, &[
        "to", "an", "à", "a", "para", "aan", "till", "til", "vastaanottaja", "do", "komu", "кому", "до", "címzett", "kime",
        "alıcı", "destinataire", "destinatario", "empfänger", "收件人", "收件者", "宛先", "받는 사람", "받는사람", "수신", "προς", "către",
        "אל", "إلى", "kepada", "đến", "za", "prima", "pre", "per", "saaja", "adressaat", "kam", "gavėjas", "tới", "ถึง", "به",
        "ke", "per a", "pentru", "alıcılar", "받는이", "הנמען",
    ]),
    (FieldKind::Cc, &[
        "cc", "kopie", "copie", "cópia", "copia", "kopia", "kopi", "kopio", "dw", "копия", "копія", "másolatot kap",
        "másolat", "bilgi", "抄送", "副本", "参照", "참조", "κοιν", "copie à", "kopia till", "b.cc", "bcc",
    ]),
    (FieldKind::Subject, &[
        "subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "aihe", "temat",
        "předmět", "predmet", "тема", "относно", "tárgy", "konu", "主题", "主旨", "主題", "件名", "제목", "θέμα", "subiect", "נושא",
        "הנושא", "الموضوع", "perihal", "chủ đề", "naslov", "zadeva", "teema", "assumpte", "subj", "re", "tēma", "เรื่อง",
        "موضوع", "subjek", "tiêu đề", "efni", "predmet poruke", "标题",
    ]),
    (FieldKind::Other, &[
        "reply-to", "importance", "sent by", "please respond to", "attachments", "anlagen", "wichtigkeit", "priority",
        "antwort an", "sender", "organization", "newsgroups", "message-id", "pièces jointes", "attachment", "mailing list",
        "reply to", "bijlagen", "bilagor", "sensitivity",
    ]),
];

/// The field of a name in lower case. The first of two that share a name counts.
pub(super) fn field_kind(name: &str) -> Option<FieldKind> {
    static TABLE: LazyLock<Vec<(&str, FieldKind)>> = LazyLock::new(|| {
        let mut table: Vec<_> = FIELDS.iter().flat_map(|(kind, names)| names.iter().map(|name| (*name, *kind))).collect();
        table.sort_by_key(|(name, _)| *name);
        table.dedup_by_key(|(name, _)| *name);
        table
    });
    let place = TABLE.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    TABLE.get(place).map(|(_, kind)| *kind)
}

/// What stands between dashes above a quoted or forwarded message.
#[rustfmt::skip]
pub(super) static DELIMITERS: LazyLock<Openings> = LazyLock::new(|| Openings::new(&[
    "original message", "original appointment", "reply message", "ursprüngliche nachricht", "originalnachricht",
    "original-nachricht", "message d'origine", "message original", "message d’origine", "mensaje original",
    "mensagem original", "messaggio originale", "oorspronkelijk bericht", "origineel bericht", "oorspronkelijke bericht",
    "originalmeddelande", "ursprungligt meddelande", "oprindelig meddelelse", "oprindelig besked", "opprinnelig melding",
    "original melding", "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva",
    "pôvodná správa", "originální zpráva", "исходное сообщение", "оригинальное сообщение", "исходное письмо",
    "пересылаемое сообщение", "пересланное сообщение", "eredeti üzenet", "orijinal mesaj", "özgün ileti", "mesaj original",
    "原始邮件", "邮件原件", "原始郵件", "原始訊息", "元のメッセージ", "원본 메시지", "원본 메일", "αρχικό μήνυμα", "הודעה מקורית", "الرسالة الأصلية",
    "izvorna poruka", "originalna poruka", "izvirno sporočilo",
    "původní e-mail", "původní email", "original e-mail", "original email", "original mail", "oryginalny e-mail",
    "pôvodný e-mail", "e-mail original", "e-mail d'origine", "courriel original", "correo original", "e-mail originale",
    "оригінальне повідомлення", "вихідне повідомлення", "оригинал", "оригинално съобщение", "originalt meddelande",
    "originalus laiškas", "algne sõnum", "sākotnējais ziņojums", "missatge original", "tin nhắn gốc", "thư gốc",
    "pesan asli", "ข้อความต้นฉบับ", "پیام اصلی", "original-mail", "ursprungliga meddelandet", "wiadomość pierwotna",
]));

/// Forwards name themselves so.
#[rustfmt::skip]
pub(super) static FORWARDS: LazyLock<Openings> = LazyLock::new(|| Openings::new(&[
    "forwarded message", "begin forwarded message", "begin forwarded text", "forwarded text", "forwarded by",
    "start of forwarded message", "weitergeleitete nachricht",
    "anfang der weitergeleiteten nachricht", "weitergeleitet von", "message transféré", "message réexpédié",
    "début du message réexpédié", "début du message transféré", "mensaje reenviado", "inicio del mensaje reenviado",
    "mensagem encaminhada", "mensagem reencaminhada", "início da mensagem reencaminhada", "início da mensagem encaminhada",
    "messaggio inoltrato", "inizio messaggio inoltrato", "doorgestuurd bericht", "begin doorgestuurd bericht",
    "vidarebefordrat meddelande", "vidarebefordrat brev", "videresendt meddelelse", "videresendt besked",
    "videresendt melding", "start på videresendt besked", "välitetty viesti", "edelleenlähetetty viesti",
    "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej wiadomości", "přeposlaná zpráva", "preposlaná správa",
    "továbbított üzenet", "iletilen mesaj", "yönlendirilmiş ileti", "mesaj redirecționat", "προωθημένο μήνυμα",
    "пересылаемое сообщение", "начало переадресованного сообщения", "переслане повідомлення", "转发的邮件", "轉寄郵件", "轉寄的郵件",
    "转发邮件信息", "転送メッセージ", "転送されたメッセージ", "전달된 메일", "전달된 메시지", "הודעה שהועברה", "الرسالة المعاد توجيهها", "forward message",
    "forwarded email", "proslijeđena poruka", "перенаправленное сообщение", "переадресованное сообщение", "пересланное письмо",
    "перенаправлене повідомлення", "转发邮件", "轉寄信件", "转发信息", "препратено съобщение", "posredovano sporočilo", "edastatud kiri",
    "persiųstas laiškas", "pārsūtīts ziņojums", "missatge reenviat", "tin nhắn được chuyển tiếp", "pesan terusan",
    "mensaje remitido", "messaggio reinoltrato", "message renvoyé", "transféré par", "reenviado por", "inoltrato da",
    "doorgestuurd door", "vidarebefordrat av", "przekazane przez", "přeposláno",
]));

/// Delimiters that helpdesks put above their own texts.
#[rustfmt::skip]
pub(super) static REPLY_ABOVE: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "please type your reply above this line", "reply above this line", "please reply above this line",
    "write your reply above this line", "type your response above this line", "bitte antworten sie oberhalb dieser zeile",
    "antworten sie oberhalb dieser zeile", "responda por encima de esta línea", "répondre au-dessus de cette ligne",
    "veuillez répondre au-dessus de cette ligne", "add your reply above here", "write above this line",
]));

/// "Sent from my phone". A short line of its own that begins so.
#[rustfmt::skip]
pub(super) static SENT_FROM: LazyLock<Openings> = LazyLock::new(|| Openings::new(&[
    "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "sent from aol", "sent from gmail",
    "sent from proton", "sent from samsung", "sent from a ", "sent with proton", "sent using ", "sent via ", "sent by mobile",
    "sent from mobile", "get outlook for ", "sent with airmail", "sent from blue", "sent with spark",
    "sent from spark", "sent with ", "von meinem ", "gesendet von ", "gesendet mit ", "gesendet aus ",
    "von meinem iphone gesendet", "diese nachricht wurde von meinem ", "diese nachricht wurde von mein ",
    "holen sie sich outlook", "outlook für ", "envoyé de mon ", "envoyé depuis ", "envoyé à partir de ", "envoyé avec ",
    "télécharger outlook", "obtenez outlook", "enviado desde mi ", "enviado desde ", "obtener outlook", "enviado do meu ",
    "enviado de meu ", "enviado a partir ", "enviada do meu ", "obter o outlook", "inviato da ", "inviato dal mio ",
    "ottieni outlook", "scarica outlook", "verzonden vanaf mijn ", "verstuurd vanaf mijn ", "verzonden met ",
    "verstuurd vanaf ", "outlook voor ", "skickat från ", "skickat fra ", "sendt fra min ", "sendt fra ", "hent outlook",
    "hämta outlook", "skaffa outlook", "lähetetty ", "hanki outlook", "wysłane z ", "wysłano z ", "pobierz outlook",
    "odesláno z ", "odoslané z ", "získat outlook", "отправлено с ", "отправлено из ", "надіслано з ", "скачать outlook",
    "iphone'umdan gönderildi", "iphone'dan gönderildi", "elküldve az ", "az iphone-omról küldve", "trimis de pe ",
    "εστάλη από ", "从我的 ", "发自我的", "發自我的", "从我的", "發送自", "iphoneから送信", "私のiphoneから送信", "ipadから送信", "나의 iphone에서 보냄",
    "내 iphone에서 보냄", "נשלח מה-", "أرسلت من ", "dikirim dari ", "đã gửi từ ", "poslano s ", "poslano z ", "poslano iz ",
    "provenance : ", "provenance : ", "изпратено от ", "στάλθηκε από ", "saadetud ",
    "išsiųsta iš ", "nosūtīts no ", "從我的 ", "从我的 ", "iphone-omról küldve", "sent from mailspring", "get bluemail for ",
    "download outlook", "get proton mail for ", "yahoo mail: search, organize, conquer", "von yahoo mail auf ",
    "von meinem/meiner ",
    "envoyé par ", "enviado con ", "enviado com ", "inviato con ", "inviata da ", "verzonden via ", "verzonden vanuit ",
    "verkrijg outlook", "scarica il nuovo ", "obtenha o outlook", "descargar outlook", "ส่งจาก ", "enviat des ",
    "diese nachricht wurde von meinem", "diese e-mail wurde von meinem", "mit meinem iphone gesendet",
    "mobil gesendet", "unterwegs gesendet", "wysłane z ", "wiadomość wysłana z ", "надіслано з", "отправлено с мобильного",
    "ارسال شده از ", "تم الإرسال من ",
]));

/// Closings, without punctuation. Alone on a line near the end, or with a short name behind.
#[rustfmt::skip]
pub(super) static CLOSINGS: LazyLock<Openings> = LazyLock::new(|| Openings::new(&[
    "regards", "best regards", "kind regards", "kindest regards", "warm regards", "warmest regards", "many regards",
    "with kind regards", "with best regards", "with regards", "rgds", "best", "all the best", "best wishes", "warm wishes",
    "with best wishes", "cheers", "thanks", "thank you", "many thanks", "thanks a lot", "thanks in advance",
    "thank you in advance", "thanks so much", "thank you so much", "thanks again", "thank you again", "thanks and regards",
    "thanks & regards", "thanks and best regards", "thanks & best regards", "thx", "ty", "tia", "sincerely",
    "yours sincerely", "sincerely yours", "yours truly", "very truly yours", "yours faithfully", "yours", "faithfully",
    "respectfully", "respectfully yours", "cordially", "cordially yours", "your pal", "your friend", "your buddy",
    "take care", "talk soon", "speak soon", "see you",
    "see you soon", "love", "xoxo", "hugs", "br", "kr", "brgds", "ciao", "have a great day", "have a nice day",
    "have a good day", "have a good one", "have a great weekend", "have a nice weekend", "have a good weekend",
    "mit freundlichen grüßen", "mit freundlichen gruessen", "mit freundlichem gruß", "mit freundlichem gruss",
    "mit freundlichen grüssen", "mit besten grüßen", "mit herzlichen grüßen", "freundliche grüße", "freundliche grüsse",
    "freundlicher gruß", "beste grüße", "beste grüsse", "besten gruß", "bester gruß", "viele grüße", "viele grüsse",
    "vielen dank", "vielen dank und viele grüße", "vielen dank im voraus", "besten dank", "danke", "danke und gruß",
    "danke im voraus", "herzliche grüße", "herzlichst", "liebe grüße", "schöne grüße", "gruß", "gruss", "grüße", "grüsse",
    "hochachtungsvoll", "mfg", "lg", "vg", "mit lieben grüßen", "schönen gruß", "schönen tag noch", "schönes wochenende",
    "grüße aus", "cordialement", "bien cordialement", "très cordialement", "bien à vous", "bien à toi", "amicalement",
    "sincèrement", "salutations", "salutations distinguées", "meilleures salutations", "sincères salutations", "merci",
    "merci d'avance", "merci beaucoup", "par avance merci", "bonne journée", "bonne soirée", "bises", "bisous", "cdt", "cdlt",
    "avec mes remerciements", "à bientôt", "saludos", "un saludo", "saludos cordiales", "cordiales saludos",
    "un cordial saludo", "cordialmente", "atentamente", "atte", "gracias", "muchas gracias", "gracias de antemano",
    "un abrazo", "abrazos", "gracias y saludos", "saludos y gracias", "atenciosamente", "att", "cumprimentos",
    "com os melhores cumprimentos", "melhores cumprimentos", "obrigado", "obrigada", "muito obrigado", "muito obrigada",
    "abraços", "abraço", "grato", "grata", "saudações", "cordiais saudações", "cordiali saluti", "distinti saluti", "saluti",
    "un saluto", "un cordiale saluto", "grazie", "grazie mille", "tante grazie", "grazie e saluti", "a presto",
    "buona giornata", "buon lavoro", "cari saluti", "i migliori saluti", "met vriendelijke groet", "met vriendelijke groeten",
    "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "groet", "groeten", "groetjes",
    "mvg", "bedankt", "alvast bedankt", "dank je", "dank u", "hoogachtend", "met hartelijke groet", "med vänlig hälsning",
    "med vänliga hälsningar", "vänliga hälsningar", "vänlig hälsning", "hälsningar", "hälsning", "mvh", "bästa hälsningar",
    "tack", "tack på förhand", "tack så mycket", "vänligen", "hej då", "allt gott", "med venlig hilsen", "venlig hilsen",
    "de bedste hilsner", "bedste hilsner", "mange hilsner", "hilsen", "hilsner", "kh", "vh", "tak", "mange tak",
    "på forhånd tak", "med vennlig hilsen", "vennlig hilsen", "beste hilsen", "takk", "på forhånd takk", "mvh.",
    "kærlig hilsen", "med hilsen", "ystävällisin terveisin", "terveisin", "terv", "t", "yst terv", "parhain terveisin",
    "kiitos", "kiitos etukäteen", "kiittäen", "pozdrawiam", "z poważaniem", "z powazaniem", "pozdrowienia",
    "serdecznie pozdrawiam", "z wyrazami szacunku", "dziękuję", "dzięki", "łączę pozdrowienia", "miłego dnia", "pozdr",
    "s pozdravem", "s přátelským pozdravem", "hezký den", "děkuji", "díky", "s úctou", "zdravím", "s pozdravom", "ďakujem",
    "lep pozdrav", "pozdrav", "s poštovanjem", "srdačan pozdrav", "hvala", "lijep pozdrav", "hvala i pozdrav",
    "s spoštovanjem", "с уважением", "с наилучшими пожеланиями", "спасибо", "заранее спасибо", "всего доброго",
    "всего хорошего", "з повагою", "дякую", "поздрави", "с уважение", "благодаря", "с поздрави", "с поштовањем", "поздрав",
    "хвала", "üdvözlettel", "tisztelettel", "köszönettel", "köszönöm", "üdv", "saygılarımla", "saygılarımızla",
    "iyi çalışmalar", "iyi günler", "teşekkürler", "teşekkür ederim", "sevgiler", "cu stimă", "cu respect", "toate cele bune",
    "mulțumesc", "multumesc", "o zi bună", "o zi buna", "με εκτίμηση", "φιλικά", "ευχαριστώ", "χαιρετισμούς",
    "ευχαριστώ πολύ", "בברכה", "תודה", "בתודה", "مع أطيب التحيات", "تحياتي", "مع تحياتي", "شكرا", "شكراً", "با احترام",
    "با تشکر", "salam", "hormat saya", "terima kasih", "trân trọng", "cảm ơn", "lugupidamisega", "parimate soovidega",
    "ar cieņu", "pagarbiai", "lb", "tervitades", "salutacions", "atentament", "gràcies", "kveðja", "此致", "敬礼", "此致敬礼", "祝好",
    "谢谢", "謝謝", "顺祝商祺", "敬上", "よろしくお願いします", "よろしくお願いいたします", "宜しくお願い致します", "以上", "敬具", "감사합니다", "고맙습니다", "with thanks",
    "with many thanks", "warmly", "best to you", "rgrds", "regards and thanks", "respectfully yours",
    "yours respectfully", "have a lovely day", "have a great day ahead", "looking forward to hearing from you", "cheerio",
    "mit freundlichem gruss", "mit freundlichen grüßen und bestem dank", "mit freundlichen grüßen/best regards",
    "freundlich grüßt", "freundlich grüsst", "es grüßt", "beste wünsche", "sonnige grüße", "mit bestem gruß", "mit besten grüssen",
    "lieben gruß", "liebe grüsse", "herzlichen dank", "schöne woche", "ein schönes wochenende", "bis bald", "bis dann", "tschüss",
    "cordiales salutations", "bien sincèrement", "respectueusement", "avec mes salutations", "bonne réception", "belle journée",
    "excellente journée", "merci par avance", "bonne continuation", "dans l'attente de votre retour", "salutations cordiales",
    "reciba un cordial saludo", "reciba un saludo", "un fuerte abrazo", "le saluda atentamente", "saludos atentamente",
    "atentos saludos",
    "muy atentamente", "quedo a la espera", "mil gracias", "de antemano gracias", "gracias por todo",
    "os melhores cumprimentos", "cumprimentos cordiais", "respeitosamente", "desde já obrigado", "desde já agradeço",
    "um abraço", "forte abraço", "fico no aguardo", "obrigado e cumprimentos", "cordialmente saluto", "cordialità",
    "porgo cordiali saluti", "porgo distinti saluti", "un abbraccio", "grazie in anticipo", "resto in attesa", "buona serata",
    "hartelijk dank", "alvast hartelijk dank", "bij voorbaat dank", "vriendelijk groetend", "fijne dag", "prettige dag",
    "gr", "grtz",
    "vänlig hälsning", "hjärtliga hälsningar", "trevlig helg", "stort tack", "tack på förhand och hälsningar", "ha det bra", "vh",
    "mvh", "ha det godt", "god helg", "god weekend", "på forhånd mange tak", "de bedste hilsener", "beste hilsner", "alt godt",
    "pozdrawiam serdecznie", "z wyrazami szacunku", "z pozdrowieniami", "z góry dziękuję", "dziękuję i pozdrawiam", "pzdr",
    "ukłony",
    "s přátelskými pozdravy", "přeji hezký den", "přeji pěkný den", "s pozdravem a přáním hezkého dne", "mějte se", "předem děkuji",
    "pekný deň", "prajem pekný deň", "s úctou", "so srdečným pozdravom", "vopred ďakujem", "szívélyes üdvözlettel",
    "előre is köszönöm",
    "szép napot", "barátsággal", "cu salutări", "cu deosebită stimă", "cu mulțumiri", "vă mulțumesc", "numai bine", "с наилучшими",
    "с благодарностью", "всего наилучшего", "хорошего дня", "с приветом", "до свидания", "с найкращими побажаннями", "гарного дня",
    "на все добре", "з найкращими побажаннями", "сердечни поздрави", "приятен ден", "приятна вечер", "en iyi dileklerimle",
    "kolay gelsin", "saygılar", "saygilarimla", "iyi haftalar", "με φιλικούς χαιρετισμούς", "με τιμή", "καλή σας ημέρα",
    "ευχαριστώ εκ των προτέρων",
    "בכבוד רב", "בברכה רבה", "יום טוב", "תודה מראש", "مع خالص التحية", "مع الشكر", "وتفضلوا بقبول فائق الاحترام",
    "شكرا جزيلا", "salam hangat",
    "xin cảm ơn", "trân trọng cảm ơn", "kính thư", "heade soovidega", "aitäh", "tänan", "paldies", "ačiū", "geros dienos",
    "su pagarba",
    "geriausi linkėjimai", "顺颂商祺", "此致 敬礼", "祝您愉快", "谨上", "謹上", "順頌商祺", "感謝您", "どうぞよろしくお願いいたします", "何卒よろしくお願いいたします",
    "宜しくお願いいたします", "よろしくお願い致します", "ご確認のほどよろしくお願いいたします", "드림", "안녕히 계세요", "수고하세요",
]));

/// Lines at which footers of mailing lists, virus scanners and notifications begin.
#[rustfmt::skip]
const FOOTER_PHRASES: &[&str] = &[
    "to unsubscribe", "unsubscribe:", "you received this message because", "you are receiving this because",
    "you received this email because", "you're receiving this", "reply to this email directly", "view it on github",
    "this email has been checked for viruses", "this email has been scanned", "virus-free. www", "virus-free.www",
    "virenfrei. www", "sans virus. www", "libre de virus. www", "diese e-mail wurde von avast",
    "l'absence de virus dans ce courrier", "no virus found in this message", "to post to this group",
    "for more options, visit https://groups.google", "for more options, visit this group", "mailing list info",
    "list archives", "um sich von der liste abzumelden", "pour vous désabonner", "para cancelar la suscripción",
    "for additional commands, e-mail", "to view this discussion", "view this message in context",
    "please consider the environment", "bitte denken sie an die umwelt", "pensez à l'environnement", "think before you print",
    "sent through", "get your free email", "do you yahoo", "do you yahoo!?", "this sf.net email is sponsored",
    "get your preferred email name", "msn photos is the easiest", "join the world", "chat with friends online",
    "get your free download of msn", "confidentiality notice", "disclaimer:", "disclaimer", "vertraulichkeitshinweis",
    "haftungsausschluss", "avis de confidentialité", "aviso de confidencialidad", "aviso legal",
    "this message is intended only", "this e-mail is confidential", "this email is confidential",
    "this message and any attachments", "this e-mail and any attachments", "this email and any attachments",
    "this communication is confidential", "the information contained in this", "the information in this email",
    "the information transmitted", "this e-mail message is", "this transmission", "this message contains confidential",
    "this email may contain", "this e-mail may contain", "this message may contain", "this electronic mail",
    "this electronic message", "the contents of this e", "the content of this e", "privileged/confidential",
    "important notice", "important:", "caution:", "notice:", "legal notice", "diese e-mail enthält vertrauliche",
    "diese nachricht enthält vertrauliche", "diese e-mail ist vertraulich", "ce message est confidentiel",
    "ce message et toutes", "este mensaje", "esta mensagem", "este correo", "questo messaggio", "le informazioni contenute",
    "dit bericht is", "deze e-mail is", "dit e-mailbericht", "der inhalt dieser e-mail", "de informatie in dit",
    "de inhoud van dit", "de informatie verzonden",
    "diese nachricht und", "diese e-mail und", "diese mail ist", "dieses e-mail ist", "l'information contenue",
    "les informations contenues", "ce courriel",
    "ce message (", "la información contenida", "este e-mail", "este email", "as informações contidas", "la presente comunicazione",
    "ai sensi del", "detta meddelande", "det här meddelandet", "denna e-post", "denne e-mail", "denne e-post",
    "tämä viesti", "tämä sähköposti",
    "ta wiadomość", "niniejsza wiadomość", "treść tej wiadomości", "tento e-mail", "táto správa", "ez az üzenet", "ez az e-mail",
    "acest mesaj", "acest e-mail", "это сообщение", "данное сообщение", "настоящее сообщение", "це повідомлення",
    "bu e-posta", "bu mesaj", "το παρόν μήνυμα",
    "please do not print", "please consider", "sauvez un arbre", "proteja el medio", "antes de imprimir", "prima di stampare",
    "denk aan het milieu", "tänk på miljön", "pomyśl o środowisku", "este mail", "本邮件", "本電子郵件", "此邮件", "このメール", "본 메일",
];

/// [`FOOTER_PHRASES`] at the start of a line.
pub(super) static FOOTERS: LazyLock<Openings> = LazyLock::new(|| Openings::new(FOOTER_PHRASES));
/// [`FOOTER_PHRASES`] within a line.
pub(super) static FOOTERS_WITHIN: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(FOOTER_PHRASES));

/// Words of which a confidentiality notice has at least two.
#[rustfmt::skip]
pub(super) static NOTICE_WORDS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "confidential", "privileged", "intended recipient", "intended only", "intended solely", "addressee", "notify", "delete",
    "disclos", "unauthori", "prohibited", "disseminat", "liability", "liable", "legally", "viruses", "vertraulich",
    "empfänger", "unbefugt", "vernichten", "löschen", "confidentiel", "destinataire", "détruire", "confidencial",
    "destinatario", "destinatário", "riservat", "vertrouwelijk", "geadresseerde", "penetrat", "copying", "distribution",
    "in error", "sender immediately", "vertrauliche", "adressat", "irrtümlich", "destruiti", "confidențial", "destinatar",
    "elimine", "elimin", "por error",
    "par erreur", "per errore", "por engano", "onterecht", "abusievelijk", "afzender", "vernietigen", "konfidentiell", "sekretess",
    "mottagare", "fortrolig", "modtager", "mottaker", "slettes", "luottamuksell", "vastaanottaj", "poufn", "adresat", "odbiorc",
    "důvěrn", "příjemc", "dôvern", "príjemc", "bizalmas", "címzett", "конфиденциальн", "получател", "конфіденційн", "одержувач",
    "поверителн", "gizli", "alıcı", "εμπιστευτικ", "παραλήπτη", "povjerljiv", "primatelj", "zaupn", "naslovnik", "機密", "宛先以外", "破棄",
    "保密", "机密", "機密", "收件人", "删除", "刪除", "기밀", "수신인", "삭제", "חסוי", "סודי", "سري", "المرسل إليه",
]));

/// Capitalised words that end messages and are no names.
#[rustfmt::skip]
pub(super) static NO_NAMES: LazyLock<Openings> = LazyLock::new(|| Openings::new(&[
    "happy", "merry", "new", "year", "christmas", "good", "great", "luck", "morning", "night", "weekend", "day", "see",
    "call", "please", "yes", "no", "ok", "okay", "sure", "done", "fine", "hi", "hello", "dear", "hey", "thanks", "thank",
    "you", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "the", "a", "an", "and", "or",
    "not", "what", "why", "how", "when", "where", "who", "which", "this", "that", "it", "is", "are", "was", "will", "can",
    "could", "would", "should", "do", "does", "did", "have", "has", "had", "let", "me", "my", "we", "our", "your", "i", "if",
    "in", "on", "at", "for", "to", "from", "with", "without", "of", "as", "by", "all", "any", "none", "never", "always",
    "later", "soon", "today", "tomorrow", "tonight", "now", "asap", "fyi", "tbd", "n/a", "na", "attached", "attachment",
    "attachments", "enclosed", "below", "above", "here", "there", "more", "less", "order", "invoice", "error", "failed",
    "urgent", "help", "test", "testing", "congratulations", "congrats", "welcome", "wow", "nice", "cool", "perfect",
    "awesome", "sorry", "approved", "agreed", "correct", "wrong", "true", "false", "end", "note", "total", "price", "date",
    "time", "copyright", "version", "page", "document", "documents", "subject", "re", "fw", "fwd", "questions", "question",
    "comments", "thoughts", "regards", "best", "cheers",
    "hope", "take", "care", "bye", "ciao", "love", "danke", "ja", "nein", "bitte", "gut", "hallo", "merci", "oui", "non",
    "gracias", "sí", "si", "grazie", "mailing", "list", "deal", "gas", "power", "key", "points", "details", "summary",
    "agenda", "meeting", "lunch", "dinner", "go", "stop", "start", "next", "last", "first", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "works", "working", "very", "well", "too", "so", "but", "because", "keep",
    "touch", "get", "give", "make", "just", "only", "also", "still", "again", "back", "out", "up", "down", "over", "off",
    "about", "after", "before", "then", "than", "some", "many", "much", "most", "other", "another", "each", "every", "both",
    "either", "neither", "same", "different", "big", "small", "old", "high", "low", "open", "closed", "confirmed", "received",
    "sent", "noted", "understood",
]));

/// Parts of titles and companies on visiting cards.
#[rustfmt::skip]
pub(super) static TITLES: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "president", "manager", "director", "engineer", "officer", "ceo", "cto", "cfo", "coo", "analyst", "consultant", "assistant",
    "coordinator", "specialist", "founder", "owner", "head of", "geschäftsführer", "leiter", "abteilung", "directeur",
    "responsable", "gerente", "direttore", "developer", "architect", "administrator", "attorney", "counsel", "professor",
    "department", "inc.", " ltd", " llc", "gmbh", "corp.", "linkedin", "s.a.r.l", " sarl", "s.r.l", " spa", " b.v.",
    " s.l.", " oy", " ab ", " a/s", "sp. z o.o", "s.r.o", " kft",
    " ооо", "株式会社", "有限公司", "經理", "经理", "課長", "部長", "과장", "부장", "대리", "menedżer", "kierownik", "vedoucí", "inköp", "inkoop",
    "ufficio", "vertrieb", "einkauf", "buchhaltung", "менеджер", "директор", "отдел",
]));

/// What a helpdesk's mark asks for, and where: a line between strokes with one of each is such a mark, in whatever wording.
#[rustfmt::skip]
pub(super) static ANSWER_WORDS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "reply", "respon", "write", "type", "answer", "antwort", "schreib", "répon", "repon", "écri", "rispo", "scriv", "responda",
    "escrib", "escrev", "svar", "skriv", "vasta", "kirjoita", "odpow", "odpov", "napiš", "válasz", "răspun", "ответ", "відпов",
    "yanıt", "απάντ", "antwoord", "reageer", "返信", "回复", "回覆", "답장",
]));

/// Where the answer is asked for.
#[rustfmt::skip]
pub(super) static ABOVE_WORDS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "above", "oberhalb", "über dieser", "über diese", "au-dessus", "ci-dessus", "encima", "acima", "sopra", "boven", "ovan",
    "over denne", "ovenfor", "yläpuolel", "powyżej", "nad t", "fölé", "felett", "deasupra", "выше", "вище", "üst", "πάνω",
    "より上", "上に", "上方", "以上", "위에", "מעל", "فوق",
]));

/// Languages' words for "sent", by which lines of telephones and programs begin or end.
#[rustfmt::skip]
pub(super) static SENT_WORDS: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "sent", "gesendet", "verschickt", "envoyé", "envoye", "enviado", "enviada", "inviato", "inviata", "verzonden", "verstuurd",
    "gestuurd", "skickat", "skickades", "sendt", "lähetetty", "wysłan", "odeslán", "odoslan", "poslan", "poslat", "elküld",
    "küldve",
    "trimis", "отправлено", "надіслано", "изпратено", "gönderildi", "gönderilmiştir", "εστάλη", "στάλθηκε", "saadetud", "išsiųst",
    "nosūtīt", "发自", "發自", "发送", "傳送", "送信", "보냄", "보낸", "נשלח", "أرسل", "الإرسال", "gửi từ", "dikirim", "ส่งจาก", "enviat",
    "ارسال", "get ", "hol", "herunterladen", "beziehen", "obtenir", "télécharger", "obtener", "descargar", "obter", "baixar",
    "scarica", "ottieni", "downloaden", "download", "hämta", "skaffa", "hent", "hanki", "pobierz", "uzyskaj", "získat",
    "stáhnout", "letöltés", "beszerzés", "скачать", "получить", "edinin", "λήψη", "入手", "获取", "取得", "下載", "下载", "다운로드", "받기",
    "הורד", "קבל", "تنزيل", "الحصول", "descarcă", "obțineți", "завантажити",
]));

/// Telephones and programs that write such lines.
#[rustfmt::skip]
pub(super) static DEVICES: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "iphone", "ipad", "android", "galaxy", "samsung", "huawei", "xiaomi", "redmi", "oneplus", "pixel", "blackberry", "nokia",
    "windows phone", "smartphone", "outlook", "yahoo mail", "mail.ru", "protonmail", "proton mail", "thunderbird", "k-9 mail",
    "bluemail", "mailspring", "airmail", "aquamail", "gmx mail", "web.de mail", "fairemail", "mobiltelefon", "téléphone mobile",
    "mymail", "yandex", "яндекс", "телефона", "honor", "oppo", "vivo", "motorola", "sony xperia", "ios", "手机", "スマートフォン",
    "tutanota",
    "hey.com", "apple watch", "macbook", "aol", "courrier pour windows", "mail for windows", "mail für windows",
    "correo para windows",
]));

/// Words that send the reader to what stands below.
#[rustfmt::skip]
pub(super) static BELOW: LazyLock<Openings> = LazyLock::new(|| Openings::new(&[
    "below", "inline", "in-line", "underneath", "unten", "untenstehend", "darunter", "ci-dessous", "dessous", "abajo", "abaixo",
    "sotto", "hieronder", "onderstaand", "onderaan", "nedan", "nedanför", "nedenfor", "herunder", "alla", "poniżej",
    "níže", "nižšie",
    "alább", "lentebb", "jos", "ниже", "нижче", "aşağıda", "παρακάτω", "למטה", "أدناه",
]));

/// The same in several words, and in scripts without blanks.
#[rustfmt::skip]
pub(super) static BELOW_PHRASES: LazyLock<Anywhere> = LazyLock::new(|| Anywhere::new(&[
    "in red", "in blue", "in green", "in your text", "in your mail", "in rot", "in blau", "in ihrem text", "im text",
    "en rouge", "en bleu",
    "dans le texte", "en rojo", "en azul", "em vermelho", "em azul", "in rosso", "in het rood", "i rött", "med rødt", "na czerwono",
    "červeně", "красным", "以下", "下記", "下面", "如下", "아래",
]));
