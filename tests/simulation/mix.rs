//! What a world is made of: every seed draws its own mix, and leaves much of it out, so that rare things meet.

use super::chance::Chance;

/// Sizes, and how often things happen, in a thousand.
#[derive(Clone, Debug)]
pub(super) struct Mix {
    /// Steps with faults.
    pub(super) steps: u64,
    pub(super) mailboxes: usize,
    pub(super) customers: usize,
    /// Messages that people write by themselves, all together.
    pub(super) most_messages: u64,
    /// A customer begins a conversation in a step.
    pub(super) writes: u64,
    /// A customer answers a letter.
    pub(super) answers: u64,
    /// A message goes to two of our mailboxes.
    pub(super) two_mailboxes: u64,
    /// A message arrives twice.
    pub(super) twice: u64,
    /// Somebody poses as somebody else.
    pub(super) spoofs: u64,
    /// Somebody sends dozens of messages at once.
    pub(super) floods: u64,
    /// Bytes that are hardly a message.
    pub(super) broken: u64,
    /// Customers whose machines answer: without any mark, with all of them, writing unasked.
    pub(super) unmarked_responders: usize,
    pub(super) marked_responders: usize,
    pub(super) machines: usize,
    /// The relay does not take a letter now, refuses it, takes or loses it without an answer.
    pub(super) defers: u64,
    pub(super) refuses: u64,
    pub(super) loses_answers: u64,
    /// A letter comes back as a bounce, or as it is.
    pub(super) bounces: u64,
    pub(super) returns: u64,
    /// A letter arrives twice.
    pub(super) repeats: u64,
    /// A mailbox cannot be reached in a step; a message cannot be filed or fetched.
    pub(super) mailbox_down: u64,
    pub(super) not_filed: u64,
    /// The clock jumps in a step; the settings change; the admin looks into the quarantine.
    pub(super) jumps: u64,
    pub(super) settings: u64,
    pub(super) admin: u64,
    /// The process dies at a commit, or somewhere between two of them.
    pub(super) deaths: u64,
    /// Deaths in one step; three of one message make it poison.
    pub(super) most_deaths: u32,
    /// The desk is open from nine to five only.
    pub(super) office_hours: bool,
    pub(super) verified_senders: bool,
    /// How tickets are given to the team: 0 not, 1 in turn, 2 by load.
    pub(super) assign: u64,
    pub(super) closing_warnings: bool,
    pub(super) claim: usize,
    /// Inputs of other sorts join the group of a hand-over.
    pub(super) mixed_groups: bool,
}

impl Mix {
    /// The mix of a seed.
    pub(super) fn draw(seed: u64) -> Self {
        let mut chance = Chance::about(seed, &["mix"]);
        let mut often = |most: u64| if chance.hits(500) { 0 } else { 1 + chance.below(most) };
        let (two_mailboxes, twice, spoofs, floods, broken) = (often(300), often(300), often(300), often(60), often(150));
        let (unmarked, marked, machines) = (often(2), often(2), often(1));
        let (defers, refuses, loses_answers) = (often(300), often(150), often(300));
        let (bounces, returns, repeats) = (often(150), often(80), often(300));
        let (mailbox_down, not_filed, jumps) = (often(300), often(300), often(120));
        let (settings, admin, deaths) = (often(150), often(300), often(120));
        let count = |number: u64| usize::try_from(number).expect("small");
        let mix = Self {
            steps: 8 + chance.below(20),
            mailboxes: 2 + count(chance.below(2)),
            customers: 2 + count(chance.below(5)),
            most_messages: 20 + chance.below(40),
            writes: 60 + chance.below(200),
            answers: 100 + chance.below(500),
            two_mailboxes,
            twice,
            spoofs,
            floods,
            broken,
            unmarked_responders: count(unmarked),
            marked_responders: count(marked),
            machines: count(machines),
            defers,
            refuses,
            loses_answers,
            bounces,
            returns,
            repeats,
            mailbox_down,
            not_filed,
            jumps,
            settings,
            admin,
            deaths: if chance.hits(800) { deaths.max(20) } else { 0 },
            most_deaths: if chance.hits(700) { 2 } else { 6 },
            office_hours: chance.hits(500),
            verified_senders: chance.hits(600),
            assign: chance.below(3),
            closing_warnings: chance.hits(700),
            claim: 1 + count(chance.below(16)),
            mixed_groups: chance.hits(500),
        };
        // Where many deaths are allowed they come thick: only then does one message die three times.
        let is_deadly = mix.deaths > 0 && mix.most_deaths > 2;
        Self { deaths: if is_deadly { mix.deaths.max(300) } else { mix.deaths }, ..mix }
    }

    /// Do crashes leave no trace but letters sent twice? Waits between attempts count attempts, so with a relay that makes
    /// letters wait a crash moves later things in time; and the third death of a message sets it aside.
    pub(super) const fn is_comparable(&self) -> bool {
        self.defers == 0 && self.loses_answers == 0 && self.most_deaths <= 2 && self.deaths > 0
    }
}
