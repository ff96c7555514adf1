//! `#note`: what the mail says stays inside.

use crate::domain::{Notice, Ticket};
use crate::policy::Permission;

use super::order::{Asker, Order, Risk, TextUse, Work};
use super::table::Family;

pub(super) const FAMILY: &[Family] = &[Family {
    name: "note",
    risk: Risk::Usual,
    usage: "#note [text]",
    example: "#note He called; the parcel has arrived.",
    english: "keeps the text inside: the customer does not see it",
    german: "der Text bleibt intern: der Kunde sieht ihn nicht",
    read: |argument| Some(Box::new(Note { beginning: argument.to_owned() })),
}];

#[derive(Debug)]
struct Note {
    /// A note may begin on the command's own line.
    beginning: String,
}

impl Order for Note {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Note
    }

    fn words(&self, _work: &Work<'_>, _ticket: Option<&Ticket>) -> Result<Option<String>, Notice> {
        Ok((!self.beginning.is_empty()).then(|| self.beginning.clone()))
    }

    fn text_use(&self) -> TextUse {
        TextUse::Note
    }

    fn carry_out(&self, _work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        Ok(Vec::new())
    }
}
