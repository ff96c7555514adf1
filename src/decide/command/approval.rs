//! Answers of those who learn: `#approve`, `#reject`.

use crate::domain::Notice;
use crate::policy::{Member, Permission};

use super::super::approval;
use super::order::{Asker, Order, Risk, TextUse, Work};
use super::table::{Family, alone};

pub(super) const FAMILY: &[Family] = &[
    Family {
        name: "approve",
        risk: Risk::Usual,
        usage: "#approve",
        example: "#approve",
        english: "sends the answer of a supervised colleague; text below it takes the place of the colleague's",
        german: "sendet die Antwort eines begleiteten Kollegen; Text darunter ersetzt dessen Text",
        read: |argument| alone(argument, Approve),
    },
    Family {
        name: "reject",
        risk: Risk::Usual,
        usage: "#reject reason",
        example: "#reject the refund takes ten days, not five",
        english: "gives a supervised colleague's answer back, with your reason",
        german: "gibt die Antwort eines begleiteten Kollegen mit Ihrer Begründung zurück",
        read: |argument| Some(Box::new(Reject(argument.to_owned()))),
    },
];

/// Who may decide is asked where it is done: it depends on whose answer waits.
#[derive(Debug)]
struct Approve;

impl Order for Approve {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn text_use(&self) -> TextUse {
        TextUse::Taken
    }

    fn suits(&self, member: &Member) -> bool {
        !member.is_supervised() && !member.is_shadowing()
    }

    fn keeps_own_steps(&self) -> bool {
        // What was sent cannot be taken back.
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        approval::approve(work)
    }
}

/// The reason, as far as it stands in the command's own line.
#[derive(Debug)]
struct Reject(String);

impl Order for Reject {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn text_use(&self) -> TextUse {
        TextUse::Taken
    }

    fn suits(&self, member: &Member) -> bool {
        !member.is_supervised() && !member.is_shadowing()
    }

    fn keeps_own_steps(&self) -> bool {
        // What was sent cannot be taken back.
        true
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        approval::reject(work, &self.0)
    }
}
