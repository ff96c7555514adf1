//! Looks how deep brackets are nested before the TOML parser does.
//!
//! toml_parser 1.1.5 (2026-11) recurses for each open bracket and guards against too many of them, but what it skips after an
//! error (`{{`) counts as closed twice there, so that a few thousand broken lines (`when = {{ a = 1 }`) overflow the stack and
//! would end a running daemon that was only asked to reload. Here every bracket counts until its own kind closes it, which is
//! never less than what the parser nests. Text that is well-formed is not touched.

/// Open brackets at once. This configuration needs six; the parser itself allows 80.
const DEPTH: usize = 64;

/// The position of the outermost bracket that is still open where they are nested deeper than any configuration needs.
pub(super) fn runaway_bracket(text: &str) -> Option<usize> {
    let mut open: Vec<(usize, u8)> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'#' => at = end_of_line(bytes, at),
            b'"' | b'\'' => at = end_of_string(bytes, at, byte),
            b'{' | b'[' => {
                open.push((at, byte));
                if open.len() > DEPTH {
                    return open.first().map(|(at, _)| *at);
                }
            }
            b'}' if open.last().is_some_and(|(_, kind)| *kind == b'{') => drop(open.pop()),
            b']' if open.last().is_some_and(|(_, kind)| *kind == b'[') => drop(open.pop()),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The last byte before the line's end.
fn end_of_line(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()).saturating_sub(1)
}

/// The last byte of the string that begins here; one that is not closed ends with its line, or with the text if it may have
/// several.
fn end_of_string(bytes: &[u8], from: usize, quote: u8) -> usize {
    let is_at = |at: usize, byte: u8| bytes.get(at) == Some(&byte);
    let is_long = is_at(from + 1, quote) && is_at(from + 2, quote);
    let mut at = from + if is_long { 3 } else { 1 };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 1,
            b'\n' if !is_long => return at,
            _ if byte == quote && !is_long => return at,
            _ if byte == quote && is_at(at + 1, quote) && is_at(at + 2, quote) => {
                // Up to two more quotes belong to the string itself.
                let more = (3..5).take_while(|step| is_at(at + step, quote)).count();
                return at + 2 + more;
            }
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    #[test]
    fn what_is_well_formed_is_left_alone() {
        let braces = "{".repeat(200);
        let texts = [
            format!("a = \"{braces}\"\nb = '{braces}' # {braces}\n"),
            format!("a = \"\"\"\n{braces}\"\"\"\"\"\nb = '''{braces}\n'''"),
            format!("a = \"\\\"{braces}\""),
            "[[rule]]\nwhen = { a = [[1], [2]] }\n".repeat(1000),
        ];
        for text in texts {
            assert_eq!(runaway_bracket(&text), None, "{}", text.chars().take(40).collect::<String>());
            assert!(
                DeTable::parse(&text).is_ok() || text.starts_with("[[rule]]") && DeTable::parse_recoverable(&text).1.is_empty()
            );
        }
    }

    #[test]
    fn what_would_overflow_the_parser_is_found() {
        for line in ["when = {{ a = 1 }\n", "when = {{ ] }\n", "a = [[1, {]\n", "{", "["] {
            let text = format!("x = 1\n{}", line.repeat(30_000));
            let at = runaway_bracket(&text).expect("found");
            assert!((6..40).contains(&at), "{line}: {at}");
            // What stands before it is safe to parse.
            DeTable::parse_recoverable(text.get(..at).expect("boundary"));
        }
    }
}
