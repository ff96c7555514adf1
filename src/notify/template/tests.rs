//! Built-in templates render whatever comes; own ones are checked before they are used.

use super::*;
use crate::notify::{CriterionView, FigureView, MessageView, PictureView, ReportView, ReviewView, TicketView, sample, sample_in};

fn own(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(file, source)| ((*file).to_owned(), (*source).to_owned())).collect()
}

fn built_in() -> Templates {
    Templates::load(&BTreeMap::new()).expect("built in")
}

fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let problems = Templates::load(&own(files)).expect_err("must be refused");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_built_in_template_compiles_and_renders_whatever_it_is_given() {
    for language in ["en", "de"] {
        let (registers, problems) = Registers::compile(&layers(language, &BTreeMap::new()));
        assert_eq!(problems, []);
        assert_eq!(registers.try_samples(language), []);
        for kind in LetterKind::ALL {
            assert!(
                registers.text.has_template(kind.as_str()) && registers.html.has_template(kind.as_str()),
                "{language}/{kind}"
            );
            for file in [format!("{kind}.txt"), format!("{kind}.html")] {
                assert!(builtin::all().any(|(of, name, _)| of == language && name == file), "{language}/{file}");
            }
        }
    }
}

#[test]
fn written_out_includes_change_no_letter() {
    for language in ["en", "de"] {
        let layers = layers(language, &BTreeMap::new());
        let (plain, _) = Registers::compile(&layers);
        let flat = Registers::flat(&layers);
        for kind in LetterKind::ALL {
            for model in sample::variants(kind, language) {
                let model = clean(kind, &model);
                assert_eq!(
                    flat.render(kind, language, &model).ok(),
                    plain.render(kind, language, &model).ok(),
                    "{language}/{kind}"
                );
            }
        }
        let layers = flatten::flatten(&layers.files.iter().map(|(name, (_, source))| (*name, *source)).collect());
        let letter = layers.get("new-ticket.html").expect("there");
        assert_eq!(letter.matches("{{>").count(), letter.matches("{{> _text text=").count(), "{letter}");
    }
}

#[test]
fn letters_to_staff_begin_with_the_mark_and_say_what_a_reply_does() {
    for (language, goes, note) in
        [("en", "Your reply goes to Ann Example", "internal note"), ("de", "Ihre Antwort geht an Ann Example", "interne Notiz")]
    {
        let is_about_ticket =
            |kind: &LetterKind| !kind.is_for_customer() && *kind != LetterKind::Confirm && sample(*kind).ticket.is_some();
        for kind in LetterKind::ALL.into_iter().filter(is_about_ticket) {
            let model = sample_in(kind, language);
            let rendered = built_in().render(kind, language, &model);
            assert!(rendered.text.starts_with(&format!("{REPLY_MARK}42 === ")), "{kind}: {}", rendered.text);
            let html = rendered.html.expect("html");
            assert!(html.contains(&format!("{REPLY_MARK}42 === ")), "{kind}");
            assert!(rendered.subject.starts_with("[#42] "), "{kind}: {}", rendered.subject);
            // What a reply to these does is told by themselves.
            if matches!(kind, LetterKind::Draft | LetterKind::Shadow) {
                assert!(rendered.text.contains(if kind == LetterKind::Draft { "#reject" } else { "ticket" }) || language == "de");
                continue;
            }
            if matches!(kind, LetterKind::QualityReview | LetterKind::QualityResult) {
                assert!(rendered.text.contains(note) && !rendered.text.contains(goes) && html.contains(note), "{kind}");
                continue;
            }
            if kind != LetterKind::DeliveryFailure {
                assert!(rendered.text.contains(goes) && html.contains("#note"), "{kind}: {}", rendered.text);
            }
            let light = built_in().render(kind, language, &Model { may_reply: false, ..model });
            assert!(
                light.text.contains(note) && !light.text.contains(goes) && !light.text.contains("#note"),
                "{kind}: {}",
                light.text
            );
        }
    }
}

#[test]
fn the_customer_sees_the_answer_and_nothing_of_the_desk() {
    let mut model = sample(LetterKind::Reply);
    model.message = Some(MessageView {
        flags: vec!["SECRET".to_owned()],
        is_doubtful: true,
        is_note: true,
        author: "bob@desk.example".to_owned(),
        ..model.message.expect("message")
    });
    model.history = vec![MessageView { text: "SECRET".to_owned(), ..MessageView::default() }];
    model.sentences = vec!["SECRET".to_owned()];
    for language in ["en", "de"] {
        let rendered = built_in().render(LetterKind::Reply, language, &model);
        assert_eq!(rendered.subject, "Re: Printer on fire [#42]");
        for part in [&rendered.text, rendered.html.as_ref().expect("html")] {
            assert!(!part.contains("SECRET") && !part.contains("bob@desk.example") && !part.contains(REPLY_MARK), "{part}");
        }
        assert!(rendered.text.starts_with("Hello Ann,\n\nplease leave it unplugged."));
        assert!(rendered.text.contains("\n-- \nBob Berger\n"), "{}", rendered.text);
    }
}

#[test]
fn l11_no_run_of_eight_bytes_of_a_stranger_is_in_the_acknowledgement() {
    let mut seed = 1_u64;
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("w{seed:016x}")
    };
    let own = own(&[(
        "en/received.txt",
        "Subject: {{ticket.subject}} {{ticket.number}}\n\n{{message.text}}{{#each sentences}}{{this}}{{/each}}{{ticket.requester}} ok\n",
    )]);
    let own = Templates::load(&own).expect("loads");
    for _ in 0..50 {
        let foreign: Vec<String> = (0..8).map(|_| word()).collect();
        let mut next = foreign.iter().cloned();
        let mut take = || next.next().unwrap_or_default();
        let mut model = sample(LetterKind::Received);
        model.ticket =
            Some(TicketView { subject: take(), requester: take(), requester_address: take(), ..model.ticket.expect("ticket") });
        model.message = Some(MessageView { author: take(), text: take(), attachments: vec![take()], ..MessageView::default() });
        model.subject = take();
        model.sentences = vec![take()];
        for (templates, language) in [(&built_in(), "en"), (&built_in(), "de"), (&own, "en")] {
            let mut all = String::new();
            for kind in [LetterKind::Received, LetterKind::NotAccepted] {
                let rendered = templates.render(kind, language, &model);
                all.push_str(&format!("{}{}{}", rendered.subject, rendered.text, rendered.html.unwrap_or_default()));
            }
            assert!(all.contains("42"));
            for text in &foreign {
                assert!(text.as_bytes().windows(8).all(|run| !all.contains(std::str::from_utf8(run).expect("ASCII"))), "{all}");
            }
        }
    }
}

#[test]
fn m04_template_words_in_values_stay_verbatim() {
    let hostile = "{{7*7}} {{{desk}}} %{ticket} ${x} {% include 'x' %} {{> _ticket}} \\{{x}}";
    let mut model = sample(LetterKind::CustomerReply);
    model.ticket = Some(TicketView { subject: hostile.to_owned(), ..model.ticket.expect("ticket") });
    model.message = Some(MessageView { text: hostile.to_owned(), ..model.message.expect("message") });
    let rendered = built_in().render(LetterKind::CustomerReply, "en", &model);
    assert_eq!(rendered.subject, format!("[#42] {hostile}"));
    assert!(rendered.text.contains(&format!("\n{hostile}\n")), "{}", rendered.text);
    assert!(rendered.html.expect("html").contains("{{7*7}} {{{desk}}}"));
}

#[test]
fn m05_values_are_text_in_html_and_cannot_hide_or_break_lines() {
    let hostile = "<script>alert('x')</script><img src=http://x.example onerror=y>\"'&\u{202e}\u{0}";
    let mut model = sample(LetterKind::CustomerReply);
    let ticket = model.ticket.clone().expect("ticket");
    model.ticket = Some(TicketView {
        subject: format!("a\r\nBcc: {hostile}"),
        requester: hostile.to_owned(),
        tags: vec![hostile.to_owned()],
        ..ticket
    });
    model.message = Some(MessageView {
        text: hostile.to_owned(),
        author: hostile.to_owned(),
        flags: vec![hostile.to_owned()],
        attachments: vec![hostile.to_owned()],
        ..MessageView::default()
    });
    // A picture is never fetched, whoever names it.
    let picture =
        PictureView { source: "http://x.example/p.png".to_owned(), finding: hostile.to_owned(), ..PictureView::default() };
    let figures = FigureView { rows: vec![vec![hostile.to_owned()]], text: hostile.to_owned(), ..FigureView::default() };
    model.report =
        Some(ReportView { whose: hostile.to_owned(), pictures: vec![picture], figures: vec![figures], ..ReportView::default() });
    let criterion = CriterionView { name: hostile.to_owned(), question: hostile.to_owned(), score: hostile.to_owned() };
    model.review = Some(ReviewView {
        agent: hostile.to_owned(),
        reviewer: hostile.to_owned(),
        criteria: vec![criterion],
        comment: hostile.to_owned(),
        is_taken_back: false,
    });
    for kind in LetterKind::ALL {
        let rendered = built_in().render(kind, "en", &model);
        assert!(!rendered.subject.chars().any(char::is_control), "{:?}", rendered.subject);
        assert!(!rendered.text.contains(['\0', '\r', '\u{202e}']));
        let html = rendered.html.expect("html");
        assert!(
            !html.contains("<script") && !html.contains("<img") && !html.contains('\u{202e}') && !html.contains('\0'),
            "{html}"
        );
    }
}

#[test]
fn every_letter_has_words_of_its_own() {
    for kind in LetterKind::ALL {
        for (language, end) in [("en", "txt"), ("en", "html"), ("de", "txt"), ("de", "html")] {
            let name = format!("{kind}.{end}");
            let has = builtin::all().any(|(of, file, _)| of == language && file == name);
            assert!(has, "{language}/{name} is not built in");
        }
    }
}

#[test]
fn html_shows_nothing_remote_and_hides_nothing() {
    for (_, file, source) in builtin::all().filter(|(_, file, _)| file.ends_with(".html")) {
        for word in [
            "http",
            "src=",
            "url(",
            "display:none",
            "visibility",
            "font-size:0",
            "<table",
            "<script",
            "<style",
            "{{{",
            "color:white",
        ] {
            // Pictures come with the letter (see `clean`), and figures are a table indeed.
            let is_known = matches!((file, word), ("_picture.html", "src=") | ("_figures.html", "<table"));
            assert!(is_known || !source.contains(word), "{file} has {word}");
        }
    }
}

#[test]
fn an_own_text_replaces_text_and_html() {
    let own = own(&[
        ("en/received.txt", "Subject: Got it, {{ticket.number}}\n\nHi from {{desk}}\n"),
        ("en/closed.html", "<p>{{desk}}</p>"),
    ]);
    let templates = Templates::load(&own).expect("loads");
    let rendered = templates.render(LetterKind::Received, "en", &sample(LetterKind::Received));
    assert_eq!(
        rendered,
        Rendered { subject: "Got it, 42".to_owned(), text: "Hi from Example Helpdesk\n".to_owned(), html: None }
    );
    let closed = templates.render(LetterKind::Closed, "en", &sample(LetterKind::Closed));
    assert_eq!(closed.html.as_deref(), Some("<p>Example Helpdesk</p>"));
    assert_eq!(closed.text, built_in().render(LetterKind::Closed, "en", &sample(LetterKind::Closed)).text);
    assert!(templates.render(LetterKind::Received, "de", &sample(LetterKind::Received)).html.is_some());
}

#[test]
fn languages_fall_back_by_region_and_to_english() {
    let own = own(&[
        ("fr/received.txt", "Subject: [#{{ticket.number}}] Bien reçu\n\nMerci.\n"),
        ("de-at/received.txt", "Subject: Servus\n\nGrüß Gott\n"),
    ]);
    let templates = Templates::load(&own).expect("loads");
    let subject = |kind, language| templates.render(kind, language, &sample(kind)).subject;
    assert_eq!(subject(LetterKind::Received, "fr"), "[#42] Bien reçu");
    assert_eq!(subject(LetterKind::Received, "fr-CA"), "[#42] Bien reçu");
    assert_eq!(subject(LetterKind::Closed, "fr"), "[#42] Your request is closed");
    assert_eq!(subject(LetterKind::Received, "de-AT"), "Servus");
    assert_eq!(subject(LetterKind::Closed, "de-AT"), subject(LetterKind::Closed, "de"));
    assert_eq!(subject(LetterKind::Received, "zz"), "[#42] We have received your message");
    assert_eq!(subject(LetterKind::Received, ""), "[#42] We have received your message");
}

#[test]
fn a_part_of_ones_own_is_included_by_the_built_in_letters() {
    let own = own(&[("en/_hint.txt", "{{> _mine}}\n"), ("en/_mine.txt", "Call 1234 in a hurry.")]);
    let templates = Templates::load(&own).expect("loads");
    assert!(templates.render(LetterKind::NewTicket, "en", &sample(LetterKind::NewTicket)).text.contains("Call 1234 in a hurry."));
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    assert_eq!(problems(&[("en/received.txt", "Subject: x\n\nline\n{{#if desk}}\n")]).len(), 1);
    let unknown = problems(&[("en/closed.txt", "Subject: x\n\nfine\n{{ticket.nummer}}\n")]);
    assert!(unknown[0].starts_with("en/closed.txt:4:") && unknown[0].contains("there is no ticket.nummer"), "{unknown:?}");
    let subject = problems(&[("en/closed.txt", "Hello\n")]);
    assert!(subject[0].starts_with("en/closed.txt:1: must begin with"), "{subject:?}");
    let name = problems(&[("en/recieved.txt", "Subject: x\n\ny"), ("closed.txt", "x")]);
    assert!(name.len() == 2 && name[1].starts_with("en/recieved.txt: is no template"), "{name:?}");
    let part = problems(&[("en/_hint.txt", "{{> _nowhere}}")]);
    assert!(part.contains(&"en/_hint.txt: includes _nowhere, but there is no file _nowhere.txt".to_owned()), "{part:?}");
    let helper = problems(&[("en/closed.html", "{{shout desk}}")]);
    assert!(helper[0].starts_with("en/closed.html:1:"), "{helper:?}");
}

#[test]
fn an_endless_include_is_refused_before_it_runs() {
    let message = problems(&[("en/_a.txt", "{{> _b}}"), ("en/_b.txt", "{{> _a}}"), ("en/_hint.txt", "{{> _a}}")]);
    assert!(message.iter().any(|message| message.contains("includes itself")), "{message:?}");
    assert!(problems(&[("en/_a.html", "{{#> _a}}x{{/_a}}")])[0].contains("includes itself"));
    assert!(problems(&[("en/_a.html", &"{{#if desk}}".repeat(3000))])[0].contains("nests more than"));
}

#[test]
fn rendering_never_fails_and_loses_no_sentence() {
    let odd = [
        Model::default(),
        Model { sentences: vec!["KEEP ME".to_owned()], ..Model::default() },
        Model { sentences: vec!["KEEP ME".to_owned()], message: Some(MessageView::default()), ..Model::default() },
    ];
    for kind in LetterKind::ALL {
        for model in &odd {
            let rendered = built_in().render(kind, "en", model);
            let silent =
                kind.answers_anybody() || matches!(kind, LetterKind::Reply | LetterKind::PlusProbe | LetterKind::TrustProbe);
            assert!(silent || model.sentences.is_empty() || rendered.text.contains("KEEP ME"), "{kind}: {}", rendered.text);
        }
    }
}

#[test]
fn a_sentence_is_shown_in_every_letter_that_may_bring_one() {
    let sentence = "It opened a ticket of its own, #7.".to_owned();
    let silent =
        [LetterKind::Received, LetterKind::NotAccepted, LetterKind::Reply, LetterKind::PlusProbe, LetterKind::TrustProbe];
    for kind in LetterKind::ALL.into_iter().filter(|kind| !silent.contains(kind)) {
        let rendered = built_in().render(kind, "en", &Model { sentences: vec![sentence.clone()], ..sample(kind) });
        assert!(rendered.text.contains(&sentence) && rendered.html.expect("html").contains(&sentence), "{kind}");
    }
}
