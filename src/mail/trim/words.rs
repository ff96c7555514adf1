//! Words by which mail programs and people announce quotes and say goodbye, in lower case.

/// What an attribution says: "wrote", "schrieb", "a écrit". Found anywhere in its lines.
#[rustfmt::skip]
pub(super) const WROTE: &[&str] = &[
    "wrote", "writes", "schrieb", "geschrieben", "a écrit", "a ecrit", "escribió", "escribio", "escribe", "escreveu",
    "escreve", "ha scritto", "scrive", "schreef", "skrev", "skriver", "kirjoitti", "napisał", "napisal", "pisze", "napsal",
    "napísal", "píše", "ezt írta", "írta", "yazdı", "yazmış", "a scris", "έγραψε", "написал", "пишет", "писал", "написав",
    "пише", "написа", "је написао", "je napisao", "je napisala", "napisao", "napisala", "napisali", "kirjutas", "rakstīja",
    "rašė", "va escriure", "ha escrit", "đã viết", "menulis", "เขียนว่า", "写道", "寫道", "写到", "님이 작성", "작성:", "작성했습니다",
    "さんは書きました", "のメール", "さんからのメール", "כתב", "כתבה", "كتب", "كتبت", "نوشت", "ने लिखा", "said:", "replied:", "idatzi du",
    "escribiu", "shkroi",
];

/// The first word of an attribution: "On …", "Am …", "Le …".
#[rustfmt::skip]
pub(super) const STARTERS: &[&str] = &[
    "on", "at", "am", "le", "el", "em", "il", "op", "den", "på", "w", "dnia", "dne", "dňa", "în", "in", "στις", "в", "ngày",
    "pada", "vào", "u", "dana", "je", "les", "kl", "pe", "la", "от", "no", "zitat", "citando", "quoting", "בתאריך", "ב", "في",
    "сьогодні", "於", "于", "在",
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
pub(super) fn field_kind(name: &str) -> Option<FieldKind> {
    use FieldKind::{Cc, From, Other, Sent, Subject, To};
    Some(match name {
        "from" | "von" | "de" | "da" | "van" | "från" | "fra" | "lähettäjä" | "od" | "odesílatel" | "odosielateľ" | "от"
        | "от кого" | "від" | "feladó" | "kimden" | "gönderen" | "expéditeur" | "remitente" | "mittente" | "afzender"
        | "absender" | "nadawca" | "从" | "发件人" | "寄件者" | "寄件人" | "發件人" | "差出人" | "送信者" | "보낸 사람" | "보낸사람" | "발신" | "από"
        | "de la" | "מאת" | "من" | "dari" | "từ" | "saatja" | "kenetől" | "pošiljatelj" | "šalje" | "desde" => From,
        "sent" | "date" | "message du" | "date du message" | "gesendet" | "datum" | "envoyé" | "envoyé le" | "enviado" | "enviado el" | "enviada em"
        | "enviado em" | "enviada" | "fecha" | "data" | "inviato" | "verzonden" | "skickat" | "sendt" | "dato"
        | "lähetetty" | "päivämäärä" | "päiväys" | "wysłano" | "wysłane" | "odesláno" | "odoslané" | "дата" | "отправлено"
        | "надіслано" | "изпратено" | "küldve" | "küldés ideje" | "elküldve" | "dátum" | "gönderildi" | "tarih"
        | "gönderme tarihi" | "发送时间" | "发送日期" | "日期" | "寄件日期" | "傳送時間" | "送信日時" | "送信" | "日時" | "日付" | "보낸 날짜" | "날짜"
        | "보냄" | "ημερομηνία" | "στάλθηκε" | "trimis" | "נשלח" | "תאריך" | "التاريخ" | "تم الإرسال" | "dikirim"
        | "tanggal" | "poslano" | "date sent" | "saadetud" | "kuupäev" | "sent on" | "date d'envoi" | "đã gửi" | "ngày" => Sent,
        "to" | "an" | "à" | "a" | "para" | "aan" | "till" | "til" | "vastaanottaja" | "do" | "komu" | "кому" | "до"
        | "címzett" | "kime" | "alıcı" | "destinataire" | "destinatario" | "empfänger" | "收件人" | "收件者" | "宛先" | "받는 사람"
        | "받는사람" | "수신" | "προς" | "către" | "אל" | "إلى" | "kepada" | "đến" | "za" | "prima" | "pre" | "per" | "saaja" => To,
        "cc" | "kopie" | "copie" | "cópia" | "copia" | "kopia" | "kopi" | "kopio" | "dw" | "копия" | "копія"
        | "másolatot kap" | "másolat" | "bilgi" | "抄送" | "副本" | "参照" | "참조" | "κοιν" | "copie à" | "kopia till" | "b.cc"
        | "bcc" => Cc,
        "subject" | "betreff" | "objet" | "asunto" | "assunto" | "oggetto" | "onderwerp" | "ämne" | "emne" | "aihe"
        | "temat" | "předmět" | "predmet" | "тема" | "относно" | "tárgy" | "konu" | "主题" | "主旨" | "主題" | "件名" | "제목"
        | "θέμα" | "subiect" | "נושא" | "הנושא" | "الموضوع" | "perihal" | "chủ đề" | "naslov" | "zadeva" | "teema"
        | "assumpte" | "subj" | "re" => Subject,
        "reply-to" | "importance" | "sent by" | "please respond to" | "attachments" | "anlagen" | "wichtigkeit"
        | "priority" | "antwort an" | "sender" | "organization" | "newsgroups" | "message-id" | "pièces jointes"
        | "attachment" | "mailing list" | "reply to" | "bijlagen" | "bilagor" | "sensitivity" => Other,
        _ => return None,
    })
}

/// What stands between dashes above a quoted or forwarded message.
#[rustfmt::skip]
pub(super) const DELIMITERS: &[&str] = &[
    "original message", "original appointment", "reply message", "ursprüngliche nachricht", "originalnachricht",
    "original-nachricht", "message d'origine", "message original", "message d’origine", "mensaje original",
    "mensagem original", "messaggio originale", "oorspronkelijk bericht", "origineel bericht", "oorspronkelijke bericht",
    "originalmeddelande", "ursprungligt meddelande", "oprindelig meddelelse", "oprindelig besked", "opprinnelig melding",
    "original melding", "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva",
    "pôvodná správa", "originální zpráva", "исходное сообщение", "оригинальное сообщение", "исходное письмо",
    "пересылаемое сообщение", "пересланное сообщение", "eredeti üzenet", "orijinal mesaj", "özgün ileti", "mesaj original",
    "原始邮件", "邮件原件", "原始郵件", "原始訊息", "元のメッセージ", "원본 메시지", "원본 메일", "αρχικό μήνυμα", "הודעה מקורית", "الرسالة الأصلية",
    "izvorna poruka", "originalna poruka", "izvirno sporočilo",
];

/// Forwards name themselves so.
#[rustfmt::skip]
pub(super) const FORWARDS: &[&str] = &[
    "forwarded message", "begin forwarded message", "begin forwarded text", "forwarded text", "forwarded by", "start of forwarded message", "weitergeleitete nachricht",
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
    "forwarded email", "proslijeđena poruka",
];

/// Delimiters that helpdesks put above their own texts.
#[rustfmt::skip]
pub(super) const REPLY_ABOVE: &[&str] = &[
    "please type your reply above this line", "reply above this line", "please reply above this line",
    "write your reply above this line", "type your response above this line", "bitte antworten sie oberhalb dieser zeile",
    "antworten sie oberhalb dieser zeile", "responda por encima de esta línea", "répondre au-dessus de cette ligne",
    "veuillez répondre au-dessus de cette ligne", "add your reply above here",
];

/// "Sent from my phone". A short line of its own that begins so.
#[rustfmt::skip]
pub(super) const SENT_FROM: &[&str] = &[
    "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "sent from aol", "sent from gmail",
    "sent from proton", "sent from samsung", "sent from a ", "sent with proton", "sent using ", "sent via ", "sent by mobile",
    "sent from mobile", "get outlook for ", "sent from the ", "sent with airmail", "sent from blue", "sent with spark",
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
    "내 iphone에서 보냄", "נשלח מה-", "أرسلت من ", "dikirim dari ", "đã gửi từ ", "poslano s ", "poslano z ",
];

/// Closings, without punctuation. Alone on a line near the end, or with a short name behind.
#[rustfmt::skip]
pub(super) const CLOSINGS: &[&str] = &[
    "regards", "best regards", "kind regards", "kindest regards", "warm regards", "warmest regards", "many regards",
    "with kind regards", "with best regards", "with regards", "rgds", "best", "all the best", "best wishes", "warm wishes",
    "with best wishes", "cheers", "thanks", "thank you", "many thanks", "thanks a lot", "thanks in advance",
    "thank you in advance", "thanks so much", "thank you so much", "thanks again", "thank you again", "thanks and regards",
    "thanks & regards", "thanks and best regards", "thanks & best regards", "thx", "ty", "tia", "sincerely",
    "yours sincerely", "sincerely yours", "yours truly", "very truly yours", "yours faithfully", "yours", "faithfully",
    "respectfully", "respectfully yours", "cordially", "cordially yours", "your pal", "your friend", "your buddy", "take care", "talk soon", "speak soon", "see you",
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
    "谢谢", "謝謝", "顺祝商祺", "敬上", "よろしくお願いします", "よろしくお願いいたします", "宜しくお願い致します", "以上", "敬具", "감사합니다", "고맙습니다",
];

/// Lines at which footers of mailing lists, virus scanners and notifications begin.
#[rustfmt::skip]
pub(super) const FOOTERS: &[&str] = &[
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
    "dit bericht is", "deze e-mail is", "dit e-mailbericht", "der inhalt dieser e-mail",
];

/// Words of which a confidentiality notice has at least two.
#[rustfmt::skip]
pub(super) const NOTICE_WORDS: &[&str] = &[
    "confidential", "privileged", "intended recipient", "intended only", "intended solely", "addressee", "notify", "delete",
    "disclos", "unauthori", "prohibited", "disseminat", "liability", "liable", "legally", "viruses", "vertraulich",
    "empfänger", "unbefugt", "vernichten", "löschen", "confidentiel", "destinataire", "détruire", "confidencial",
    "destinatario", "destinatário", "riservat", "vertrouwelijk", "geadresseerde", "penetrat", "copying", "distribution",
    "in error", "sender immediately",
];

/// Capitalised words that end messages and are no names.
#[rustfmt::skip]
pub(super) const NO_NAMES: &[&str] = &[
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
    "time", "copyright", "version", "page", "document", "documents", "subject", "re", "fw", "fwd", "questions", "question", "comments", "thoughts", "regards", "best", "cheers",
    "hope", "take", "care", "bye", "ciao", "love", "danke", "ja", "nein", "bitte", "gut", "hallo", "merci", "oui", "non",
    "gracias", "sí", "si", "grazie", "mailing", "list", "deal", "gas", "power", "key", "points", "details", "summary",
    "agenda", "meeting", "lunch", "dinner", "go", "stop", "start", "next", "last", "first", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "works", "working", "very", "well", "too", "so", "but", "because", "keep",
    "touch", "get", "give", "make", "just", "only", "also", "still", "again", "back", "out", "up", "down", "over", "off",
    "about", "after", "before", "then", "than", "some", "many", "much", "most", "other", "another", "each", "every", "both",
    "either", "neither", "same", "different", "big", "small", "old", "high", "low", "open", "closed", "confirmed", "received",
    "sent", "noted", "understood",
];

/// Parts of titles and companies on visiting cards.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "president", "manager", "director", "engineer", "officer", "ceo", "cto", "cfo", "coo", "analyst", "consultant", "assistant",
    "coordinator", "specialist", "founder", "owner", "head of", "geschäftsführer", "leiter", "abteilung", "directeur",
    "responsable", "gerente", "direttore", "developer", "architect", "administrator", "attorney", "counsel", "professor",
    "department", "inc.", " ltd", " llc", "gmbh", "corp.",
];
