//! What templates are given, made harmless: no text of the model can end a line, hide or turn what follows.
//!
//! The acknowledgement goes to whoever a stranger names, so it gets nothing that a stranger chose, whatever its template
//! asks for (SECURITY.md, L11). Texts are never templates: nothing here or later reads `{{…}}` in them.

use crate::base::{any_byte, limit, one_line};
use crate::domain::LetterKind;

use super::model::{
    AlertView, ArticleView, CommandView, CriterionView, FigureView, InvitationView, ListView, ListedView, MessageView, Model,
    PictureView, ReportView, ReviewView, RowView, SectionView, TicketView,
};

/// Characters of a sentence, a flag or a file list; longer ones come from no decision.
const SENTENCE_CHARS: usize = 2000;

/// The model as templates of this kind see it.
pub(super) fn clean(kind: LetterKind, model: &Model) -> Model {
    if kind.answers_anybody() {
        return without_foreign_text(model);
    }
    Model {
        desk: name(&model.desk),
        reader: name(&model.reader),
        ticket: model.ticket.as_ref().map(ticket),
        message: model.message.as_ref().map(message),
        history: model.history.iter().take(shown(kind)).map(message).collect(),
        history_left_out: model.history_left_out,
        sentences: lines(&model.sentences),
        waited: name(&model.waited),
        told: model.told.iter().map(|told| name(told)).collect(),
        sections: model.sections.iter().take(limit::LISTED_TICKETS).map(section).collect(),
        list_total: model.list_total,
        list_left_out: model.list_left_out,
        unsent: text(&model.unsent),
        code: name(&model.code),
        subject: one_line(&model.subject, limit::SUBJECT_CHARS),
        may_reply: model.may_reply,
        may_note: model.may_note,
        supervisor: name(&model.supervisor),
        shadows: name(&model.shadows),
        is_delayed: model.is_delayed,
        signature: name(&model.signature),
        invitation: model.invitation.as_ref().map(invitation),
        list: list(&model.list),
        articles: articles(model),
        may_close: model.may_close,
        report: model.report.as_ref().map(report),
        // Numbers, and addresses of our own.
        survey: model.survey.clone(),
        alerts: model.alerts.iter().take(limit::ALERTS_TOLD).map(alert).collect(),
        review: model.review.as_ref().map(review),
    }
}

fn review(view: &ReviewView) -> ReviewView {
    let criterion = |view: &CriterionView| CriterionView {
        name: name(&view.name),
        question: one_line(&view.question, SENTENCE_CHARS),
        score: name(&view.score),
    };
    ReviewView {
        agent: name(&view.agent),
        reviewer: name(&view.reviewer),
        criteria: view.criteria.iter().map(criterion).collect(),
        comment: text(&view.comment),
        is_taken_back: view.is_taken_back,
    }
}

/// Names in it are the admin's and customers' organisations; its columns are kept, each on one line.
fn report(view: &ReportView) -> ReportView {
    let rows = |rows: &[Vec<String>]| rows.iter().map(|row| row.iter().map(|cell| name(cell)).collect()).collect();
    let figures = |view: &FigureView| FigureView {
        heads: view.heads.iter().map(|head| name(head)).collect(),
        rows: rows(&view.rows),
        sums: rows(&view.sums),
        text: text(&view.text),
    };
    let picture = |view: &PictureView| PictureView {
        // A picture of the letter itself, or one that is written out; nothing is ever fetched.
        source: Some(&view.source)
            .filter(|source| source.starts_with("cid:") || source.starts_with("data:image/png;base64,"))
            .cloned()
            .unwrap_or_default(),
        title: name(&view.title),
        finding: one_line(&view.finding, SENTENCE_CHARS),
        figures: figures(&view.figures),
    };
    ReportView {
        title: name(&view.title),
        period: name(&view.period),
        zone: name(&view.zone),
        whose: name(&view.whose),
        is_empty: view.is_empty,
        figures: view.figures.iter().map(figures).collect(),
        pictures: view.pictures.iter().map(picture).collect(),
        meanings: lines(&view.meanings),
    }
}

/// What the desk itself has written, so that the acknowledgement shows it too.
fn articles(model: &Model) -> Vec<ArticleView> {
    let article = |view: &ArticleView| ArticleView {
        title: one_line(&view.title, SENTENCE_CHARS),
        opening: one_line(&view.opening, SENTENCE_CHARS),
        link: one_line(&view.link, SENTENCE_CHARS),
        file: one_line(&view.file, SENTENCE_CHARS),
    };
    model.articles.iter().take(limit::ARTICLES_OFFERED).map(article).collect()
}

/// Messages that a letter of this kind shows: more where somebody has asked for them.
const fn shown(kind: LetterKind) -> usize {
    match kind {
        LetterKind::Transcript => limit::TRANSCRIPT_ENTRIES,
        LetterKind::Ticket | LetterKind::OwnTicket | LetterKind::QualityReview => limit::SHOWN_ENTRIES,
        _ => limit::HISTORY_ENTRIES,
    }
}

fn list(view: &ListView) -> ListView {
    ListView {
        name: name(&view.name),
        question: one_line(&view.question, limit::SUBJECT_CHARS),
        total: view.total,
        rows: view.rows.iter().take(limit::LISTED).map(row).collect(),
        more: view.more,
        remark: one_line(&view.remark, SENTENCE_CHARS),
        closer: one_line(&view.closer, limit::SUBJECT_CHARS),
        others: lines(&view.others),
        filters: lines(&view.filters),
        may_show: view.may_show,
        address: one_line(&view.address, SENTENCE_CHARS),
    }
}

fn row(view: &RowView) -> RowView {
    RowView {
        number: view.number,
        subject: one_line(&view.subject, limit::SUBJECT_CHARS),
        status: name(&view.status),
        priority: name(&view.priority),
        team: name(&view.team),
        assignee: name(&view.assignee),
        is_mine: view.is_mine,
        requester: name(&view.requester),
        opened: name(&view.opened),
        age: name(&view.age),
        due: name(&view.due),
        is_overdue: view.is_overdue,
        link: one_line(&view.link, SENTENCE_CHARS),
    }
}

fn invitation(view: &InvitationView) -> InvitationView {
    let names = |list: &[String]| list.iter().map(|one| name(one)).collect();
    let command = |one: &CommandView| CommandView { usage: name(&one.usage), does: one_line(&one.does, SENTENCE_CHARS) };
    InvitationView {
        name: name(&view.name),
        profile: name(&view.profile),
        teams: names(&view.teams),
        addresses: view.addresses.iter().map(|one| one_line(one, SENTENCE_CHARS)).collect(),
        until: name(&view.until),
        commands: view.commands.iter().map(command).collect(),
    }
}

/// Only the desk's own name, the ticket's number, and articles of the desk.
fn without_foreign_text(model: &Model) -> Model {
    let number = model.ticket.as_ref().map(|ticket| ticket.number);
    Model {
        desk: name(&model.desk),
        ticket: number.map(|number| TicketView { number, ..TicketView::default() }),
        message: Some(MessageView::default()),
        articles: articles(model),
        may_close: model.may_close,
        ..Model::default()
    }
}

fn ticket(view: &TicketView) -> TicketView {
    TicketView {
        number: view.number,
        subject: one_line(&view.subject, limit::SUBJECT_CHARS),
        status: name(&view.status),
        priority: name(&view.priority),
        team: name(&view.team),
        assignee: name(&view.assignee),
        is_mine: view.is_mine,
        requester: name(&view.requester),
        requester_address: one_line(&view.requester_address, limit::LOCAL_PART_BYTES + limit::DOMAIN_BYTES + 1),
        requester_shown: one_line(&view.requester_shown, 2 * limit::NAME_CHARS + limit::DOMAIN_BYTES),
        requester_known: one_line(&view.requester_known, 2 * limit::NAME_CHARS),
        opened: name(&view.opened),
        due: name(&view.due),
        is_overdue: view.is_overdue,
        resolution_due: name(&view.resolution_due),
        tags: view.tags.iter().map(|tag| name(tag)).collect(),
        category: name(&view.category),
        linked: view.linked.iter().map(|ticket| name(ticket)).collect(),
        is_practice: view.is_practice,
        practice_learner: name(&view.practice_learner),
        practice_guide: name(&view.practice_guide),
    }
}

fn section(view: &SectionView) -> SectionView {
    SectionView { title: name(&view.title), tickets: view.tickets.iter().take(limit::LISTED_TICKETS).map(listed).collect() }
}

fn listed(view: &ListedView) -> ListedView {
    ListedView {
        number: view.number,
        subject: one_line(&view.subject, limit::SUBJECT_CHARS),
        requester: one_line(&view.requester, 2 * limit::NAME_CHARS + limit::DOMAIN_BYTES),
        assignee: name(&view.assignee),
        what: name(&view.what),
        answer: one_line(&view.answer, limit::LOCAL_PART_BYTES + limit::DOMAIN_BYTES + 1),
    }
}

fn alert(view: &AlertView) -> AlertView {
    AlertView {
        title: one_line(&view.title, limit::SUBJECT_CHARS),
        sentences: lines(&view.sentences),
        tickets: view.tickets.iter().take(limit::ALERT_TICKETS).map(listed).collect(),
        total: view.total,
        is_part: view.is_part,
        orders: lines(&view.orders),
        figures: name(&view.figures),
        address: one_line(&view.address, SENTENCE_CHARS),
    }
}

fn message(view: &MessageView) -> MessageView {
    MessageView {
        author: name(&view.author),
        at: name(&view.at),
        text: text(&view.text),
        attachments: view.attachments.iter().map(|file| one_line(file, limit::FILE_NAME_CHARS)).collect(),
        flags: lines(&view.flags),
        ..*view
    }
}

fn name(value: &str) -> String {
    one_line(value, limit::NAME_CHARS)
}

fn lines(values: &[String]) -> Vec<String> {
    values.iter().map(|value| one_line(value, SENTENCE_CHARS)).filter(|value| !value.is_empty()).collect()
}

/// Several lines: ends become `\n`, other control characters and overrides of direction go, blank lines around it too.
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for line in value.split_inclusive('\n') {
        // Most lines are nothing but printable ASCII, which is told much faster by bytes.
        if !any_byte(line.as_bytes(), |byte| !matches!(byte, b' '..=b'~' | b'\n')) {
            out.push_str(line);
        } else {
            clean_line(line, &mut out);
        }
    }
    let start = out.len() - out.trim_start_matches(['\n', ' ']).len();
    // The indent of the first line that has text stays.
    let start = out.get(..start).and_then(|blank| blank.rfind('\n')).map_or(0, |end| end + 1);
    out.get(start..).unwrap_or_default().trim_end().to_owned()
}

/// One line with the end it may have.
fn clean_line(line: &str, out: &mut String) {
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                characters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\t' => out.push(c),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_lines_and_lose_what_hides() {
        assert_eq!(text("\r\n\n  a\r\nb\rc\0\u{1b}[31m\u{202e}d\t\n\n"), "  a\nb\nc[31md");
        assert_eq!(text(" \n"), "");
    }

    #[test]
    fn l11_the_acknowledgement_sees_the_number_and_the_desk_alone() {
        let foreign = || "buy at example.net".to_owned();
        let model = Model {
            desk: "Desk".to_owned(),
            reader: foreign(),
            ticket: Some(TicketView {
                number: 42,
                subject: foreign(),
                requester: foreign(),
                tags: vec![foreign()],
                ..TicketView::default()
            }),
            message: Some(MessageView {
                author: foreign(),
                text: foreign(),
                attachments: vec![foreign()],
                ..MessageView::default()
            }),
            sentences: vec![foreign()],
            subject: foreign(),
            signature: foreign(),
            ..Model::default()
        };
        let shown = serde_json::to_string(&clean(LetterKind::Received, &model)).expect("json");
        assert!(shown.contains("42") && shown.contains("Desk") && !shown.contains("example.net"), "{shown}");
    }
}
