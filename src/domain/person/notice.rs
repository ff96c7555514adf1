//! What there is to say about people; the words stand in `notify`.

use crate::base::Timestamp;

use super::Step;

/// What there is to say about people; the words stand in `notify`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant says what happened; its fields are named for what they hold")]
pub enum PeopleNotice {
    // Absence.
    /// The reader gets this in the place of somebody who is away.
    InsteadOf {
        name: String,
        until: Option<Timestamp>,
    },
    /// The reader's absence is written down.
    AwaySet {
        name: String,
        from: Timestamp,
        until: Option<Timestamp>,
    },
    /// Somebody is here again.
    BackSet {
        name: String,
    },
    /// The reader has said that he is away.
    YouAreAway {
        from: Timestamp,
        until: Option<Timestamp>,
    },
    /// The reader has said that he is here.
    YouAreBack,
    /// Who stands in for the reader.
    StoodInBy {
        name: String,
    },
    /// Nobody stands in for the reader; whether he may name somebody.
    NobodyStandsIn {
        may_name: bool,
    },
    /// What whoever stands in for the reader is told.
    NoteKept {
        note: String,
    },
    /// Who is to stand in is away then too.
    SubstituteAway {
        name: String,
    },
    /// What somebody who is away wants to be known.
    NoteFrom {
        name: String,
        note: String,
    },
    /// Nobody stands in for himself.
    OwnSubstitute,
    /// The absence ends before it begins.
    EndsBeforeItBegins,
    /// An absence note of this person was taken at its word.
    AbsenceLearned {
        name: String,
        until: Timestamp,
    },
    /// An absence note of this person; what to write so that it counts. None: it names no day.
    AbsenceOffered {
        name: String,
        until: Option<Timestamp>,
        order: String,
    },
    /// The reader stands in for somebody from now on.
    StandsIn {
        name: String,
        until: Option<Timestamp>,
        tickets: u32,
    },
    /// A ticket was given to the reader, or to his team, because who had it is away.
    MovedFromAbsent {
        name: String,
        until: Option<Timestamp>,
    },
    /// The same of several tickets.
    TheseFromAbsent {
        name: String,
        until: Option<Timestamp>,
    },
    /// Several tickets were somebody's who has left.
    TheseFromLeaver {
        name: String,
    },
    /// The reader is back: he has been away since then.
    WelcomeBack {
        since: Timestamp,
    },
    /// Of one ticket, what happened meanwhile.
    MeanwhileOf {
        ticket: String,
        subject: String,
        status: String,
        messages: u32,
        answers: u32,
        with: String,
    },
    /// Nothing happened in his tickets.
    MeanwhileNothing,

    /// What belongs to no ticket carries no reply address that would show whose it is.
    AskedWithoutTicket,

    // Preferences.
    /// The letters that the reader gets from now on.
    NotifySet {
        letters: Vec<String>,
    },
    /// Whether he gets the daily overview.
    DigestSet {
        on: bool,
    },
    /// Letters that `#notify` calls so are wanted from now on, or not.
    NotifySwitched {
        name: String,
        is_on: bool,
    },
    /// Which letters the reader gets and which not, by the names that `#notify` takes.
    NotifyList {
        on: Vec<String>,
        off: Vec<String>,
    },

    // Training.
    /// A module that is to be done, with what to read.
    ModuleDue {
        module: String,
        material: String,
    },
    /// The same, of somebody whom the reader trains.
    LearnerDue {
        name: String,
        modules: Vec<String>,
    },
    /// A certification ends; of the reader, or of somebody whom he trains.
    CertificationEnds {
        name: String,
        certification: String,
        until: Timestamp,
    },
    /// Somebody has come to a step.
    StepReached {
        name: String,
        step: Step,
    },
    /// Somebody has done a module.
    ModuleDone {
        name: String,
        module: String,
    },
    /// What somebody has done and what is next.
    Progress {
        name: String,
        step: Option<Step>,
        done: Vec<String>,
        next: Vec<String>,
    },
    /// Somebody is certified; none: for good.
    CertifiedIn {
        certification: String,
        until: Option<Timestamp>,
    },
    /// How well somebody does something, from 1 to 5.
    AssessedIn {
        skill: String,
        level: u8,
    },
    /// What a trainer wrote down, and when.
    TrainingNote {
        at: Timestamp,
        text: String,
    },
    /// It was written down for somebody; the same three.
    CertificateGiven {
        name: String,
        certification: String,
        until: Option<Timestamp>,
    },
    SkillAssessed {
        name: String,
        skill: String,
        level: u8,
    },
    NoteWritten {
        name: String,
    },
    /// The writer is neither above this person nor in a team with him.
    NotTrainer {
        name: String,
    },
    /// Nobody writes down his own progress.
    NotOneself,
    /// There is no such module; the nearest ones, or all of them.
    NoSuchModule {
        module: String,
        nearest: Vec<String>,
    },
    /// A level that there is not.
    NoSuchLevel,
    /// Who is led to such a step needs a mentor.
    NeedsMentor {
        name: String,
    },

    // Practice.
    /// A module has nothing to practise on.
    NothingToPractise {
        module: String,
    },
    /// Who never writes to customers need not practise it.
    NeverAnswers {
        name: String,
    },
    /// The reader is to practise on this ticket; who wants it, unless the operator.
    PracticeGiven {
        module: String,
        by: Option<String>,
    },
    /// Tickets to practise on were opened for somebody.
    PracticeOpened {
        name: String,
        tickets: Vec<String>,
    },
    /// The reader's answer went to this person, and to nobody else.
    PracticeWaits {
        mentor: String,
    },
    /// This person's practice answer waits for the reader.
    PracticeAnswer {
        name: String,
        module: String,
    },
    /// The reader has approved it.
    PracticeApproved {
        name: String,
        is_edited: bool,
    },
    /// The reader has given it back.
    PracticeReturned {
        name: String,
    },
    /// The reader's practice answer was approved.
    PracticePassed {
        by: String,
        is_edited: bool,
    },
    /// The reader's practice answer was given back.
    PracticeFailed {
        by: String,
        reason: String,
    },
    /// A command that leads out of a practice ticket, or into one.
    PracticeStaysInside {
        command: String,
    },

    // Shadowing.
    /// The reader gets this because he shadows this person.
    ShadowOf {
        name: String,
    },
    /// The reader's words went to his mentor alone.
    ShadowWordsKept {
        mentor: String,
    },
    /// The words of who shadows the reader.
    ShadowWords {
        name: String,
    },

    // Supervision.
    /// The reader's answer waits for this person.
    DraftWaits {
        mentor: String,
    },
    /// This person's answer waits for the reader.
    DraftToApprove {
        name: String,
    },
    /// It waits since then.
    DraftStillWaits {
        name: String,
        since: Timestamp,
    },
    /// The customer has written since the draft.
    DraftOvertakenByCustomer,
    /// A colleague has answered since the draft.
    DraftOvertakenByAnswer {
        name: String,
    },
    /// It takes the place of the one before.
    DraftReplaces,
    /// The reader has approved it.
    DraftSent {
        name: String,
        is_edited: bool,
    },
    /// The reader has sent it back.
    DraftReturned {
        name: String,
    },
    /// The reader's answer was approved and sent.
    ReplyApproved {
        by: String,
        is_edited: bool,
    },
    /// The reader's answer was not sent.
    ReplyRejected {
        by: String,
        reason: String,
    },
    /// Nothing waits for approval here.
    NoDraft,
    /// The letter that is answered shows another answer than the one that waits.
    DraftChanged,
    /// The reader may not approve this person's answers.
    NotMentor {
        name: String,
    },
    /// One who learns may not approve.
    NotIndependent,
    /// Who reads along writes to no customer.
    ShadowsOnly,
    /// A rejection needs its reason.
    RejectionNeedsReason,
    /// A note beside a command that takes the text below it: it might go out.
    NoteBesideDecision {
        command: String,
    },
}
