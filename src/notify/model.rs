//! What templates are given.

use serde::Serialize;

/// Everything a template may show. Times are written out in the reader's zone and language by whoever fills it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Model {
    /// The desk's name.
    pub desk: String,
    /// The reader's name, empty if not known.
    pub reader: String,
    /// The ticket.
    pub ticket: Option<TicketView>,
    /// The message it is about.
    pub message: Option<MessageView>,
    /// Earlier messages of the ticket, newest first, bounded.
    pub history: Vec<MessageView>,
    /// How many more there are than `history` shows.
    pub history_left_out: u32,
    /// Sentences that the kind of letter brings along.
    pub sentences: Vec<String>,
    /// How long the customer has waited, for reminders and escalations: `2d 3h`.
    pub waited: String,
    /// Who was told before.
    pub told: Vec<String>,
    /// Tickets that it lists.
    pub sections: Vec<SectionView>,
    /// How many tickets there are to list.
    pub list_total: u32,
    /// How many of them are not listed.
    pub list_left_out: u32,
    /// Text that was not sent, so that its writer does not lose it.
    pub unsent: String,
    /// What a confirmation is written with where it cannot come back to an address of its own.
    pub code: String,
    /// Subject of the message that is answered, where there is no ticket.
    pub subject: String,
    /// The reader may write to the customer (a light agent may not).
    pub may_reply: bool,
    /// Who approves what the reader writes to customers; empty where he needs nobody.
    pub supervisor: String,
    /// Whom the reader shadows: his words go to that person alone; empty where he shadows nobody.
    pub shadows: String,
    /// The reader belongs to the staff, so that a reply comes into the ticket at all (an operator may not).
    pub may_note: bool,
    /// A letter is late, but not given up yet.
    pub is_delayed: bool,
    /// Name under which the answer goes to the customer.
    pub signature: String,
    /// The tickets that were asked for.
    pub list: ListView,
    /// What an invitation to the staff says.
    pub invitation: Option<InvitationView>,
    /// Articles that may help, the best first.
    pub articles: Vec<ArticleView>,
    /// The customer may close the ticket by a word.
    pub may_close: bool,
    /// Figures that were asked for.
    pub report: Option<ReportView>,
    /// How a survey can be answered besides by a reply.
    pub survey: Option<SurveyView>,
    /// How a ticket was handled: what is asked of it, or was said.
    pub review: Option<ReviewView>,
    /// What is not as it should be.
    pub alerts: Vec<AlertView>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AlertView {
    /// What it is, with its figure.
    pub title: String,
    /// What was counted, where the limit lies, what is usual.
    pub sentences: Vec<String>,
    /// Tickets behind it that the reader may see.
    pub tickets: Vec<ListedView>,
    /// How many tickets are behind it.
    pub total: u64,
    /// Not all of them are shown.
    pub is_part: bool,
    /// Orders that an answer to one of the tickets may give.
    pub orders: Vec<String>,
    /// The order that brings figures about it, empty where there is none.
    pub figures: String,
    /// The address that takes such an order in a new mail.
    pub address: String,
}

/// An article as it is offered. All of it is the desk's own text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ArticleView {
    /// What it is about.
    pub title: String,
    /// How it begins; empty where a link leads to all of it.
    pub opening: String,
    /// Where it can be read, empty if nowhere.
    pub link: String,
    /// Its file below the configuration's directory, for the staff alone.
    pub file: String,
}

/// A report: figures, and pictures with what they come to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReportView {
    /// What it is called.
    pub title: String,
    /// Of which time.
    pub period: String,
    /// The zone of its days and hours.
    pub zone: String,
    /// Whose work it is about; empty where that is said by nobody.
    pub whose: String,
    /// Nothing was counted.
    pub is_empty: bool,
    /// Its table, in pieces that fit a mail.
    pub figures: Vec<FigureView>,
    /// Its pictures.
    pub pictures: Vec<PictureView>,
    /// What each figure means.
    pub meanings: Vec<String>,
}

/// Figures below each other.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FigureView {
    /// The heads of the columns, that of the names first.
    pub heads: Vec<String>,
    /// The rows, the name first.
    pub rows: Vec<Vec<String>>,
    /// Rows at the end that sum up.
    pub sums: Vec<Vec<String>>,
    /// The same as text.
    pub text: String,
}

/// A picture of a report.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PictureView {
    /// Where it is found: `cid:…`; empty where there is none.
    pub source: String,
    /// What it shows.
    pub title: String,
    /// What it comes to, in words.
    pub finding: String,
    /// The same figures.
    pub figures: FigureView,
}

/// Prepared answers to the question whether somebody was satisfied; none where the mailbox can take no such addresses.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SurveyView {
    /// One for each rating, the best first.
    pub choices: Vec<ChoiceView>,
    /// Where to write in order not to be asked again; empty where there is no such address.
    pub decline: String,
}

/// A prepared answer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChoiceView {
    /// 1 to 5.
    pub rating: u8,
    /// Where it goes.
    pub address: String,
}

/// A review of how a ticket was handled.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReviewView {
    /// Whose work it is about.
    pub agent: String,
    /// Who is asked, or has said it.
    pub reviewer: String,
    /// By what it is judged; of a result what was scored.
    pub criteria: Vec<CriterionView>,
    /// What was said besides, empty if nothing.
    pub comment: String,
    /// What was said last counts no more.
    pub is_taken_back: bool,
}

/// Something that the work is judged by.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CriterionView {
    /// What is typed in `#score`.
    pub name: String,
    /// What is asked, empty if it is asked no more.
    pub question: String,
    /// 1 to 5, empty if there is no score.
    pub score: String,
}

/// What somebody must know who is invited to the staff.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InvitationView {
    /// The short name that colleagues use in commands.
    pub name: String,
    /// The name of his profile.
    pub profile: String,
    /// His teams.
    pub teams: Vec<String>,
    /// The desk's addresses, which customers write to.
    pub addresses: Vec<String>,
    /// Until when it can be answered.
    pub until: String,
    /// The commands that his profile may use.
    pub commands: Vec<CommandView>,
}

/// A command as people read it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CommandView {
    /// How it is typed.
    pub usage: String,
    /// What it does.
    pub does: String,
}

/// A ticket as its readers see it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TicketView {
    /// Its number.
    pub number: u32,
    /// Its subject on one line.
    pub subject: String,
    /// Its status.
    pub status: String,
    /// Its priority.
    pub priority: String,
    /// Its team, empty if none.
    pub team: String,
    /// Who has it, empty if nobody.
    pub assignee: String,
    /// Whether the reader himself has it.
    pub is_mine: bool,
    /// The requester's name or address.
    pub requester: String,
    /// The requester's address (staff see it), empty if there is none to write to.
    pub requester_address: String,
    /// The requester's name and address, or what there is of them.
    pub requester_shown: String,
    /// The requester's organisation and telephone number, as far as they are known and for the reader.
    pub requester_known: String,
    /// When it was opened.
    pub opened: String,
    /// When the next answer is due, or was; empty if none is.
    pub due: String,
    /// It should have been answered by then.
    pub is_overdue: bool,
    /// By when it is to be resolved, empty where nothing is promised.
    pub resolution_due: String,
    /// Its tags, sorted.
    pub tags: Vec<String>,
    /// Its category, empty if none.
    pub category: String,
    /// Tickets that belong to it: `#17`.
    pub linked: Vec<String>,
    /// Somebody practises on it.
    pub is_practice: bool,
    /// Who practises; empty where the reader does, or nobody.
    pub practice_learner: String,
    /// Who looks at what the reader practises; empty where he does not.
    pub practice_guide: String,
}

/// Tickets below one heading.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SectionView {
    /// The heading.
    pub title: String,
    /// The tickets.
    pub tickets: Vec<ListedView>,
}

/// A ticket in a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ListedView {
    /// Its number.
    pub number: u32,
    /// Its subject on one line.
    pub subject: String,
    /// The requester's name or address.
    pub requester: String,
    /// Who has it, empty if nobody or the reader himself.
    pub assignee: String,
    /// What is due or was, and when.
    pub what: String,
    /// The address at which the reader can answer it, empty if there is none.
    pub answer: String,
}

/// A message of a ticket as its readers see it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MessageView {
    /// Who wrote it, by name or address.
    pub author: String,
    /// When.
    pub at: String,
    /// Its new text, possibly clipped.
    pub text: String,
    /// Names of its files.
    pub attachments: Vec<String>,
    /// What its reader must be warned of.
    pub flags: Vec<String>,
    /// Written by a customer or other outsider.
    pub is_customer: bool,
    /// For the staff only.
    pub is_note: bool,
    /// Written by a machine.
    pub is_automatic: bool,
    /// The split into new and quoted text is doubtful; the whole text is shown.
    pub is_doubtful: bool,
}

/// Tickets that somebody asked for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ListView {
    /// The list's name, empty for a search.
    pub name: String,
    /// The question as it was typed.
    pub question: String,
    /// How many there are.
    pub total: usize,
    /// The first of them.
    pub rows: Vec<RowView>,
    /// How many more there are.
    pub more: usize,
    /// What must be said of the answer, empty if nothing.
    pub remark: String,
    /// A closer question, as an example.
    pub closer: String,
    /// Other lists that can be asked for: `#list mine`.
    pub others: Vec<String>,
    /// What a question may ask: `status:`.
    pub filters: Vec<String>,
    /// A new mail can ask for one of them.
    pub may_show: bool,
    /// The desk's address.
    pub address: String,
}

/// A ticket in a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RowView {
    /// Its number.
    pub number: u32,
    /// Its subject on one line.
    pub subject: String,
    /// Its status.
    pub status: String,
    /// Its priority.
    pub priority: String,
    /// Its team, empty if none.
    pub team: String,
    /// Who has it, empty if nobody.
    pub assignee: String,
    /// Whether the reader himself has it.
    pub is_mine: bool,
    /// The requester's name or address.
    pub requester: String,
    /// When it was opened.
    pub opened: String,
    /// How long ago that was, in its largest unit: `3d`; empty if less than a minute.
    pub age: String,
    /// When the next answer is due, empty if none is.
    pub due: String,
    /// The answer should have been there by now.
    pub is_overdue: bool,
    /// What opens a mail that asks for it, empty if none can.
    pub link: String,
}
