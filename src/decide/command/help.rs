//! `#help`: what the reader may order, from the table of all commands.

use crate::domain::Notice;
use crate::policy::Permission;

use super::order::{Asker, Order, Risk, Scope, Work};
use super::table::{Family, all, alone, is_open};

pub(super) const FAMILY: &[Family] = &[Family {
    name: "help",
    risk: Risk::ReadOnly,
    usage: "#help",
    example: "#help",
    english: "tells what you can order by mail",
    german: "sagt, was Sie per Mail anordnen können",
    read: |argument| alone(argument, Help),
}];

#[derive(Debug)]
struct Help;

impl Order for Help {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::See
    }

    fn scope(&self) -> Scope {
        Scope::Desk
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let asker = Asker { member: work.member, agent: work.agent, ticket: work.ticket.as_ref() };
        // What he may not do is not told: everybody reads a list that he can use.
        Ok(all().filter(|family| is_open(family, &asker)).map(told).collect())
    }
}

fn told(family: &'static Family) -> Notice {
    Notice::CommandHelp {
        usage: family.usage.to_owned(),
        example: family.example.to_owned(),
        english: family.english.to_owned(),
        german: family.german.to_owned(),
    }
}
