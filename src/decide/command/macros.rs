//! `#macro name`: a canned response. Its words stand in the mail's text where the command stood: above the mail's own text, in the order
//! of the commands. What it marks the ticket with happens as if it had been ordered by the commands for it.

use crate::domain::{Contact, Notice, Ticket};
use crate::policy::{Macro, MacroFacts, MacroSets, Permission};

use super::super::facts::Question;
use super::marks::{SetCategory, SetPriority, Tag};
use super::order::{Asker, Order, Risk, Scope, Work};
use super::status::Become;
use super::table::{Family, nearest_of};

pub(super) const FAMILY: &[Family] = &[Family {
    name: "macro",
    risk: Risk::Usual,
    usage: "#macro [name]",
    example: "#macro hello",
    english: "puts a canned response above your text; alone it lists them",
    german: "setzt einen Textbaustein über Ihren Text; allein zählt es sie auf",
    read: |argument| match argument {
        "" => Some(Box::new(List)),
        name => (!name.contains(char::is_whitespace)).then(|| Box::new(Use(name.to_owned())) as Box<dyn Order>),
    },
}];

#[derive(Debug)]
struct List;

impl Order for List {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Macros
    }

    fn risk(&self, _usual: Risk) -> Risk {
        Risk::ReadOnly
    }

    fn scope(&self) -> Scope {
        Scope::Desk
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let policy = work.arrival.policy;
        if policy.macros.is_empty() {
            return Ok(vec![Notice::NoMacros]);
        }
        let title =
            |one: &Macro| one.version(&work.member.language, &policy.desk.language).map(|(_, version)| version.title.clone());
        let listed = |one: &Macro| Notice::MacroListed { name: one.name.clone(), title: title(one).unwrap_or_default() };
        Ok(policy.macros.values().map(listed).collect())
    }
}

/// By its name in any case.
#[derive(Debug)]
struct Use(String);

impl Use {
    fn find<'a>(&self, work: &Work<'a>) -> Result<&'a Macro, Notice> {
        let macros = &work.arrival.policy.macros;
        macros.get(&self.0.to_ascii_lowercase()).ok_or_else(|| Notice::NoSuchMacro {
            name: self.0.clone(),
            nearest: nearest_of(&self.0, macros.keys().map(String::as_str)),
        })
    }
}

impl Order for Use {
    fn needs(&self, _asker: &Asker<'_>) -> Permission {
        Permission::Macros
    }

    fn asks(&self) -> Vec<Question> {
        vec![Question::Requester]
    }

    fn words(&self, work: &Work<'_>, ticket: Option<&Ticket>) -> Result<Option<String>, Notice> {
        let response = self.find(work)?;
        let policy = work.arrival.policy;
        let ticket = ticket.ok_or(Notice::NeedsTicket)?;
        let requester = requester(work, ticket);
        let language = policy.language_for(requester, Some(ticket));
        let Some((_, version)) = response.version(language, &policy.desk.language) else { return Ok(None) };
        let mailbox = policy.mailboxes.get(&ticket.mailbox).unwrap_or(work.arrival.mailbox);
        let words = version.words.write(&MacroFacts { ticket, requester, agent: work.member, desk: &policy.desk, mailbox });
        // What follows is a paragraph of its own.
        Ok((!words.is_empty()).then(|| words + "\n"))
    }

    fn carry_out(&self, work: &mut Work<'_>) -> Result<Vec<Notice>, Notice> {
        let response = self.find(work)?;
        let policy = work.arrival.policy;
        let ticket = work.ticket.as_ref().ok_or(Notice::NeedsTicket)?;
        let language = policy.language_for(requester(work, ticket), Some(ticket));
        let title = response.version(language, &policy.desk.language).map(|(_, version)| version.title.clone());
        let mut receipt = vec![Notice::MacroUsed { name: response.name.clone(), title: title.unwrap_or_default() }];
        for order in orders(&response.sets) {
            let needed = order.needs(&Asker { member: work.member, agent: work.agent, ticket: work.ticket.as_ref() });
            if !work.member.profile.may(needed) {
                let command = format!("macro {}", response.name);
                return Err(Notice::NotPermitted { command, permission: needed.as_str().to_owned() });
            }
            receipt.extend(order.carry_out(work)?);
        }
        Ok(receipt)
    }
}

/// Who has asked, if he is known; who is written to for the first time is not.
fn requester<'a>(work: &Work<'a>, ticket: &Ticket) -> Option<&'a Contact> {
    let orders = &work.facts.orders;
    orders.people.get(&ticket.requester).or_else(|| orders.contacts.values().find(|contact| contact.id == ticket.requester))
}

/// The commands that would do the same; the status last, for it may end what the others are allowed in.
fn orders(sets: &MacroSets) -> Vec<Box<dyn Order>> {
    let MacroSets { status, priority, category, add, remove } = sets;
    let mut orders: Vec<Box<dyn Order>> = Vec::new();
    if let Some(priority) = priority {
        orders.push(Box::new(SetPriority(*priority)));
    }
    if let Some(category) = category {
        orders.push(Box::new(SetCategory(category.to_string())));
    }
    if !add.is_empty() || !remove.is_empty() {
        orders.push(Box::new(Tag { add: add.clone(), remove: remove.clone() }));
    }
    if let Some(status) = status {
        orders.push(Box::new(Become { status: *status, named: None }));
    }
    orders
}
