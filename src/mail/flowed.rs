//! Text that says `format=flowed` (RFC 3676): lines that end in a blank go on in the next one.
//!
//! Joined lines are what the writer typed; without it every paragraph stands in pieces of 72 characters, and quotes that were
//! wrapped twice look like new text.

/// Joins what flows. `delete_space`: the blank that marks a line as flowed is no part of the text (RFC 3676 §4.5, DelSp).
pub(super) fn join(text: &str, delete_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // Depth of the line that is still open.
    let mut open: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let (line, end) = match line.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (line, ""),
        };
        let line = line.strip_suffix('\r').unwrap_or(line);
        let bare = line.trim_start_matches('>');
        let depth = line.len() - bare.len();
        // RFC 3676 §4.4: a blank was put before a line that begins with a blank, `>` or `From `.
        let content = bare.strip_prefix(' ').unwrap_or(bare);
        // RFC 3676 §4.3: the separator of a signature flows nowhere, though it ends in a blank.
        let is_separator = content == "-- ";
        // Many programs leave a blank before an empty line; the empty line ends the paragraph all the same.
        let goes_on = open == Some(depth) && !is_separator && !content.is_empty();
        if !goes_on {
            if open.is_some() {
                out.push('\n');
            }
            // Quote marks as everybody writes them. A line that is not quoted but begins with `>` keeps its blank, so that it
            // does not become a quote.
            out.extend(std::iter::repeat_n('>', depth));
            if depth > 0 && !content.is_empty() || depth == 0 && content.starts_with('>') {
                out.push(' ');
            }
        }
        let flows = content.ends_with(' ') && !is_separator;
        out.push_str(if flows && delete_space { content.strip_suffix(' ').unwrap_or(content) } else { content });
        if flows && !end.is_empty() {
            open = Some(depth);
        } else {
            open = None;
            out.push_str(end);
        }
    }
    if open.is_some() {
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_joined_and_hard_breaks_stay() {
        assert_eq!(join("This is \none line.\nThis is another.\n\nEnd", false), "This is one line.\nThis is another.\n\nEnd");
        assert_eq!(join("Donau- \ndampf \nschiff\n", true), "Donau-dampfschiff\n");
        assert_eq!(join("a \r\nb\r\n", false), "a b\n");
        assert_eq!(join("a \n", false), "a \n");
        assert_eq!(join("a \n\nb\n", false), "a \n\nb\n");
    }

    #[test]
    fn quotes_join_only_their_own_depth() {
        assert_eq!(join(">> One \n>> two\n> three \nfour\n", false), ">> One two\n> three \nfour\n");
        assert_eq!(join(">a \n>b\n", false), "> a b\n");
        assert_eq!(join("> \n>\n", false), ">\n>\n");
    }

    #[test]
    fn stuffed_blanks_go_and_a_signature_stays() {
        assert_eq!(join(" From here\n  indented\n", false), "From here\n indented\n");
        assert_eq!(join(" > not a quote\n", false), " > not a quote\n");
        assert_eq!(join("Regards \n-- \nAnn\n", false), "Regards \n-- \nAnn\n");
        assert_eq!(join("> x \n> -- \n> Ann\n", false), "> x \n> -- \n> Ann\n");
    }
}
