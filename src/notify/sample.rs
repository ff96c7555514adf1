//! A sample of every letter, for `check` and `notification show`.

use crate::base::{MailboxName, QuarantineId, Span, TeamName, TicketId, Timestamp};
use crate::domain::{
    AlertCause, AlertKind, AlertNote, AlertReading, Flag, Heading, LetterKind, Notice, Priority, QuarantineReason, Rating, Target,
};

use super::alert::{alert_sentences, alert_subject, alert_ticket, alert_title};
use super::flag::flag;
use super::list::{listed, sections};
use super::model::{
    AlertView, ArticleView, ChoiceView, CommandView, FigureView, InvitationView, ListView, ListedView, MessageView, Model,
    PictureView, ReportView, ReviewView, RowView, SectionView, SurveyView, TicketView,
};
use super::notice::notice;
use super::review;
use super::word::{Language, translate};

/// A model that fills a letter of this kind, in English.
pub fn sample(kind: LetterKind) -> Model {
    sample_in(kind, "en")
}

/// The same in a language, as far as its words come from us.
pub fn sample_in(kind: LetterKind, language: &str) -> Model {
    let message = match kind {
        LetterKind::Received | LetterKind::NotAccepted | LetterKind::ClosingWarning | LetterKind::Closed => None,
        LetterKind::Survey | LetterKind::QualityReview | LetterKind::QualityResult => None,
        LetterKind::Tickets | LetterKind::Ticket | LetterKind::Transcript | LetterKind::OwnTickets | LetterKind::OwnTicket => {
            None
        }
        LetterKind::Refused | LetterKind::Receipt | LetterKind::Operator | LetterKind::Forward => None,
        LetterKind::Report | LetterKind::Alert => None,
        LetterKind::Stranger
        | LetterKind::PlusProbe
        | LetterKind::TrustProbe
        | LetterKind::Invitation
        | LetterKind::Departure => None,
        LetterKind::Confirm | LetterKind::Forged | LetterKind::Absence | LetterKind::Training => None,
        LetterKind::DueList | LetterKind::HandedOver | LetterKind::Digest | LetterKind::TeamDigest => None,
        LetterKind::Reply | LetterKind::DeliveryFailure | LetterKind::Draft => Some(answer()),
        LetterKind::StaffActivity => Some(note()),
        LetterKind::NewTicket | LetterKind::Assigned => Some(complaint()),
        LetterKind::CustomerReply
        | LetterKind::Reminder
        | LetterKind::FollowUp
        | LetterKind::Escalation
        | LetterKind::LowRating
        | LetterKind::Shadow => Some(question()),
    };
    let history = match kind {
        LetterKind::CustomerReply => vec![note(), answer(), complaint()],
        LetterKind::StaffActivity | LetterKind::Shadow => vec![answer(), complaint()],
        LetterKind::Draft => vec![complaint()],
        LetterKind::Ticket => vec![note(), answer(), complaint()],
        LetterKind::Transcript | LetterKind::QualityReview => vec![complaint(), answer(), note(), question()],
        LetterKind::QualityResult => vec![answer(), complaint()],
        LetterKind::OwnTicket | LetterKind::Forward => vec![complaint(), answer(), question()],
        LetterKind::Reminder | LetterKind::Escalation | LetterKind::FollowUp | LetterKind::LowRating => {
            vec![note(), answer(), complaint()]
        }
        _ => Vec::new(),
    };
    Model {
        desk: "Example Helpdesk".to_owned(),
        reader: "Bob Berger".to_owned(),
        ticket: is_about_ticket(kind).then(|| ticket(kind, language)),
        sections: listing(kind, language),
        list_total: if listing(kind, language).is_empty() { 0 } else { 55 },
        list_left_out: if listing(kind, language).is_empty() { 0 } else { 5 },
        history_left_out: if history.is_empty() { 0 } else { 2 },
        history,
        message,
        sentences: notices(kind).iter().map(|one| notice(language, one, &|at| day(at).to_owned())).collect(),
        waited: if matches!(kind, LetterKind::Reminder | LetterKind::Escalation) { "1d 2h".to_owned() } else { String::new() },
        told: if kind == LetterKind::Escalation { vec!["Bob Berger".to_owned(), "Carol Chen".to_owned()] } else { Vec::new() },
        unsent: match kind {
            LetterKind::Forward => "Can you tell us when the new roller ships?".to_owned(),
            LetterKind::Refused => "#clsoe\n\nThe new roller is in, it prints again.".to_owned(),
            LetterKind::Confirm => "#close\n\nThe new roller is in, it prints again.".to_owned(),
            _ => String::new(),
        },
        code: String::new(),
        subject: match kind {
            LetterKind::Refused | LetterKind::Confirm => "Re: Printer on fire".to_owned(),
            LetterKind::Departure | LetterKind::HandedOver => "Dan Dorn".to_owned(),
            LetterKind::Absence | LetterKind::Training => "Bob Berger".to_owned(),
            LetterKind::Alert => {
                alert_subject(language, &alerts(language).into_iter().map(|view| view.title).collect::<Vec<_>>())
            }
            _ => String::new(),
        },
        may_reply: true,
        may_note: true,
        supervisor: String::new(),
        shadows: String::new(),
        is_delayed: false,
        signature: "Bob Berger".to_owned(),
        list: if matches!(kind, LetterKind::Tickets | LetterKind::OwnTickets) { list(language) } else { ListView::default() },
        invitation: (kind == LetterKind::Invitation).then(|| invitation(language)),
        articles: articles(kind, language),
        may_close: kind == LetterKind::Received,
        report: (kind == LetterKind::Report).then(|| report(language)),
        survey: (kind == LetterKind::Survey).then(survey),
        alerts: if kind == LetterKind::Alert { alerts(language) } else { Vec::new() },
        review: review::sample(kind, language),
    }
}

const fn is_about_ticket(kind: LetterKind) -> bool {
    let is_list = matches!(kind, LetterKind::DueList | LetterKind::HandedOver | LetterKind::Digest | LetterKind::TeamDigest);
    let is_about_people =
        matches!(kind, LetterKind::Invitation | LetterKind::Departure | LetterKind::Absence | LetterKind::Training);
    !is_about_people
        && !is_list
        && !matches!(
            kind,
            LetterKind::Operator
                | LetterKind::NotAccepted
                | LetterKind::PlusProbe
                | LetterKind::TrustProbe
                | LetterKind::Tickets
                | LetterKind::Report
                | LetterKind::Alert
                | LetterKind::OwnTickets
                | LetterKind::Forged
        )
}

fn articles(kind: LetterKind, language: &str) -> Vec<ArticleView> {
    let title = |english: &str, german: &str| if language.starts_with("de") { german.to_owned() } else { english.to_owned() };
    let linked = ArticleView {
        title: title("What to do when the printer smokes", "Was tun, wenn der Drucker raucht"),
        link: "https://help.example.org/printer".to_owned(),
        ..ArticleView::default()
    };
    let opening = title(
        "Switch it off, wait for ten minutes, and look for paper inside.",
        "Schalten Sie ihn aus, warten Sie zehn Minuten und suchen Sie innen nach Papier.",
    );
    let told = ArticleView { title: title("Paper jams", "Papierstau"), opening, ..ArticleView::default() };
    let inside = ArticleView {
        title: title("Exchange of printers", "Austausch von Druckern"),
        file: "kb/exchange.md".to_owned(),
        ..told.clone()
    };
    match kind {
        LetterKind::Received => vec![linked, told],
        LetterKind::NewTicket | LetterKind::Assigned => vec![linked, inside],
        _ => Vec::new(),
    }
}

fn invitation(language: &str) -> InvitationView {
    let command = |usage: &str, english: &str, german: &str| CommandView {
        usage: usage.to_owned(),
        does: if Language::of(language) == Language::German { german.to_owned() } else { english.to_owned() },
    };
    InvitationView {
        name: "bob".to_owned(),
        profile: "agent".to_owned(),
        teams: vec!["hardware".to_owned(), "billing".to_owned()],
        addresses: vec!["support@example.org".to_owned()],
        until: "2026-03-16 14:00".to_owned(),
        commands: vec![
            command("#note", "keeps your text internal", "hält Ihren Text intern"),
            command("#close", "closes the ticket", "schließt das Ticket"),
        ],
    }
}

fn report(language: &str) -> ReportView {
    let is_german = Language::of(language) == Language::German;
    let pick = |english: &str, german: &str| (if is_german { german } else { english }).to_owned();
    let cells = |row: &[&str]| row.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
    let promises = FigureView {
        heads: vec![pick("week", "Woche"), pick("kept in time", "rechtzeitig gehalten")],
        rows: vec![cells(&["2026-W09", "98 %"]), cells(&["2026-W10", "91 %"])],
        sums: Vec::new(),
        text: "2026-W09  98 %\n2026-W10  91 %".to_owned(),
    };
    ReportView {
        title: pick("Promises kept", "Eingehaltene Zusagen"),
        period: "2026-02-23 - 2026-03-08".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        whose: "team hardware".to_owned(),
        is_empty: false,
        figures: vec![FigureView {
            heads: vec![
                pick("team", "Team"),
                pick("opened", "eröffnet"),
                pick("first response, median", "erste Antwort, Median"),
            ],
            rows: vec![cells(&["hardware", "42", "1h 20m"]), cells(&["R & D <new>", "7", "-"])],
            sums: vec![cells(&[&pick("all", "alle"), "49", "1h 20m"])],
            text: format!("{}    42  1h 20m\n{}         49  1h 20m", "hardware", pick("all ", "alle")),
        }],
        pictures: vec![PictureView {
            source: "cid:promises.1@report.example.org".to_owned(),
            title: pick("Promises kept in time, by week", "Rechtzeitig gehaltene Zusagen, je Woche"),
            finding: pick("94 % of 130 promises were kept in time.", "94 % von 130 Zusagen wurden rechtzeitig gehalten."),
            figures: promises,
        }],
        meanings: vec![pick("opened: Tickets that were opened.", "eröffnet: Tickets, die eröffnet wurden.")],
    }
}

/// A spike, slow answers and somebody's load, told in one mail.
fn alerts(language: &str) -> Vec<AlertView> {
    let reading = |cause, figure, usual, cases, total| AlertReading {
        cause,
        figure,
        usual,
        cases,
        tickets: Vec::new(),
        total,
        trouble: None,
    };
    let first = TicketId::new(40);
    let note = |kind, reading, limit, since, over| AlertNote { kind, reading, limit, since, over };
    let team = || TeamName::new("support").map_or(AlertCause::Desk, AlertCause::Team);
    let spike = note(AlertKind::Spike, reading(AlertCause::Subject(first), 12, Some(3), 12, 12), 8, None, Span::from_hours(1));
    let slow = reading(team(), 410, Some(95), 31, 9);
    let slow = note(AlertKind::SlowResponses, slow, 240, Some(Timestamp::from_seconds(1)), Span::from_days(1));
    let load = note(AlertKind::Workload, reading(AlertCause::Desk, 150, None, 15, 15), 120, None, Span::ZERO);
    let ticket = |number, hours, assignee: &str, is_free| ListedView {
        number,
        subject: "Printer on fire".to_owned(),
        requester: "Ann Example".to_owned(),
        assignee: assignee.to_owned(),
        what: alert_ticket(language, Span::from_hours(hours), is_free, false),
        answer: format!("support+t{number}abc@example.org"),
    };
    let view = |note: &AlertNote, about: &str, tickets: Vec<ListedView>, orders: &[&str], figures: &str| AlertView {
        title: alert_title(language, note, about),
        sentences: alert_sentences(language, note, &|at| day(at).to_owned()),
        is_part: note.reading.total > u64::try_from(tickets.len()).unwrap_or_default(),
        tickets,
        total: note.reading.total,
        orders: orders.iter().map(|order| (*order).to_owned()).collect(),
        figures: figures.to_owned(),
        address: "support@example.org".to_owned(),
    };
    vec![
        view(
            &spike,
            "printer on fire",
            vec![ticket(40, 1, "", true), ticket(41, 1, "Carol Chen", false)],
            &["#assign NAME", "#priority urgent", "#merge NUMBER"],
            "",
        ),
        view(
            &slow,
            if language.starts_with("de") { "Team support" } else { "team support" },
            vec![ticket(27, 52, "Carol Chen", false)],
            &["#assign NAME", "#take"],
            "#report team of support",
        ),
        view(&load, "Carol Chen", vec![ticket(27, 52, "Carol Chen", false)], &["#assign NAME"], "#report personal of carol"),
    ]
}

fn survey() -> SurveyView {
    let choice = |rating| ChoiceView { rating, address: format!("support+s1{rating}abc@example.org") };
    SurveyView { choices: (1..=5).rev().map(choice).collect(), decline: "support+s1xyz@example.org".to_owned() }
}

fn list(language: &str) -> ListView {
    let row = |number, subject: &str, status: &str| RowView {
        number,
        subject: subject.to_owned(),
        status: status.to_owned(),
        priority: "normal".to_owned(),
        requester: "Ann Example".to_owned(),
        opened: "2026-03-02 09:14".to_owned(),
        age: "3d".to_owned(),
        link: format!("mailto:help@example.org?subject=%23show%20{number}&body=%23show%20{number}"),
        ..RowView::default()
    };
    ListView {
        name: "mine".to_owned(),
        question: "assignee:me is:unfinished".to_owned(),
        total: 5,
        rows: vec![
            RowView {
                team: "hardware".to_owned(),
                assignee: "Bob Berger".to_owned(),
                is_mine: true,
                due: "2026-03-02 13:14".to_owned(),
                is_overdue: true,
                priority: "high".to_owned(),
                ..row(42, "Printer on fire", "open")
            },
            RowView {
                assignee: "Carol Chen".to_owned(),
                due: "2026-03-06 09:00".to_owned(),
                ..row(57, "It smokes on the third floor", "new")
            },
            RowView { age: String::new(), ..row(61, "Invoice <17> & a question", "pending") },
        ],
        more: 2,
        remark: if language == "de" {
            "der Index reicht bis Eintrag 7 von 9".to_owned()
        } else {
            "the index reaches record 7 of 9".to_owned()
        },
        closer: "status:open newer:2w".to_owned(),
        others: ["#list team", "#list unanswered", "#list vip"].map(str::to_owned).to_vec(),
        filters: ["status:", "team:", "from:"].map(str::to_owned).to_vec(),
        may_show: true,
        address: "help@example.org".to_owned(),
    }
}

/// Everything a letter of this kind may have to cope with: all of it, a light agent's, and next to nothing.
pub(super) fn variants(kind: LetterKind, language: &str) -> Vec<Model> {
    let mut full = Model {
        message: Some(MessageView { is_doubtful: true, is_automatic: true, ..stranger(language) }),
        history: vec![complaint(), note(), MessageView::default()],
        history_left_out: 9,
        waited: "2h".to_owned(),
        told: vec!["Carol Chen".to_owned()],
        unsent: "text".to_owned(),
        ..sample_in(kind, language)
    };
    let light = Model { may_reply: false, is_delayed: true, ..full.clone() };
    let operator = Model { may_note: false, ..light.clone() };
    let learner = Model { supervisor: "Carol Chen".to_owned(), ..full.clone() };
    let shadow = Model { shadows: "Carol Chen".to_owned(), unsent: String::new(), ..full.clone() };
    let bare = Model {
        ticket: full.ticket.is_some().then(|| TicketView { number: 1, ..TicketView::default() }),
        message: needs_message(kind).then(MessageView::default),
        report: (kind == LetterKind::Report).then(ReportView::default),
        review: review::sample(kind, language).map(|_| ReviewView::default()),
        ..Model::default()
    };
    if kind == LetterKind::Confirm {
        full.code = "c1abcdefghij".to_owned();
    }
    let mut variants = vec![sample_in(kind, language), full, light, operator, learner, shadow, bare];
    if let Some(said) = review::sample(kind, language).filter(|_| kind == LetterKind::QualityResult) {
        let taken_back = ReviewView { is_taken_back: true, ..said };
        let alone = ReviewView { criteria: Vec::new(), comment: String::new(), ..taken_back.clone() };
        variants.extend([taken_back, alone].map(|review| Model { review: Some(review), ..sample_in(kind, language) }));
    }
    if matches!(kind, LetterKind::Absence) {
        let ticket = Some(TicketView { number: 1, ..TicketView::default() });
        variants.push(Model { ticket, ..sample_in(kind, language) });
    }
    if matches!(kind, LetterKind::Refused | LetterKind::Receipt | LetterKind::Operator | LetterKind::Confirm) {
        variants.push(Model { ticket: None, ..sample_in(kind, language) });
    }
    variants
}

/// A list of tickets, with everything that may stand in one.
fn listing(kind: LetterKind, language: &str) -> Vec<SectionView> {
    let headings: &[(Heading, Option<Target>)] = match kind {
        LetterKind::DueList => &[(Heading::Overdue, Some(Target::FirstResponse)), (Heading::DueSoon, Some(Target::Resolution))],
        LetterKind::HandedOver => &[(Heading::Given, Some(Target::FirstResponse)), (Heading::Unassigned, None)],
        LetterKind::Digest => &[
            (Heading::Overdue, Some(Target::NextResponse)),
            (Heading::DueToday, Some(Target::Update)),
            (Heading::Waking, None),
            (Heading::Waiting, None),
        ],
        LetterKind::TeamDigest => &[(Heading::Overdue, Some(Target::FirstResponse)), (Heading::Unassigned, None)],
        _ => &[],
    };
    let ticket = |(number, (heading, target)): (u32, &(Heading, Option<Target>))| {
        let is_first = number == 42;
        let view = ListedView {
            number,
            subject: if is_first { "Printer on fire".to_owned() } else { "Invoice <4711> & its copy".to_owned() },
            requester: "Ann Example <ann@customer.example>".to_owned(),
            assignee: if is_first && kind != LetterKind::Digest { "Bob Berger".to_owned() } else { String::new() },
            what: listed(language, *heading, *target, "2026-03-02 13:14"),
            answer: if is_first { "support+abc234@example.org".to_owned() } else { String::new() },
        };
        (*heading, view)
    };
    sections(language, (42..).zip(headings).map(ticket).collect())
}

/// A letter about a message is never written without one.
fn needs_message(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::Reply | LetterKind::NewTicket | LetterKind::CustomerReply | LetterKind::Draft)
}

/// Times in samples: no zone, no weekday.
fn day(at: Timestamp) -> &'static str {
    if at.as_seconds() == 0 { "2026-03-16" } else { "2026-03-06 14:00" }
}

fn notices(kind: LetterKind) -> Vec<Notice> {
    let text = |text: &str| text.to_owned();
    match kind {
        LetterKind::ClosingWarning => vec![Notice::ClosesAt { at: Timestamp::from_seconds(0) }],
        LetterKind::DeliveryFailure => {
            vec![Notice::NotDelivered { address: text("ann@customer.example"), because: text("550 5.1.1 no such user") }]
        }
        LetterKind::Confirm => vec![
            Notice::SenderNotVerified,
            Notice::WillRun { command: text("#close") },
            Notice::WillReply { to: vec![text("Ann Example <ann@customer.example>")] },
            Notice::ConfirmBy { at: Timestamp::from_seconds(1) },
        ],
        LetterKind::Forged => vec![Notice::NameLocked { until: Timestamp::from_seconds(1) }],
        LetterKind::Refused => vec![Notice::UnknownCommand { command: text("clsoe"), nearest: vec![text("#close")] }],
        LetterKind::Receipt => vec![
            Notice::NoteAdded,
            Notice::PrioritySet { priority: Priority::High },
            Notice::Tagged { add: vec![text("printer"), text("urgent")], remove: vec![] },
            Notice::ReminderSet { at: Timestamp::from_seconds(1), text: text("call Carol") },
        ],
        LetterKind::Reminder | LetterKind::Escalation => {
            vec![Notice::Promised { target: Target::NextResponse, at: Timestamp::from_seconds(1) }]
        }
        LetterKind::LowRating => Rating::new(1).map(|rating| Notice::RatedLow { rating, reopened: true }).into_iter().collect(),
        LetterKind::FollowUp => vec![Notice::Reminder { text: text("call Carol about the roller") }],
        LetterKind::Operator => MailboxName::new("support").map(of_the_day).unwrap_or_default(),
        LetterKind::Departure => departure(),
        LetterKind::Draft | LetterKind::Shadow | LetterKind::Absence | LetterKind::Training => {
            super::people::samples(kind).into_iter().map(Notice::People).collect()
        }
        LetterKind::Stranger => vec![Notice::StrangerWrote { other: TicketId::new(57) }],
        _ => Vec::new(),
    }
}

/// What a manager may hear of somebody who has left.
fn departure() -> Vec<Notice> {
    let tickets = |numbers: &[u32]| numbers.iter().copied().map(TicketId::new).collect::<Vec<_>>();
    let mut notices = vec![Notice::TicketsGiven { to: "Carol Chen".to_owned(), tickets: tickets(&[42, 57]) }];
    if let Ok(team) = TeamName::new("hardware") {
        notices.push(Notice::TicketsReturned { team: Some(team.clone()), tickets: tickets(&[58]) });
        notices.push(Notice::LedTeam { team });
    }
    notices.push(Notice::ContributedTo { tickets: tickets(&[61]) });
    notices.push(Notice::MentorOf { name: "Leo Light".to_owned() });
    notices.push(Notice::LettersWithdrawn { count: 2 });
    notices
}

/// What the operator may hear, all at once.
fn of_the_day(mailbox: MailboxName) -> Vec<Notice> {
    let since = Timestamp::from_seconds(1);
    vec![
        Notice::SetAside { id: QuarantineId::new(3), mailbox: mailbox.clone(), reason: QuarantineReason::Poison },
        Notice::QuarantineWaits { reasons: vec![(QuarantineReason::OwnLoop, 2), (QuarantineReason::TooLarge, 1)], total: 5 },
        Notice::MailRefused {
            reasons: vec![("unknown command".to_owned(), 1), ("the mailbox does not accept this sender".to_owned(), 12)],
        },
        Notice::InvitationsLapsed { people: vec!["Erik Ek <erik@example.org>".to_owned()] },
        Notice::LettersGivenUp { failed: 1, expired: 2 },
        Notice::LettersLate { count: 3, since, because: "451 4.7.1 come back later".to_owned() },
        Notice::MailboxUnreadable {
            mailbox,
            folder: "INBOX".to_owned(),
            since,
            because: "cannot connect to imap.example.org".to_owned(),
        },
    ]
}

fn ticket(kind: LetterKind, language: &str) -> TicketView {
    let is_taken = kind != LetterKind::NewTicket;
    let word = |name: &str| translate(Language::of(language), name).to_owned();
    TicketView {
        number: 42,
        subject: "Printer on fire".to_owned(),
        status: word("open"),
        priority: word("high"),
        team: "hardware".to_owned(),
        assignee: if is_taken { "Bob Berger".to_owned() } else { String::new() },
        is_mine: is_taken,
        requester: "Ann Example".to_owned(),
        requester_address: "ann@customer.example".to_owned(),
        requester_shown: "Ann Example <ann@customer.example>".to_owned(),
        requester_known: if kind == LetterKind::NewTicket { "Example Ltd, +49 30 901820".to_owned() } else { String::new() },
        opened: "2026-03-02 09:14".to_owned(),
        due: "2026-03-02 13:14".to_owned(),
        is_overdue: kind == LetterKind::Escalation,
        resolution_due: if is_taken { "2026-03-06 17:00".to_owned() } else { String::new() },
        tags: vec!["printer".to_owned(), "second-floor".to_owned()],
        category: "devices".to_owned(),
        linked: vec!["#17".to_owned()],
        ..TicketView::default()
    }
}

fn complaint() -> MessageView {
    MessageView {
        author: "Ann Example".to_owned(),
        at: "2026-03-02 09:14".to_owned(),
        text: "Hello,\n\nthe printer on the second floor is smoking. I have pulled the plug:\n\n  1. it beeped twice\n  2. then <error 0x1F> & smoke\n\nWhat now?\nAnn".to_owned(),
        attachments: vec!["smoke.jpg".to_owned(), "log.txt".to_owned()],
        is_customer: true,
        ..MessageView::default()
    }
}

fn answer() -> MessageView {
    MessageView {
        author: "Bob Berger".to_owned(),
        at: "2026-03-02 10:02".to_owned(),
        text: "Hello Ann,\n\nplease leave it unplugged. Carol comes by at three with a new roller.\n\nBob".to_owned(),
        ..MessageView::default()
    }
}

fn question() -> MessageView {
    MessageView {
        author: "Ann Example".to_owned(),
        at: "2026-03-02 16:40".to_owned(),
        text: "Nobody came at three. Is it still today?\n\nAnn".to_owned(),
        is_customer: true,
        ..MessageView::default()
    }
}

fn note() -> MessageView {
    MessageView {
        author: "Carol Chen".to_owned(),
        at: "2026-03-02 10:20".to_owned(),
        text: "The roller is in stock. I take it along.".to_owned(),
        is_note: true,
        ..MessageView::default()
    }
}

fn stranger(language: &str) -> MessageView {
    MessageView {
        author: "sam@elsewhere.example".to_owned(),
        at: "2026-03-02 11:30".to_owned(),
        text: "It smokes on the third floor as well.".to_owned(),
        flags: vec![flag(language, Flag::Unverified)],
        is_customer: true,
        ..MessageView::default()
    }
}
