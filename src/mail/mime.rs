//! The parts of a message, in one pass and without recursion.
//!
//! Own code, for three reasons. The bounds of SECURITY.md M09 to M11 then hold inside the reader itself, instead of in a scan
//! ahead of it that could disagree with it. Repeated, folded and missing fields are read the same way here and in `identity`
//! (mail-parser takes the last of two Content-Type lines and loses parameters folded after their `=`). And an unclosed
//! multipart keeps its last part. Nested messages are not opened: they are files.

use crate::base::limit;

use super::header::{self, Header, line_at};
use super::parameter::Parametered;

/// One part: a leaf, or a multipart with those that name it as their parent.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) header: Header<'a>,
    pub(super) content_type: Parametered,
    pub(super) disposition: Parametered,
    /// The body, still encoded; of a multipart, what stands before its first part.
    pub(super) body: &'a [u8],
    pub(super) parent: Option<usize>,
    pub(super) is_multipart: bool,
}

/// All parts in the order in which they stand; the first is the message itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) defects: Vec<String>,
    /// A bound was passed: only the header may be used.
    pub(super) is_beyond_bounds: bool,
}

struct Open {
    boundary: Vec<u8>,
    part: usize,
}

struct Delimiter {
    /// Where its line begins, and where the next one does.
    start: usize,
    end: usize,
    /// Which of the open multiparts it belongs to.
    level: usize,
    is_closing: bool,
}

/// Takes a message apart.
pub(super) fn take_apart(raw: &[u8]) -> Tree<'_> {
    let mut tree = Tree::default();
    if raw.len() > limit::MESSAGE_BYTES {
        tree.is_beyond_bounds = true;
        tree.defects.push(format!("the message is larger than {} MB and was not read", limit::MESSAGE_BYTES / 1024 / 1024));
    }
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    loop {
        if tree.parts.len() >= limit::MIME_PARTS {
            return beyond(tree, format!("the message has more than {} parts", limit::MIME_PARTS));
        }
        let index = begin_part(raw, &mut at, &open, &mut tree);
        if tree.is_beyond_bounds {
            return tree;
        }
        if let Some(boundary) = tree.parts.get(index).filter(|part| part.is_multipart).and_then(|part| boundary_of(part, raw, at))
        {
            if open.len() >= limit::MIME_DEPTH {
                return beyond(tree, format!("its parts are nested more than {} deep", limit::MIME_DEPTH));
            }
            if open.iter().any(|outer| outer.boundary == boundary) {
                tree.defects.push("two of its multiparts have the same boundary".to_owned());
            }
            open.push(Open { boundary, part: index });
        } else if let Some(part) = tree.parts.get_mut(index) {
            part.is_multipart = false;
        }
        match next_part(raw, &mut at, index, &mut open, &mut tree) {
            true => {}
            false => return tree,
        }
    }
}

fn beyond(mut tree: Tree<'_>, defect: String) -> Tree<'_> {
    tree.is_beyond_bounds = true;
    tree.defects.push(format!("{defect}; only its header was read"));
    tree
}

/// Reads the header at `at` and adds the part.
fn begin_part<'a>(raw: &'a [u8], at: &mut usize, open: &[Open], tree: &mut Tree<'a>) -> usize {
    let rest = raw.get(*at..).unwrap_or_default();
    let is_inner = !open.is_empty();
    let is_headless = rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n");
    let mut header = match is_inner && is_headless {
        // A part without a header (RFC 2046 §5.1): the blank line comes first.
        true => Header { body: line_at(rest, 0).map_or(0, |(_, next)| next), ..Header::default() },
        false => header::split(rest, |line| is_inner && match_boundary(line, open).is_some()),
    };
    if header.oddities.iter().any(|oddity| oddity.contains("too long")) {
        tree.is_beyond_bounds = true;
        tree.defects.push("its header is too long; only the first part of it was read".to_owned());
    }
    if is_inner {
        tree.defects.extend(header.oddities.drain(..).map(|oddity| format!("in a part: {oddity}")));
        tree.defects.truncate(50);
    }
    *at += header.body;
    let parent = open.last().map(|outer| outer.part);
    let is_digest = parent.and_then(|p| tree.parts.get(p)).is_some_and(|p| p.content_type.value == "multipart/digest");
    let mut content_type = Parametered::read(header.value("Content-Type").unwrap_or_default());
    if !content_type.value.contains('/') {
        // RFC 2045 §5.2 and RFC 2046 §5.1.5: what a part is that does not say, or says it badly.
        content_type.value = match content_type.value.as_str() {
            "html" => "text/html",
            _ if is_digest => "message/rfc822",
            _ => "text/plain",
        }
        .to_owned();
    }
    if header.all("Content-Type").nth(1).is_some() {
        tree.defects.push("two Content-Type lines; the first one counts".to_owned());
    }
    let disposition = Parametered::read(header.value("Content-Disposition").unwrap_or_default());
    let is_multipart = content_type.value.starts_with("multipart/");
    tree.parts.push(Part { header, content_type, disposition, body: raw.get(*at..).unwrap_or_default(), parent, is_multipart });
    tree.parts.len() - 1
}

/// Goes on to where the next part begins; says whether there is one. Ends the body of part `index`.
fn next_part<'a>(raw: &'a [u8], at: &mut usize, index: usize, open: &mut Vec<Open>, tree: &mut Tree<'a>) -> bool {
    let body_start = *at;
    let mut has_ended = false;
    loop {
        let Some(found) = next_delimiter(raw, *at, open) else {
            if !open.is_empty() {
                tree.defects.push("a multipart is not closed".to_owned());
            }
            return false;
        };
        if !has_ended {
            has_ended = true;
            let body = raw.get(body_start..found.start.max(body_start)).unwrap_or_default();
            // RFC 2046 §5.1.1: the line end before a delimiter belongs to it.
            let body = body.strip_suffix(b"\n").unwrap_or(body);
            let body = body.strip_suffix(b"\r").unwrap_or(body);
            if let Some(part) = tree.parts.get_mut(index) {
                part.body = body;
            }
        }
        if open.len() > found.level + 1 {
            tree.defects.push("a multipart inside another is not closed".to_owned());
            tree.defects.truncate(50);
        }
        open.truncate(found.level + 1);
        *at = found.end;
        match found.is_closing {
            true => drop(open.pop()),
            false => return true,
        }
        if open.is_empty() {
            return false;
        }
    }
}

/// The next line that delimits one of the open multiparts.
fn next_delimiter(raw: &[u8], from: usize, open: &[Open]) -> Option<Delimiter> {
    if open.is_empty() {
        return None;
    }
    let mut at = from;
    loop {
        let rest = raw.get(at..)?;
        if rest.starts_with(b"--") {
            let (line, end) = line_at(raw, at)?;
            if let Some((level, is_closing)) = match_boundary(line, open) {
                return Some(Delimiter { start: at, end, level, is_closing });
            }
            at = end;
        } else {
            at += header::first_place(rest, |b| b == b'\n')? + 1;
        }
    }
}

/// Which open multipart a line delimits, innermost first, and whether it closes it.
fn match_boundary(line: &[u8], open: &[Open]) -> Option<(usize, bool)> {
    let rest = line.strip_prefix(b"--")?;
    open.iter().enumerate().rev().find_map(|(level, outer)| {
        let tail = rest.strip_prefix(outer.boundary.as_slice())?;
        let closing = tail.strip_prefix(b"--");
        closing.unwrap_or(tail).trim_ascii().is_empty().then_some((level, closing.is_some()))
    })
}

/// RFC 2046 §5.1.1 allows 70; real ones that are longer exist, and these are bounded too.
const BOUNDARY_BYTES: usize = 16 * 1024;
/// Bytes of a multipart inside another that are searched for its first delimiter. Of the message itself all are.
const SEARCHED: usize = 256 * 1024;

/// The boundary of a multipart: what its Content-Type says where that occurs, else the first line that plainly is one. None
/// where there is no delimiter at all: then its body is all there is, and it is read as text.
fn boundary_of(part: &Part<'_>, raw: &[u8], at: usize) -> Option<Vec<u8>> {
    let declared = part.content_type.token("boundary").map(String::into_bytes);
    let declared = declared.filter(|boundary| !boundary.is_empty() && boundary.len() <= BOUNDARY_BYTES);
    let rest = raw.get(at..).unwrap_or_default();
    let searched = if part.parent.is_none() { rest } else { rest.get(..SEARCHED).unwrap_or(rest) };
    let mut other = None;
    let mut line_start = 0;
    while let Some((line, next)) = line_at(searched, line_start) {
        line_start = next;
        let Some(candidate) = line.strip_prefix(b"--").map(<[u8]>::trim_ascii_end) else { continue };
        if declared.as_deref().is_some_and(|declared| candidate == declared || candidate.strip_suffix(b"--") == Some(declared)) {
            return declared;
        }
        if other.is_none() && candidate.len() > 2 && candidate.len() <= BOUNDARY_BYTES && announces_a_part(rest, next) {
            other = Some(candidate.to_vec());
        }
        if declared.is_none() && other.is_some() {
            break;
        }
    }
    other
}

fn announces_a_part(rest: &[u8], at: usize) -> bool {
    line_at(rest, at).is_some_and(|(line, _)| line.get(..8).is_some_and(|start| start.eq_ignore_ascii_case(b"content-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(raw: &str) -> Vec<(String, String)> {
        let tree = take_apart(raw.as_bytes());
        let leaves = tree.parts.iter().filter(|part| !part.is_multipart);
        leaves.map(|part| (part.content_type.value.clone(), String::from_utf8_lossy(part.body).into_owned())).collect()
    }

    fn leaf(kind: &str, body: &str) -> (String, String) {
        (kind.to_owned(), body.to_owned())
    }

    #[test]
    fn nested_multiparts_give_their_leaves_in_order() {
        let raw = "Content-Type: multipart/mixed; boundary=a\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=\"a b\"\n\n\
                   --a b\n\none\n--a b\nContent-Type: text/html\n\n<p>two\n--a b--\nepilogue\n--a\nContent-Type: image/png\n\nthree\n--a--\nend";
        assert_eq!(bodies(raw), [leaf("text/plain", "one"), leaf("text/html", "<p>two"), leaf("image/png", "three")]);
    }

    #[test]
    fn damage_costs_no_part() {
        let unclosed = "Content-Type: multipart/mixed;\n boundary=a\n\n--a\nContent-Type: multipart/related; boundary=b\n\n--b\n\none\n--a\n\ntwo";
        assert_eq!(bodies(unclosed), [leaf("text/plain", "one"), leaf("text/plain", "two")]);
        let undeclared = "Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/html\n\n<p>one\n--xyz--\n";
        assert_eq!(bodies(undeclared), [leaf("text/html", "<p>one")]);
        let missing = "Content-Type: multipart/mixed; boundary=never\n\njust text";
        assert_eq!(bodies(missing), [leaf("multipart/mixed", "just text")]);
        let wrong = "Content-Type: multipart/mixed; boundary=never\n\n--xyz\nContent-Type: text/html\n\n<p>one\n--xyz--\n";
        assert_eq!(bodies(wrong), [leaf("text/html", "<p>one")]);
        let late = format!("Content-Type: multipart/mixed; boundary=a\n\n{}--a\n\none\n--a--\n", "preamble\n".repeat(100));
        assert_eq!(bodies(&late), [leaf("text/plain", "one")]);
    }

    #[test]
    fn depth_parts_and_header_are_bounded() {
        let mut deep = String::new();
        for i in 0..10_000 {
            deep.push_str(&format!("Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        }
        assert!(take_apart(deep.as_bytes()).is_beyond_bounds);
        let many = format!("Content-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\n".repeat(500_000));
        assert!(take_apart(many.as_bytes()).is_beyond_bounds);
        let long = "To: a@example.org\n".repeat(500_000);
        assert!(take_apart(long.as_bytes()).is_beyond_bounds);
    }
}
