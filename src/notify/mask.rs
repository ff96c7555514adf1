//! What templates are given, with what its reader may not see hidden. The one place where letters are masked.
//!
//! Every field is named, so that a new one makes somebody decide. Hidden is whatever people wrote, wherever it is shown. Not hidden are
//! our own words and numbers, addresses that an answer goes to, which must stay usable, and what its reader wrote himself and gets back
//! so that he does not lose it.

use super::model::{AlertView, ListView, ListedView, MessageView, Model, ReviewView, RowView, SectionView, TicketView};

/// The model with `hide` applied to what people wrote.
pub fn masked(model: Model, hide: &dyn Fn(&str) -> String) -> Model {
    let Model {
        desk,
        reader,
        ticket,
        message,
        history,
        history_left_out,
        sentences,
        waited,
        told,
        sections,
        list_total,
        list_left_out,
        unsent,
        code,
        subject,
        may_reply,
        supervisor,
        shadows,
        may_note,
        is_delayed,
        signature,
        list,
        invitation,
        articles,
        may_close,
        // Figures, and names that the admin has given; those that people have given were hidden when it was counted.
        report,
        // Numbers, and addresses of our own.
        survey,
        alerts,
        review,
    } = model;
    Model {
        desk,
        reader,
        ticket: ticket.map(|view| self::ticket(view, hide)),
        message: message.map(|view| self::message(view, hide)),
        history: history.into_iter().map(|view| self::message(view, hide)).collect(),
        history_left_out,
        sentences: all(sentences, hide),
        waited,
        told,
        sections: sections.into_iter().map(|view| section(view, hide)).collect(),
        list_total,
        list_left_out,
        unsent,
        code,
        subject: hide(&subject),
        may_reply,
        supervisor,
        shadows,
        may_note,
        is_delayed,
        signature,
        list: self::list(list, hide),
        invitation,
        articles,
        may_close,
        report,
        survey,
        alerts: alerts.into_iter().map(|view| alert(view, hide)).collect(),
        // Its questions are the admin's, its comment is a person's.
        review: review.map(|view| ReviewView { comment: hide(&view.comment), ..view }),
    }
}

fn all(texts: Vec<String>, hide: &dyn Fn(&str) -> String) -> Vec<String> {
    texts.iter().map(|text| hide(text)).collect()
}

fn ticket(view: TicketView, hide: &dyn Fn(&str) -> String) -> TicketView {
    TicketView {
        subject: hide(&view.subject),
        requester: hide(&view.requester),
        requester_shown: hide(&view.requester_shown),
        requester_known: hide(&view.requester_known),
        tags: all(view.tags, hide),
        ..view
    }
}

fn message(view: MessageView, hide: &dyn Fn(&str) -> String) -> MessageView {
    MessageView {
        author: hide(&view.author),
        text: hide(&view.text),
        attachments: all(view.attachments, hide),
        flags: all(view.flags, hide),
        ..view
    }
}

fn section(view: SectionView, hide: &dyn Fn(&str) -> String) -> SectionView {
    SectionView { tickets: view.tickets.into_iter().map(|one| listed(one, hide)).collect(), ..view }
}

fn listed(view: ListedView, hide: &dyn Fn(&str) -> String) -> ListedView {
    ListedView { subject: hide(&view.subject), requester: hide(&view.requester), ..view }
}

/// The title of a spike is the subject that a customer wrote.
fn alert(view: AlertView, hide: &dyn Fn(&str) -> String) -> AlertView {
    AlertView {
        title: hide(&view.title),
        sentences: all(view.sentences, hide),
        tickets: view.tickets.into_iter().map(|one| listed(one, hide)).collect(),
        ..view
    }
}

fn list(view: ListView, hide: &dyn Fn(&str) -> String) -> ListView {
    let row = |view: RowView| RowView { subject: hide(&view.subject), requester: hide(&view.requester), ..view };
    ListView {
        question: hide(&view.question),
        closer: hide(&view.closer),
        remark: hide(&view.remark),
        rows: view.rows.into_iter().map(row).collect(),
        ..view
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::LetterKind;
    use crate::notify::sample;

    #[test]
    fn nothing_that_people_wrote_is_left_in_any_letter() {
        let hide = |text: &str| "•".repeat(text.chars().count());
        for kind in LetterKind::ALL.into_iter().filter(|kind| !kind.is_for_customer()) {
            // Articles are the desk's own words.
            let model = Model { articles: Vec::new(), ..sample(kind) };
            let shown = serde_json::to_string(&masked(model, &hide)).expect("json");
            for word in ["Printer", "smoke", "toner", "roller", "Ann Example"] {
                let own = kind == LetterKind::Refused || kind == LetterKind::Confirm;
                assert!(own || !shown.contains(word), "{word} in {kind}: {shown}");
            }
        }
    }
}
