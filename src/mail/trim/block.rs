//! Headers of quoted and forwarded messages as mail programs write them into the text, and the rules above them.

use super::line::{has_address, has_date, head, is_blank, is_rule, is_stroke};
use super::words::{ABOVE_WORDS, ANSWER_WORDS, DELIMITERS, FORWARDS, FieldKind, REPLY_ABOVE, field_kind};

/// The header block of an earlier message.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// The first line that belongs to the earlier message, delimiters included.
    pub(super) start: usize,
    /// The line after its last field.
    pub(super) end: usize,
    /// Value of its From field.
    pub(super) from: String,
    /// Value of its Reply-To field.
    pub(super) reply_to: String,
    /// It says of itself that it was forwarded.
    pub(super) is_forward: bool,
    /// It has no more than two fields.
    pub(super) is_thin: bool,
    /// It is a raw header that somebody pasted: no cut.
    pub(super) is_raw: bool,
}

/// What a line between dashes announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimiter {
    Original,
    Forward,
    ReplyAbove,
}

/// `-----Original Message-----`, `Begin forwarded message:`, `-- Reply above this line --`.
pub(super) fn delimiter(line: &str) -> Option<Delimiter> {
    // Most lines are settled here: they begin with a letter and end with something else than a colon.
    if let [first, .., last] = line.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_graphic()
        && *last != b':'
    {
        return None;
    }
    let trimmed = head(line).trim();
    if trimmed.len() > 200 || trimmed.is_empty() {
        return None;
    }
    let trimmed = trimmed.trim_start_matches(['>', ' ']);
    if !trimmed.starts_with(is_stroke) && !trimmed.ends_with([':', '：']) {
        return None;
    }
    // QQ leaves HTML's blanks in its plain text.
    let without_entities = if trimmed.contains("&nbsp;") { trimmed.replace("&nbsp;", " ") } else { String::new() };
    let trimmed = if without_entities.is_empty() { trimmed } else { without_entities.as_str() };
    let inner =
        trimmed.trim_matches(|c: char| is_stroke(c) || c.is_whitespace() || matches!(c, ':' | '：' | '>' | '<' | '[' | ']'));
    if inner.is_empty() {
        return None;
    }
    let dashes = trimmed.chars().take_while(|&c| is_stroke(c) || c == ' ').filter(|c| *c != ' ').count();
    let lower = inner.to_lowercase();
    if lower.chars().count() < 120 {
        let is_framed = dashes >= 2 && trimmed.ends_with(is_stroke);
        if REPLY_ABOVE.is_in(&lower) || is_framed && ANSWER_WORDS.is_in(&lower) && ABOVE_WORDS.is_in(&lower) {
            return Some(Delimiter::ReplyAbove);
        }
    }
    let is_announced = dashes >= 2 || trimmed.ends_with([':', '：']);
    if is_announced && (FORWARDS.has(&lower) || dashes >= 2 && FORWARDS.open(&lower)) {
        return Some(Delimiter::Forward);
    }
    (dashes >= 2 && DELIMITERS.has(&lower)).then_some(Delimiter::Original)
}

/// One field of a block and its value.
pub(super) fn field(line: &str) -> Option<(FieldKind, &str)> {
    let start = line.as_bytes().get(..120).unwrap_or(line.as_bytes());
    if !start.contains(&b':') && !start.contains(&0xef) {
        return None;
    }
    let text = head(line).trim().trim_start_matches(['*', '_', '>', ' ', '\u{feff}', '\u{200f}', '|']);
    let (at, colon) = text.char_indices().take(40).find(|(_, c)| matches!(c, ':' | '：'))?;
    let name = text.get(..at)?.trim().trim_end_matches(['*', '_', ' ', '\u{a0}']);
    let kind = field_kind(&name.to_lowercase())?;
    let value = text.get(at + colon.len_utf8()..)?.trim().trim_start_matches(['*', '_']).trim();
    Some((kind, value))
}

/// Lotus Notes' table turned into text: a name, a date, then `To`, `cc` and `Subject` each alone on a line with its value below.
fn table_at(lines: &[&str], at: usize) -> Option<Block> {
    let bare = |line: &str| {
        // The blanks around a field's name are few.
        let text = if line.len() > 120 { line } else { line.trim() };
        if text.len() > 40 || text.ends_with([':', '：']) { None } else { field_kind(&text.to_lowercase()) }
    };
    if bare(lines.get(at)?)? != FieldKind::To {
        return None;
    }
    let mut block = Block { start: at, end: at + 1, ..Block::default() };
    let mut named = 0;
    for (line, text) in lines.iter().enumerate().skip(at + 1).take(14) {
        match bare(text) {
            Some(FieldKind::Cc) => named += 1,
            Some(FieldKind::Subject) => {
                named += 1;
                let value = lines.iter().enumerate().skip(line + 1).take(2).find(|(_, value)| !is_blank(value));
                block.end = value.map_or(line + 1, |(value, _)| value + 1);
                break;
            }
            _ => {}
        }
    }
    if named < 2 || !lotus_above(lines, &mut block) {
        return None;
    }
    Some(block)
}

/// The block whose first field stands on line `at`.
pub(super) fn starting_at(lines: &[&str], at: usize) -> Option<Block> {
    if let Some(table) = table_at(lines, at) {
        return Some(table);
    }
    field(lines.get(at)?)?;
    let mut kinds = Kinds::default();
    let mut block = Block { start: at, end: at, ..Block::default() };
    let mut seen_address = false;
    let mut strays = 0;
    let mut has_raw = false;
    // Twelve fields are more than any program writes; recipients may run over several lines.
    for (line, text) in lines.iter().enumerate().skip(at).take(30) {
        if let Some((kind, value)) = field(text) {
            // The same field again begins another header, or a log.
            if kind != FieldKind::Other && kinds.has(kind) {
                break;
            }
            if kind == FieldKind::From {
                value.clone_into(&mut block.from);
            }
            if kind == FieldKind::Other && has_address(value) && names_reply_to(text) {
                value.clone_into(&mut block.reply_to);
            }
            seen_address |= kind != FieldKind::Subject && has_address(value);
            kinds.add(kind);
            has_raw |= is_raw_field(text);
            strays = 0;
            block.end = line + 1;
        } else if is_blank(text) {
            // HTML paragraphs leave blank lines between fields.
            let next = lines.iter().skip(line + 1).take(2).find(|next| !is_blank(next));
            if kinds.are_complete() || next.is_none_or(|next| field(next).is_none()) {
                break;
            }
        } else {
            strays += 1;
            let is_indented = text.starts_with([' ', '\t']);
            let continues = !kinds.are_complete() || is_indented;
            // "On Behalf Of" runs over the end of its line.
            let is_within = lines.get(line + 1).is_some_and(|next| field(next).is_some());
            if strays > 3 || !continues || kinds.count < 2 && !has_address(text) && !is_indented && !is_within {
                break;
            }
        }
    }
    let announced = above(lines, &mut block);
    let has = |kind| kinds.has(kind);
    let core =
        [FieldKind::From, FieldKind::Sent, FieldKind::To, FieldKind::Subject].into_iter().filter(|kind| has(*kind)).count();
    let holds = match (has(FieldKind::From), core) {
        // A timetable has From, To and Date too: a subject or an address must be there.
        (true, 3..) => has(FieldKind::Subject) || seen_address || announced,
        (true, 2) => announced || has_address(&block.from) && (has(FieldKind::Subject) || has(FieldKind::Sent)),
        // Lotus Notes puts the name and the date on lines of their own above.
        (false, 2..) => announced || lotus_above(lines, &mut block) && has(FieldKind::Subject),
        _ => announced && core >= 1 && block.is_forward,
    };
    block.is_thin = core <= 2 && !announced;
    let above = block.start.checked_sub(1).and_then(|p| lines.get(p));
    block.is_raw = !announced
        && (above.is_some_and(|line| is_raw_field(line))
            || lines.get(block.end).is_some_and(|line| is_raw_field(line))
            || has_raw);
    holds.then_some(block)
}

/// `Reply-To:` and its translations.
fn names_reply_to(line: &str) -> bool {
    let lower = head(line).trim_start_matches(['*', '_', '>', ' ']).to_lowercase();
    ["reply-to", "reply to", "antwort an", "please respond to", "répondre à", "responder a", "rispondi a", "beantwoorden"]
        .iter()
        .any(|name| lower.starts_with(name))
}

/// Which fields a block has.
#[derive(Clone, Copy, Default)]
struct Kinds {
    set: u8,
    count: u32,
}

impl Kinds {
    fn has(self, kind: FieldKind) -> bool {
        self.set & 1 << kind as u8 != 0
    }

    fn add(&mut self, kind: FieldKind) {
        self.set |= 1 << kind as u8;
        self.count = self.set.count_ones();
    }

    /// A subject and two more: nothing essential is missing.
    fn are_complete(self) -> bool {
        self.has(FieldKind::Subject) && self.count >= 3
    }
}

/// The block that a delimiter on line `at` announces.
pub(super) fn below(lines: &[&str], at: usize) -> Option<Block> {
    let (first, _) = lines.iter().enumerate().skip(at + 1).take(4).find(|(_, line)| !is_blank(line))?;
    starting_at(lines, first)
}

/// Takes delimiters and rules above a block into it; says whether one announces it.
fn above(lines: &[&str], block: &mut Block) -> bool {
    let mut announced = false;
    let mut at = block.start;
    for _ in 0..8 {
        let Some(previous) = at.checked_sub(1).and_then(|p| lines.get(p)) else { break };
        if let Some(found) = delimiter(previous) {
            announced = true;
            block.is_forward |= found == Delimiter::Forward;
            block.start = at - 1;
        } else if is_rule(previous, 3) {
            block.start = at - 1;
        } else if is_title(previous) {
            announced = true;
            block.start = at - 1;
        } else if !is_blank(previous) {
            break;
        }
        at -= 1;
    }
    announced
}

/// "Original Message" without dashes, as BlackBerry writes it, or some words of any language between dashes. Only right
/// above a header this says anything.
fn is_title(line: &str) -> bool {
    let text = head(line).trim();
    let strokes = |text: &str| text.chars().take_while(|&c| is_stroke(c)).count();
    let is_framed = strokes(text) >= 3 && text.chars().rev().take_while(|&c| is_stroke(c)).count() >= 3;
    let inner = text.trim_matches(|c: char| is_stroke(c) || c.is_whitespace());
    is_framed && !inner.is_empty() && super::line::words(inner, 6) <= 5 || DELIMITERS.has(&inner.to_lowercase())
}

/// A field that no mail program shows its user: whoever has it in his text pasted a raw header to ask about it.
pub(super) fn is_raw_field(line: &str) -> bool {
    let Some((name, _)) = line.split_once(':') else { return false };
    let lower = name.trim_start_matches(['>', ' ']).to_ascii_lowercase();
    lower.starts_with("x-") && lower.len() > 3
        || matches!(
            lower.as_str(),
            "received"
                | "return-path"
                | "delivered-to"
                | "message-id"
                | "dkim-signature"
                | "mime-version"
                | "content-type"
                | "authentication-results"
                | "received-spf"
                | "arc-seal"
                | "content-transfer-encoding"
                | "in-reply-to"
                | "references"
                | "list-id"
                | "list-unsubscribe"
        )
}

/// A line with a date, and above it perhaps one with a name, before `To:` and `Subject:`.
fn lotus_above(lines: &[&str], block: &mut Block) -> bool {
    let first_field = block.start;
    let Some(date_at) = first_field.checked_sub(1) else { return false };
    let at = match lines.get(date_at) {
        Some(line) if is_blank(line) => date_at.checked_sub(1).unwrap_or(date_at),
        _ => date_at,
    };
    let Some(line) = lines.get(at).filter(|line| line.len() < 160 && has_date(head(line))) else { return false };
    block.start = at;
    // A date alone: the name stands on the line above it, or above who sent it for him.
    let is_sent_by = |line: &&str| line.trim_start().to_lowercase().starts_with("sent by");
    let name_at = match at.checked_sub(1) {
        Some(by) if lines.get(by).is_some_and(is_sent_by) => by.checked_sub(1),
        above => above,
    };
    let name = name_at.and_then(|p| Some((p, lines.get(p)?))).filter(|(_, name)| !is_blank(name) && name.len() < 120);
    if let Some((name_at, name)) = name
        && line.trim_start().starts_with(|c: char| c.is_ascii_digit())
        && super::line::words(name, 8) < 7
        && !name.trim_end().ends_with(['.', '!', '?'])
    {
        block.start = name_at;
    }
    if block.from.is_empty() {
        let from = lines.iter().take(first_field).skip(block.start).find(|line| has_address(line));
        from.map(|line| line.trim()).unwrap_or_default().clone_into(&mut block.from);
    }
    above(lines, block);
    true
}
