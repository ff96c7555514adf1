//! What each figure means: what starts it, what stops it, what is left out. Reports print these sentences below their tables.

macro_rules! measures {
    ($($name:ident = $title:literal, $definition:literal;)*) => {
        /// A figure of a report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Measure {
            $(#[doc = $definition] $name,)*
        }

        impl Measure {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The head of its column.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)*
                }
            }

            /// What it means.
            pub const fn definition(self) -> &'static str {
                match self {
                    $(Self::$name => $definition,)*
                }
            }
        }
    };
}

measures! {
    Opened = "opened", "Tickets that were opened, those that later turned out to be spam among them.";
    Resolved = "resolved", "Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.";
    Dismissed = "dismissed", "Unfinished tickets that became spam or went on in another ticket.";
    Reopened = "reopened", "Finished tickets that became unfinished again, by a reply or by an order.";
    Backlog = "backlog", "Tickets that were new, open, pending or on hold at the end of the time.";
    BacklogAge = "age", "The median age of the backlog: from the opening of each of its tickets to the end of the time.";
    FirstResponse = "first response", "From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.";
    NextResponse = "next response", "From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.";
    Resolution = "resolution", "From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.";
    WithinSla = "within SLA", "Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.";
    Replies = "replies", "Answers of persons to customers.";
    Touches = "touches", "Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.";
    Escalated = "escalated", "Tickets of which the next one up was told that a customer waits; once until the ticket is finished.";
    TimeSpent = "time spent", "Work that was put down with #time, in whole minutes.";
    RuleTook = "took", "Tickets that a routing rule took when they were opened; a ticket may be taken by several.";
    Corrected = "corrected", "Tickets that a member of the staff gave to another team afterwards.";
    Acknowledged = "acknowledged", "Acknowledgements that were written.";
    Withheld = "withheld", "Automatic letters that were not written, so that mail does not go round or grow too much.";
    Bounced = "bounced", "Letters that came back.";
    Quarantined = "quarantined", "Messages that were set aside for the operator.";
}
