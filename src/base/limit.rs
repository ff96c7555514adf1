//! Every bound of the program, each with its reason. A bound that an admin may move has its default here.

use super::Span;

/// RFC 5321 §4.5.3.1.1: a local part has at most 64 octets.
pub const LOCAL_PART_BYTES: usize = 64;
/// RFC 5321 §4.5.3.1.2: a domain has at most 255 octets.
pub const DOMAIN_BYTES: usize = 255;
/// RFC 5322 §2.1.1: a line has at most 998 characters, and an identifier cannot be folded.
pub const MESSAGE_ID_BYTES: usize = 900;
/// Conditions inside one another in a canned response; more can be read by nobody.
pub const MACRO_DEPTH: usize = 8;
/// Articles that a letter offers; more are read by nobody.
pub const ARTICLES_OFFERED: usize = 3;
/// Fitting articles that are looked at before it is known who may read which.
pub const ARTICLES_RANKED: usize = 20;
/// Memory of one compiled pattern of the mask.
pub const MASK_REGEX_BYTES: usize = 1024 * 1024;
/// References kept of a message: the last ones lead to its ticket, and header lines stay short.
pub const REFERENCES: usize = 20;
/// A raw message larger than this is kept but not parsed. Common servers refuse above 25 to 50 MB.
pub const MESSAGE_BYTES: usize = 64 * 1024 * 1024;
/// Header block of a message; real ones stay under 100 KB.
pub const HEADER_BYTES: usize = 1024 * 1024;
/// Nesting of MIME parts. Real mail stays under 10; mail-parser recurses and 50,000 overflow its stack.
pub const MIME_DEPTH: usize = 50;
/// MIME parts of a message.
pub const MIME_PARTS: usize = 2000;
/// Recipients read from To and Cc each.
pub const RECIPIENTS: usize = 500;
/// Characters of a subject that are kept.
pub const SUBJECT_CHARS: usize = 500;
/// Characters of a display name that are kept.
pub const NAME_CHARS: usize = 120;
/// Characters of an attachment's name that are kept; file systems allow 255 bytes.
pub const FILE_NAME_CHARS: usize = 120;
/// Text of one message that is read, trimmed and shown, in bytes; the raw message is kept whole.
pub const TEXT_BYTES: usize = 1024 * 1024;
/// HTML of one message that is turned into text, in bytes.
pub const HTML_BYTES: usize = 4 * 1024 * 1024;
/// Open HTML elements; deeper ones are flattened.
pub const HTML_DEPTH: usize = 200;
/// Lines the trimmer looks at.
pub const TRIM_LINES: usize = 20_000;
/// Plans that share one fsync.
pub const GROUP_PLANS: usize = 64;
/// Messages that are read ahead of the one being decided on.
pub const READ_AHEAD: usize = 8;
/// A stack for reading hostile mail: [`MIME_DEPTH`] bounds how deep it goes, and a thread's usual 2 MiB are few.
pub const READING_STACK_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of messages that share one fsync.
pub const GROUP_BYTES: usize = 32 * 1024 * 1024;
/// Size at which a new spool pack is begun.
pub const PACK_BYTES: u64 = 64 * 1024 * 1024;
/// Size at which a new journal segment is begun.
pub const SEGMENT_BYTES: u64 = 64 * 1024 * 1024;
/// One journal record; a plan of one message has a few KB.
pub const RECORD_BYTES: usize = 16 * 1024 * 1024;
/// What sled may keep in its cache, in bytes as it counts them; in memory they take more. Its own default is 1 GiB.
pub const SLED_CACHE_BYTES: u64 = 10 * 1024 * 1024;
/// What may be spent on knowing which rows are not there, in bytes: some fifteen million rows. Beyond it sled is asked each time.
pub const SIEVE_BYTES: usize = 32 * 1024 * 1024;
/// Records between two checkpoints, at which sled is flushed and synced.
pub const CHECKPOINT_RECORDS: u64 = 4096;
/// Strikes after which a message that cannot be read is set aside.
pub const POISON_STRIKES: u32 = 3;
/// Tickets one Message-ID may lead to; more means somebody squats on it.
pub const TICKETS_PER_MESSAGE_ID: usize = 4;
/// Inputs that wait for the writer; senders wait when it is full.
pub const WRITER_QUEUE: usize = 256;
/// Questions to one member of staff in an hour whether a mail is his, where it came through his reply address (SECURITY.md 1.5).
pub const CONFIRMATIONS_WITH_TOKEN: u32 = 60;
/// The same where it did not.
pub const CONFIRMATIONS: u32 = 5;
/// How long such a question may be answered, where the mail came through the reply address and nothing about it is dangerous.
pub const CONFIRM_WITHIN_WITH_TOKEN: Span = Span::from_hours(4);
/// The same otherwise.
pub const CONFIRM_WITHIN: Span = Span::from_minutes(15);
/// Forged mails under one name within an hour that lock the name: a slip of one's own mail program is not three.
pub const FORGERIES_PER_HOUR: usize = 3;
/// How long a name stays locked: whoever forges tries for hours, not for weeks.
pub const LOCKED_FOR: Span = Span::from_hours(24);
/// How old a mail of the staff may be by its Date: older than any outage that lets mail wait, younger than an archive.
pub const COMMAND_AGE: Span = Span::from_days(7);
/// How far its Date may lie ahead: a wrong clock or zone, not another day.
pub const COMMAND_AHEAD: Span = Span::from_hours(24);
/// How long a mail of the staff waits for a resolver that does not answer (SECURITY.md F46).
pub const KEYS_AWAITED: Span = Span::from_hours(1);
/// DKIM signatures of one message that are verified; real mail has one to three.
pub const SIGNATURES: usize = 8;
/// Deadlines one tick works off, so that mail is not kept waiting.
pub const DUE_PER_TICK: usize = 64;
/// Outbox items that are claimed at once; several connections share them.
pub const CLAIM_ITEMS: usize = 16;
/// Sent but unrecorded items of one connection; all of them may be sent twice after a crash.
pub const UNRECORDED_SENT: usize = 8;
/// How long an outgoing message is tried (RFC 5321 §4.5.4.1: 4 to 5 days).
pub const OUTBOX_AGE: Span = Span::from_days(5);
/// Earlier messages of a ticket that a notification shows.
pub const HISTORY_ENTRIES: usize = 6;
/// Characters of each earlier message that a notification shows.
pub const HISTORY_CHARS: usize = 4000;
/// Attachments of a customer that a notification carries, in bytes; larger ones are named. Phones and mailbox quotas.
pub const NOTIFICATION_ATTACHMENT_BYTES: usize = 10 * 1024 * 1024;
/// A letter's body of so many bytes is kept once for several recipients; a shorter one is not worth a frame and a row of its own.
pub const SHARED_BODY_BYTES: usize = 4096;
/// Commands in one mail.
pub const COMMANDS: usize = 10;
/// How long what was ordered by mail can be taken back (SECURITY.md 1.2).
pub const UNDO_AGE: Span = Span::from_days(7);
/// Mails of commands of one ticket that can be taken back: the row stays small.
pub const UNDO_KEPT: usize = 8;
/// Answers of one ticket that wait for a word of their writers, one each.
pub const HELD_KEPT: usize = 8;
/// Merged tickets that are followed from one to the next.
pub const MERGES: usize = 16;
/// Entries of a ticket that are looked at for merging, splitting and moving; a longer conversation is refused.
pub const MOVED_ENTRIES: u32 = 200;
/// Drain time after SIGTERM; systemd waits longer.
pub const DRAIN: Span = Span::from_seconds(25);
/// Statuses a ticket remembers for counting pauses; tickets that change hands more often are rare, and rows stay small.
pub const TICKET_TURNS: usize = 64;
/// Things that wait to be told to one person at once; a longer list nobody reads, and the morning's mail has the rest.
pub const ROUND_NUDGES: usize = 100;
/// Tickets that a letter lists; who has more has other troubles than a longer list.
pub const LISTED_TICKETS: usize = 50;
/// How long somebody is left alone after he was told what is due.
pub const ROUND: Span = Span::from_minutes(15);
/// Rows of a kind that the operator's daily mail counts; of a longer queue it is enough to know that it is long.
pub const DIGEST_ROWS: usize = 1000;
/// Messages on their way from mail servers into the desk, in bytes: one of the largest, and others beside it.
pub const DELIVERING_BYTES: usize = MESSAGE_BYTES + GROUP_BYTES;
/// Connections that send at the same time: one that hangs leaves the others free.
pub const LANES: usize = 4;
/// Tickets that a search looks at, the newest first.
pub const SEARCH_TICKETS: usize = 10_000;
/// Texts of messages that a search reads: it is done where mail is taken in, which waits for it (about half a second).
pub const SEARCH_TEXTS: usize = 4000;
/// Tickets that a search shows.
pub const SEARCH_FOUND: usize = 200;
/// Tickets that a list in a mail shows.
pub const LISTED: usize = 50;
/// Memory in which the full-text index collects what it will write; tantivy's least is 15 MB.
pub const INDEX_HEAP_BYTES: usize = 20_000_000;
/// Characters of one message that can be found by its words.
pub const INDEX_TEXT_CHARS: usize = 200_000;
/// Records of the journal that the full-text index is handed at once: mail that arrives meanwhile waits some milliseconds.
pub const FOLLOW_RECORDS: usize = 64;
/// Text that it is handed at once, in bytes, before another batch is begun.
pub const FOLLOW_BYTES: usize = 2 * 1024 * 1024;
/// Records that it is handed at most while somebody waits for an answer: about half a second.
pub const CATCH_UP_RECORDS: usize = 6400;
/// How long somebody who asks waits for the index at most (DESIGN section 5).
pub const INDEX_WAIT: Span = Span::from_seconds(2);
/// How long the desk waits at most until the index has room for the next batch.
pub const INDEX_ROOM: Span = Span::from_millis(200);
/// Entries of a ticket that somebody has asked for.
pub const SHOWN_ENTRIES: usize = 20;
/// Entries of a ticket's transcript, and characters of all of them.
pub const TRANSCRIPT_ENTRIES: usize = 500;
/// Characters of a transcript: about 500 pages.
pub const TRANSCRIPT_CHARS: usize = 1_000_000;
/// Files of a transcript, in bytes; common servers refuse above 25 MB, and base64 adds a third.
pub const TRANSCRIPT_FILE_BYTES: usize = 15 * 1024 * 1024;
/// Characters of a question for tickets.
pub const QUERY_CHARS: usize = 500;
/// Contacts that a list looks at, the newest first: it is done where mail is taken in, which waits for it.
pub const SEARCH_CONTACTS: usize = 20_000;
/// Fields of one desk's contacts: a card is still read at a glance.
pub const CONTACT_FIELDS: usize = 50;
/// Tickets that change hands when contacts are merged: they stand in one record, and the desk does nothing else meanwhile.
pub const MERGED_TICKETS: usize = 2000;
/// Saved questions of one desk.
pub const VIEWS: usize = 200;
/// Rules of one desk.
pub const RULES: usize = 20_000;
/// Memory of one compiled regular expression, in bytes.
pub const REGEX_BYTES: usize = 1024 * 1024;
/// Acknowledgements to one address in 24 hours (SECURITY.md 2.2).
pub const ACKS_PER_ADDRESS: u32 = 3;
/// Acknowledgements to one domain in an hour.
pub const ACKS_PER_DOMAIN: u32 = 30;
/// Acknowledgements to one free-mail domain in an hour.
pub const ACKS_PER_FREE_MAIL_DOMAIN: u32 = 300;
/// Acknowledgements of the desk in an hour.
pub const ACKS_GLOBAL: u32 = 200;
/// Automatic mails of one ticket to one recipient in 24 hours.
pub const AUTOMATIC_PER_TICKET: u32 = 6;
/// New tickets from one address in an hour; the surplus is set aside.
pub const TICKETS_PER_ADDRESS: u32 = 20;
/// New tickets from one domain in an hour.
pub const TICKETS_PER_DOMAIN: u32 = 200;
/// Reopenings of one ticket by mail in an hour.
pub const REOPENS_PER_TICKET: u32 = 3;
/// Messages of one sender in one ticket in an hour; the surplus is set aside. Nobody types so many, a camera or a loop does.
pub const MESSAGES_PER_TICKET: u32 = 60;
/// Tickets that are looked at when somebody's absence begins or ends: nobody works on more, and each may cost a letter.
pub const TICKETS_OF_LEAVE: usize = 200;
/// Entries of the schedule of reports that are remembered: more than anybody writes, and the row stays small.
pub const REPORT_SCHEDULES: usize = 256;
/// Between the order by mail to forget somebody and its being carried out: the mail about it is sent meanwhile.
pub const ERASURE_DELAY: Span = Span::from_minutes(10);
/// Between two looks whether mail that is being sent to somebody who is to be forgotten is out.
pub const ERASURE_RETRY: Span = Span::from_minutes(1);

/// Reports that may wait at once: who orders more while the desk counts is told to wait.
pub const REPORTS_WAITING: usize = 64;
/// Finished tickets of an agent among which those to be reviewed are drawn: many more than are drawn, because some are reopened
/// meanwhile, and few enough that their row is written anew with each.
pub const REVIEW_POOL: usize = 60;
/// Characters of a reviewer's comment, which stays in the ticket's row.
pub const REVIEW_COMMENT_CHARS: usize = 4000;
/// Days that a report by hour may reach over: a year of rows.
pub const REPORT_HOURS_DAYS: u64 = 366;
/// Rows of measures that are exported at once; the next ones are asked for. Some megabytes.
pub const EXPORT_ROWS: usize = 5_000;
/// Entries `[[alert]]` of one desk: each is counted at every look.
pub const ALERTS: usize = 64;
/// Alerts that are remembered so that nobody hears of one twice: one row, which stays small.
pub const ALERTS_RAISED: usize = 256;
/// Tickets that an alert shows of each cause.
pub const ALERT_TICKETS: usize = 10;
/// Tickets of a cause that are looked at until so many are found that its reader may see.
pub const ALERT_LOOKED_AT: usize = 100;
/// Causes that one mail of alerts tells; the others have the next one.
pub const ALERTS_TOLD: usize = 20;
/// New tickets that are looked at for a spike: in a larger flood its cause is among them.
pub const ALERT_FLOOD: usize = 1000;
