//! Mails of many programs and languages, and where they must be cut.

use super::*;

/// Checks the new text; `|` stands for a line end.
fn check(text: &str, visible: &str) {
    let text = text.replace('|', "\n");
    assert_eq!(split(&text, &[], "").visible, visible.replace('|', "\n"), "{text}");
}

fn check_whole(text: &str) {
    check(text, text);
}

#[test]
fn attributions_of_many_languages_are_cut() {
    for attribution in [
        "On Mon, 3 May 2021 at 10:15, Ann Lee <ann@example.org> wrote:",
        "On Mon, 3 May 2021 at 10:15, Ann Lee <|ann@example.org> wrote:",
        "On 3 May 2021, at 10:15, Ann Lee|<ann@example.org>|wrote:",
        "Am 03.05.21 um 10:15 schrieb Ann Lee:",
        "Am Mo., 3. Mai 2021 um 10:15 Uhr schrieb Ann Lee <ann@example.org>:",
        "Le lun. 3 mai 2021 à 10:15, Ann Lee <ann@example.org> a écrit :",
        "El lun, 3 may 2021 a las 10:15, Ann Lee (<ann@example.org>) escribió:",
        "Em seg., 3 de mai. de 2021 às 10:15, Ann Lee <ann@example.org> escreveu:",
        "Il giorno lun 3 mag 2021 alle ore 10:15 Ann Lee <ann@example.org> ha scritto:",
        "Op ma 3 mei 2021 om 10:15 schreef Ann Lee <ann@example.org>:",
        "Den mån 3 maj 2021 kl 10:15 skrev Ann Lee <ann@example.org>:",
        "Den man. 3. maj 2021 kl. 10.15 skrev Ann Lee <ann@example.org>:",
        "ma 3. toukok. 2021 klo 10.15 Ann Lee (ann@example.org) kirjoitti:",
        "pon., 3 maj 2021 o 10:15 Ann Lee <ann@example.org> napisał(a):",
        "W dniu 3.05.2021 o 10:15, Ann Lee pisze:",
        "po 3. 5. 2021 v 10:15 odesílatel Ann Lee <ann@example.org> napsal:",
        "Ann Lee <ann@example.org> ezt írta (időpont: 2021. máj. 3., H, 10:15):",
        "Ann Lee <ann@example.org>, 3 May 2021 Pzt, 10:15 tarihinde şunu yazdı:",
        "În lun., 3 mai 2021 la 10:15, Ann Lee <ann@example.org> a scris:",
        "Στις Δευ 3 Μαΐ 2021 στις 10:15, ο χρήστης Ann Lee <ann@example.org> έγραψε:",
        "пн, 3 мая 2021 г. в 10:15, Ann Lee <ann@example.org>:",
        "3 мая 2021 г., 10:15 пользователь Ann Lee написал:",
        "пн, 3 трав. 2021 р. о 10:15 Ann Lee <ann@example.org> пише:",
        "2021年5月3日(月) 10:15 Ann Lee <ann@example.org>:",
        "在 2021年5月3日，10:15，Ann Lee <ann@example.org> 写道：",
        "2021년 5월 3일 (월) 오전 10:15, Ann Lee <ann@example.org>님이 작성:",
        "Vào Th 2, 3 thg 5, 2021 lúc 10:15 Ann Lee <ann@example.org> đã viết:",
        "---- On Mon, 03 May 2021 10:15:00 +0200 Ann Lee <ann@example.org> wrote ----",
        "Ann Lee wrote:",
    ] {
        check(&format!("Yes, please.||{attribution}||> Shall we?|> Ann"), "Yes, please.");
    }
}

#[test]
fn header_blocks_and_delimiters_are_cut() {
    for block in [
        "From: Ann Lee <ann@example.org>|Sent: Monday, 3 May 2021 10:15|To: Bob|Subject: Order",
        "________________________________|From: Ann Lee|Sent: Monday, 3 May 2021 10:15|To: Bob|Cc: Eve;|  Dan|Subject: Order",
        "*Von:* Ann Lee <ann@example.org>|*Gesendet:* Montag, 3. Mai 2021 10:15|*An:* Bob|*Betreff:* Bestellung",
        "De : Ann Lee|Envoyé : lundi 3 mai 2021 10:15|À : Bob|Objet : commande",
        "Från: Ann Lee|Skickat: den 3 maj 2021 10:15|Till: Bob|Ämne: order",
        "Od: Ann Lee|Wysłano: 3 maja 2021 10:15|Do: Bob|Temat: zlecenie",
        "От: Ann Lee|Отправлено: 3 мая 2021 г. 10:15|Кому: Bob|Тема: заказ",
        "发件人: Ann Lee|发送时间: 2021年5月3日 10:15|收件人: Bob|主题: 订单",
        "差出人: Ann Lee|送信日時: 2021年5月3日 10:15|宛先: Bob|件名: 注文",
        "-----Original Message-----|From: Ann Lee|Subject: Order",
        "-----Ursprüngliche Nachricht-----|Von: Ann Lee|Betreff: Bestellung",
        "---------- Forwarded message ---------|From: Ann Lee <ann@example.org>|Date: Mon, 3 May 2021|Subject: Order",
        "Begin forwarded message:||From: Ann Lee <ann@example.org>|Subject: Order",
        "-----Original Message-----|From: list@example.org [mailto:list@example.org] On Behalf Of|Ann Lee|Sent: Monday|Subject: x",
        "Ann Lee|03.05.2021 10:15|To: Bob|cc:|Subject: Order",
    ] {
        check(&format!("Yes, please.||{block}||Dear Bob,|shall we?"), "Yes, please.");
    }
}

#[test]
fn answers_below_and_between_quotes_are_never_lost() {
    check("On 3 May 2021 Ann wrote:|> Shall we?||Yes, at ten.", "Yes, at ten.");
    let between = "On 3 May 2021 Ann wrote:|> Shall we?||Yes.||> At ten?||No, at eleven.";
    check_whole(between);
    check("I put my answers in your text.||> Shall we?|Yes.", "I put my answers in your text.||> Shall we?|Yes.");
    check("Hi,|On 3 May 2021 Ann wrote:|[...]|> Shall we?||Yes.", "Hi,||Yes.");
    check("-----Original Message-----|From: Ann|Subject: x||> Shall we?||Yes.", "Yes.");
    // A quoted line that a program broke.
    let broken =
        "Yes.||On 3 May 2021 Ann wrote:|> This line of the quote is long enough to be broken by some mail|program.|> End";
    check(broken, "Yes.");
}

#[test]
fn what_only_looks_like_a_quote_stays() {
    for text in [
        "On the other hand, we could wait.|On Monday I can call.",
        "The log says:|2021-05-03 10:15 started|2021-05-03 10:16 stopped",
        "From: Paris|To: London|Date: Monday|That is my journey.",
        "Totals|------|Apples 3|Pears 4|------|What do you think of this?",
        "Date: tomorrow|We meet at ten.",
        "Here is what he told me:|the printer is broken",
        "Is 5 > 3 in your country?",
        "I sent it from my phone to the server and nothing happened.",
        "With regards to the invoice, nothing has changed.",
        ">From the beginning it did not work.",
    ] {
        check_whole(text);
    }
}

#[test]
fn a_message_of_nothing_but_quotes() {
    let forward = "From: Ann Lee <ann@example.org>|Sent: Monday, 3 May 2021|To: Bob|Subject: Order||Where is it?";
    check_whole(forward);
    let inner = format!("{forward}||On 1 May 2021 Bob wrote:|> Soon");
    check(&inner, forward);
    assert_eq!(split(&inner.replace('|', "\n"), &[], "").confidence, TrimConfidence::Doubtful);
    check("On 3 May 2021 Ann wrote:|> Where is it?", "");
    check_whole("> Where is it?|> I wait.");
    check("", "");
}

#[test]
fn signatures_and_footers_go() {
    for signature in [
        "-- |Ann Lee|Head of Nothing",
        "--|Ann",
        "Best regards,|Ann Lee|+49 30 1234567",
        "Mit freundlichen Grüßen||Ann Lee",
        "Cordialement,|Ann",
        "Med venlig hilsen|Ann Lee",
        "С уважением,|Анна",
        "Thanks,||Ann",
        "Thanks, Ann",
        "-Ann Lee",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPad",
        "Get Outlook for Android",
        "Regards|Ann||Sent from my BlackBerry",
        "_______________________________________________|desk mailing list|desk@lists.example.org",
        "This e-mail is confidential and intended only for the addressee. If you are not the intended recipient, please delete it.",
        "Ann Lee|Example Ltd|+44 20 7946 0000",
    ] {
        check(&format!("The printer does not print any more.||{signature}"), "The printer does not print any more.");
    }
    assert_eq!(split("It broke.\n\nBest,\nAnn", &[], "").signature, "Best,\nAnn");
}

#[test]
fn no_word_is_taken_for_a_signature_that_says_something() {
    for text in [
        "Thanks!",
        "Thanks for the quick answer, it works now.",
        "It works.||Thanks!",
        "Please send it to|Ann Lee",
        "We need:|- Apples|- Pears",
        "Which of them?||Terms of Delivery and Returns||Delivery Overview",
        "Regards,||[1] https://example.org/manual",
        "Thank you|https://example.org/the-file-you-wanted",
        "Best, as always, is to wait until somebody from your side has looked at it.",
        "Important: the door is open.",
    ] {
        check_whole(text);
    }
    // A name above a quote stays, unless it is the sender's own.
    let text = "Works for me.\nZoe\n\nOn 3 May 2021 Ann wrote:\n> ok?";
    assert_eq!(split(text, &[], "").visible, "Works for me.\nZoe");
    assert_eq!(split(text, &[], "Zoe Smith").visible, "Works for me.");
}

#[test]
fn marks_of_html_are_believed() {
    let marks = [(2, Mark::Attribution)];
    let text = "Ja.\n\n3/5 – Ann skrifaði hitt og þetta\n\n> Nei?";
    assert_eq!(split(text, &marks, "").visible, "Ja.");
    let marks = [(2, Mark::QuoteToEnd)];
    assert_eq!(split("Já.\n---\nFrá: Ann\nEfni: pöntun\nNei?", &marks, "").visible, "Já.");
    let marks = [(1, Mark::SignatureStart), (2, Mark::SignatureEnd)];
    let trimmed = split("Yes.\nAnn, Queen of Everything\nP.S. No.", &marks, "");
    assert_eq!((trimmed.visible.as_str(), trimmed.signature.as_str()), ("Yes.\nP.S. No.", "Ann, Queen of Everything"));
}

#[test]
fn every_line_is_kept_somewhere() {
    let text = "Yes.\n\nRegards,\nAnn\n\nOn 3 May 2021 Bob wrote:\n> a\n> b\n\n-- \nlist";
    let trimmed = split(text, &[], "");
    let mut kept: Vec<&str> = [&trimmed.visible, &trimmed.quoted, &trimmed.signature].iter().flat_map(|t| t.lines()).collect();
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    kept.retain(|line| !line.is_empty());
    lines.retain(|line| !line.is_empty());
    kept.sort_unstable();
    lines.sort_unstable();
    assert_eq!(kept, lines);
    let long = "word\n".repeat(limit::TRIM_LINES + 5);
    assert_eq!(split(&long, &[], "").visible.lines().count(), limit::TRIM_LINES + 5);
}

/// Bytes looked at for a text of this size.
fn cost(unit: &str, bytes: usize, marks: impl Fn(usize) -> Vec<(usize, Mark)>) -> usize {
    let text = unit.repeat(bytes / unit.len());
    let marks = marks(text.lines().count());
    line::LOOKED.with(|looked| looked.set(0));
    let trimmed = split(&text, &marks, "Ann");
    assert!(trimmed.visible.len() + trimmed.quoted.len() + trimmed.signature.len() <= text.len() + 2, "{unit:?}");
    line::LOOKED.with(std::cell::Cell::get)
}

#[test]
fn m22_worst_cases_stay_linear() {
    // Twice the input must not cost much more than twice the steps.
    for unit in [
        "on x at ",
        "on x at\n",
        ">",
        ">\n",
        "> a\nb\n",
        "wrote:\n",
        "On 3 May 2021 a@b.c wrote:\n",
        "On 3 May 2021 a@b.c wrote:\n\n> x\n\ny\n",
        "From: a@b.c\n",
        "From: a@b.c\nSubject: x\nTo: y\nX-Raw: z\n",
        "To: a\n\n",
        "To\n\n",
        "a: b\n",
        "-----\n",
        "--\n",
        "-- \nAnn\n",
        "----- Forwarded message -----\n",
        "Regards,\nAnn\n",
        "P.S. x\n",
        "Sent from my phone\n",
        "confidential intended recipient delete\n",
        "@",
        "10:",
        "\n",
        " ",
    ] {
        let bytes = 32 * 1024;
        let (one, two) = (cost(unit, bytes, |_| Vec::new()), cost(unit, bytes * 2, |_| Vec::new()));
        assert!(two <= one * 3 + 4096, "{unit:?}: {bytes} bytes cost {one}, twice as many {two}");
    }
}

#[test]
fn two_mebibytes_are_looked_at_a_bounded_number_of_times() {
    // Lines as long as those of a letter, so that none of them is beyond the last line that is looked at.
    for unit in ["on x at ", "@", "> ", "On 3 May 2021 a@b.c wrote: ", "wrote: said 10:15 >", "From: a@b.c, Subject: x, To: y, "]
    {
        let line = unit.repeat(600 / unit.len()) + "\n";
        let whole = cost(&line, 2 * 1024 * 1024, |_| Vec::new());
        assert!(whole <= 2 * 1024 * 1024 * 60, "{unit:?}: 2 MiB cost {whole}");
    }
}

#[test]
fn marks_by_the_thousand_cost_no_more_than_lines() {
    for mark in [Mark::Attribution, Mark::SignatureStart, Mark::SignatureEnd] {
        let marks = |lines: usize| (0..lines).map(|line| (line, mark)).collect::<Vec<_>>();
        let (one, two) = (cost("a word\n", 32 * 1024, marks), cost("a word\n", 64 * 1024, marks));
        assert!(two <= one * 3, "{mark:?}: {one}, {two}");
    }
}

#[test]
fn the_header_of_a_forward_is_found() {
    let text = "Please help.\n\n---------- Forwarded message ---------\nFrom: Ann Lee <ann@example.org>\nDate: Mon\nSubject: Order\nTo: x\n\nHi";
    let header = inline_header(text).expect("a header");
    assert_eq!((header.from.as_str(), header.is_forward), ("Ann Lee <ann@example.org>", true));
    assert_eq!(inline_header("From: nobody knows"), None);
}
