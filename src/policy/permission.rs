//! What one may do: a closed list of permissions, and profiles that hold some of them.
//!
//! A profile says nothing of *which* tickets: that is the matter of roles and teams (see `access`). Profiles of one's own are
//! made from a built-in one by adding and taking away, so that a later version's new permission reaches them as well.

use std::collections::BTreeSet;
use std::fmt;

macro_rules! permissions {
    ($($(#[$meta:meta])* $name:ident = $word:literal, $about:literal, $what:literal;)*) => {
        /// Something that one may be allowed to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Permission {
            $(#[doc = $what] $name,)*
        }

        impl Permission {
            /// All of them, in the order of the manual.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$name),*];

            /// Its name in `staff.toml`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What it lets one do.
            pub const fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }

            /// Is it about one ticket? Then its holder must also be able to see that ticket.
            pub const fn is_about_ticket(self) -> bool {
                match self { $(Self::$name => matches!($about.as_bytes(), b"ticket"),)* }
            }
        }
    };
}

permissions! {
    See = "see", "ticket", "read the tickets that he works on and that team and role open to him";
    SeeAll = "see-all", "desk", "read every ticket";
    Note = "note", "ticket", "write internal notes";
    Reply = "reply", "ticket", "write to the customer";
    Edit = "edit", "ticket", "set priority, category, tags and fields, put on hold and reopen";
    Close = "close", "ticket", "resolve and close";
    AssignSelf = "assign-self", "ticket", "take a ticket";
    AssignOthers = "assign-others", "ticket", "give a ticket to colleagues and teams, and take it from them";
    Contributors = "contributors", "ticket", "add and remove contributors";
    Participants = "participants", "ticket", "add and remove people on the customer's side, and name another requester";
    Merge = "merge", "ticket", "merge, split and link tickets, and move messages between them";
    Forward = "forward", "ticket", "forward a ticket to somebody outside";
    Transcript = "transcript", "ticket", "have a whole ticket mailed to himself";
    Macros = "macros", "ticket", "use canned responses";
    Remind = "remind", "ticket", "have himself reminded, and snooze";
    Escalate = "escalate", "ticket", "raise a ticket to lead and manager";
    ViewContacts = "view-contacts", "desk", "look up customers and their data";
    EditContacts = "edit-contacts", "desk", "change customers' data, and merge contacts";
    ViewSensitive = "view-sensitive", "desk", "read what is masked for others: card numbers and what the admin names";
    AnalyticsOwn = "analytics-own", "desk", "see his own figures";
    AnalyticsCategory = "analytics-category", "desk", "see the figures of his categories";
    AnalyticsTeam = "analytics-team", "desk", "see the figures of his teams";
    AnalyticsAll = "analytics-all", "desk", "see all figures";
    ApproveReplies = "approve-replies", "ticket", "approve or reject the answers of supervised colleagues";
    Train = "train", "desk", "record training, and mentor";
    ReviewQuality = "review-quality", "ticket", "review the quality of answers";
    ManageStaff = "manage-staff", "desk", "add, change and remove staff";
    ManageRules = "manage-rules", "desk", "change routing and service";
    Export = "export", "desk", "export tickets, contacts and the journal";
    Forget = "forget", "desk", "erase a person's data";
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The profiles that every desk has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BuiltIn {
    /// Everything.
    Administrator,
    /// Leads people: sees figures, approves, reviews, manages staff.
    Supervisor,
    /// An agent who merges, forwards, approves and trains.
    SeniorAgent,
    /// Answers.
    Agent,
    /// Reads and notes, and never writes to customers.
    LightAgent,
    /// Whoever takes part in a ticket from outside. Nobody of the staff has it.
    Customer,
}

impl BuiltIn {
    /// All of them, from the most to the least powerful.
    pub const ALL: [Self; 6] =
        [Self::Administrator, Self::Supervisor, Self::SeniorAgent, Self::Agent, Self::LightAgent, Self::Customer];

    /// Its name in `staff.toml`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Supervisor => "supervisor",
            Self::SeniorAgent => "senior-agent",
            Self::Agent => "agent",
            Self::LightAgent => "light-agent",
            Self::Customer => "customer",
        }
    }

    /// May a member of staff have it?
    pub const fn is_for_staff(self) -> bool {
        !matches!(self, Self::Customer)
    }

    /// What it holds besides the profile below it.
    const fn own(self) -> &'static [Permission] {
        use Permission as P;
        match self {
            Self::Customer => &[P::Reply, P::Close],
            Self::LightAgent => &[P::See, P::Note, P::Remind, P::Escalate, P::ViewContacts, P::AnalyticsOwn],
            Self::Agent => &[
                P::Reply,
                P::Edit,
                P::Close,
                P::AssignSelf,
                P::AssignOthers,
                P::Contributors,
                P::Participants,
                P::Transcript,
                P::Macros,
                P::EditContacts,
            ],
            Self::SeniorAgent => &[P::Merge, P::Forward, P::ApproveReplies, P::Train, P::ViewSensitive, P::AnalyticsCategory],
            Self::Supervisor => &[P::ReviewQuality, P::AnalyticsTeam, P::ManageStaff, P::Export],
            Self::Administrator => &[P::SeeAll, P::AnalyticsAll, P::ManageRules, P::Forget],
        }
    }

    /// The profile whose permissions it holds as well.
    const fn below(self) -> Option<Self> {
        match self {
            Self::Administrator => Some(Self::Supervisor),
            Self::Supervisor => Some(Self::SeniorAgent),
            Self::SeniorAgent => Some(Self::Agent),
            Self::Agent => Some(Self::LightAgent),
            Self::LightAgent | Self::Customer => None,
        }
    }
}

/// What somebody may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    name: String,
    permissions: BTreeSet<Permission>,
}

impl Profile {
    /// A profile of one's own: another one with some permissions added and some taken away.
    pub fn derived(name: String, from: &Self, add: &BTreeSet<Permission>, remove: &BTreeSet<Permission>) -> Self {
        let permissions = from.permissions.union(add).filter(|one| !remove.contains(one)).copied().collect();
        Self { name, permissions }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Does it hold this permission?
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }
}

impl From<BuiltIn> for Profile {
    fn from(built_in: BuiltIn) -> Self {
        let chain = std::iter::successors(Some(built_in), |profile| profile.below());
        let permissions = chain.flat_map(|profile| profile.own().iter().copied()).collect();
        Self { name: built_in.as_str().to_owned(), permissions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_holds_everything_and_a_light_agent_never_writes_to_customers() {
        let administrator = Profile::from(BuiltIn::Administrator);
        assert!(Permission::ALL.into_iter().all(|one| administrator.may(one)));
        let light = Profile::from(BuiltIn::LightAgent);
        for outward in [Permission::Reply, Permission::Close, Permission::Forward, Permission::Participants, Permission::Macros] {
            assert!(!light.may(outward), "{outward}");
        }
    }

    #[test]
    fn a_derived_profile_has_what_was_added_and_lacks_what_was_taken() {
        let agent = Profile::from(BuiltIn::Agent);
        let added = BTreeSet::from([Permission::Merge]);
        let own = Profile::derived("night".to_owned(), &agent, &added, &BTreeSet::from([Permission::Close]));
        assert_eq!(own.name(), "night");
        assert!(own.may(Permission::Merge) && own.may(Permission::Reply) && !own.may(Permission::Close));
    }

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<&str> = Permission::ALL.iter().map(|one| one.as_str()).collect();
        assert_eq!(names.len(), Permission::ALL.len());
    }
}
