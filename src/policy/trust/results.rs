//! The grammar of Authentication-Results (RFC 8601 §2.2), read strictly: what does not fit it entirely is no result.
//!
//! Comments are dropped, quotes and parentheses must balance, and a value ends where the grammar ends it, so that a forged
//! domain such as `example.org(.evil.example` cannot pass as another. Three liberties, in which nothing can hide: values
//! may hold `/`, `:` and `=` without quotes (Gmail writes signatures so), keywords may hold `_`, and a last `;` may stand
//! at the end.

/// Comments within comments; real ones have none.
const COMMENT_DEPTH: usize = 10;

/// One line, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Results {
    /// What each method found, in order.
    pub(super) found: Vec<Found>,
}

/// What one method found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// `dmarc`, lower case.
    pub(super) method: String,
    /// `pass`, lower case.
    pub(super) result: String,
    /// `header.from` and its value; names in lower case.
    pub(super) properties: Vec<(String, String)>,
}

impl Found {
    /// The values of a property, in order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.properties.iter().filter(move |(property, _)| property == name).map(|(_, value)| value.as_str())
    }
}

/// The name of the server that wrote the line, if the line begins with one.
pub(super) fn authserv_id(line: &str) -> Option<String> {
    let mut cursor = Cursor { rest: line };
    cursor.space().ok()?;
    cursor.value().ok()
}

/// Reads the whole line.
pub(super) fn read(line: &str) -> Result<Results, &'static str> {
    if line.chars().any(|c| c.is_control() && c != '\t') {
        return Err("it holds a control character");
    }
    let mut cursor = Cursor { rest: line };
    cursor.space()?;
    cursor.value()?;
    if cursor.space()? && cursor.next_is(|c| c.is_ascii_digit()) {
        if cursor.run(|c| c.is_ascii_digit()) != "1" {
            return Err("its version is not 1");
        }
        cursor.space()?;
    }
    let mut found = Vec::new();
    while cursor.take(';') {
        cursor.space()?;
        if cursor.rest.is_empty() && !found.is_empty() {
            break;
        }
        let method = cursor.keyword()?;
        cursor.space()?;
        if found.is_empty() && method == "none" && cursor.rest.is_empty() {
            return Ok(Results { found });
        }
        found.push(cursor.result(method)?);
    }
    match (cursor.rest.is_empty(), found.is_empty()) {
        (false, _) => Err("something stands where a semicolon should"),
        (true, true) => Err("it names no result"),
        (true, false) => Ok(Results { found }),
    }
}

/// What is left to read.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn next_is(&self, wanted: impl Fn(char) -> bool) -> bool {
        self.rest.chars().next().is_some_and(wanted)
    }

    fn take(&mut self, wanted: char) -> bool {
        let after = self.rest.strip_prefix(wanted);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// The longest run of such characters.
    fn run(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        run
    }

    /// CFWS of RFC 5322 §3.2.2: white space and comments. Says whether there was any.
    fn space(&mut self) -> Result<bool, &'static str> {
        let before = self.rest.len();
        loop {
            self.run(|c| matches!(c, ' ' | '\t'));
            if !self.next_is(|c| c == '(') {
                return Ok(self.rest.len() < before);
            }
            self.comment()?;
        }
    }

    fn comment(&mut self) -> Result<(), &'static str> {
        let mut depth = 0;
        let mut escaped = false;
        for (at, c) in self.rest.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '(' if depth == COMMENT_DEPTH => return Err("its comments are nested too deep"),
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => (),
            }
            if depth == 0 {
                self.rest = self.rest.get(at + c.len_utf8()..).unwrap_or_default();
                return Ok(());
            }
        }
        Err("a parenthesis is never closed")
    }

    /// RFC 5321 §4.1.2 Ldh-str, in lower case.
    fn keyword(&mut self) -> Result<String, &'static str> {
        let word = self.run(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if word.is_empty() || word.ends_with('-') { Err("a keyword is missing") } else { Ok(word.to_ascii_lowercase()) }
    }

    /// A quoted string, or a run of what needs no quotes.
    fn value(&mut self) -> Result<String, &'static str> {
        if self.next_is(|c| c == '"') {
            return self.quoted();
        }
        let plain = |c: char| c.is_ascii_graphic() && !"\"();\\<>,[]".contains(c) || (!c.is_ascii() && c.is_alphanumeric());
        let run = self.run(plain);
        if run.is_empty() { Err("a value is missing, or holds what must be quoted") } else { Ok(run.to_owned()) }
    }

    fn quoted(&mut self) -> Result<String, &'static str> {
        let mut text = String::new();
        let mut escaped = false;
        for (at, c) in self.rest.char_indices().skip(1) {
            match c {
                _ if escaped => {
                    escaped = false;
                    text.push(c);
                }
                '\\' => escaped = true,
                '"' => {
                    self.rest = self.rest.get(at + 1..).unwrap_or_default();
                    return Ok(text);
                }
                _ => text.push(c),
            }
        }
        Err("a quotation mark is never closed")
    }

    /// `resinfo` behind its method: `[/version] = result [reason = value] *(ptype.property = pvalue)`.
    fn result(&mut self, method: String) -> Result<Found, &'static str> {
        if self.take('/') {
            self.space()?;
            if self.run(|c| c.is_ascii_digit()) != "1" {
                return Err("a method's version is not 1");
            }
            self.space()?;
        }
        self.equals()?;
        let result = self.keyword()?;
        let mut found = Found { method, result, properties: Vec::new() };
        let mut has_reason = false;
        loop {
            let is_apart = self.space()?;
            if self.rest.is_empty() || self.next_is(|c| c == ';') {
                return Ok(found);
            }
            if !is_apart {
                return Err("two values run into each other");
            }
            let kind = self.keyword()?;
            self.space()?;
            if self.take('.') {
                self.space()?;
                let property = self.keyword()?;
                self.equals()?;
                let value = self.property_value()?;
                found.properties.push((format!("{kind}.{property}"), value));
            } else if kind == "reason" && !has_reason && found.properties.is_empty() {
                has_reason = true;
                self.equals()?;
                self.value()?;
            } else {
                return Err("a property has no type");
            }
        }
    }

    fn equals(&mut self) -> Result<(), &'static str> {
        self.space()?;
        if !self.take('=') {
            return Err("an equals sign is missing");
        }
        self.space().map(|_| ())
    }

    /// A value, or an address whose local part may be quoted.
    fn property_value(&mut self) -> Result<String, &'static str> {
        let was_quoted = self.next_is(|c| c == '"');
        let mut value = self.value()?;
        if was_quoted && self.next_is(|c| c == '@') {
            value.push_str(&self.value()?);
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `method=result name=value …` of each result, joined by `; `.
    fn shown(line: &str) -> Result<String, &'static str> {
        let show = |found: &Found| {
            let properties = found.properties.iter().map(|(name, value)| format!(" {name}={value}"));
            format!("{}={}{}", found.method, found.result, properties.collect::<String>())
        };
        Ok(read(line)?.found.iter().map(show).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn lines_as_servers_write_them() {
        for (line, expected) in [
            ("mx.example.org; none", ""),
            ("mx.example.org 1; none", ""),
            ("mx.example.org;spf=pass smtp.mailfrom=example.net", "spf=pass smtp.mailfrom=example.net"),
            (
                "mx.example.org (our server) 1 ; dkim = pass (2048-bit; ok (really)) header.d = example.net (a \\) b) header.i=@example.net",
                "dkim=pass header.d=example.net header.i=@example.net",
            ),
            (
                "mx.example.org; DKIM=Pass header.i=@example.net header.s=s1 header.b=Ab/c+D=e; dmarc=pass(p=REJECT) header.from=example.net;",
                "dkim=pass header.i=@example.net header.s=s1 header.b=Ab/c+D=e; dmarc=pass header.from=example.net",
            ),
            (
                r#""mx.example.org"; auth/1=pass reason="good; really" smtp.auth="ann b"@example.net"#,
                "auth=pass smtp.auth=ann b@example.net",
            ),
            ("mx.example.org; iprev=pass policy.iprev=2001:db8::1", "iprev=pass policy.iprev=2001:db8::1"),
            ("mx.example.org; dmarc=none; spf=none", "dmarc=none; spf=none"),
        ] {
            assert_eq!(shown(line).as_deref(), Ok(expected), "{line}");
        }
    }

    #[test]
    fn lines_that_are_not_quite_right_are_refused() {
        for (line, reason) in [
            ("", "value is missing"),
            ("mx.example.org", "no result"),
            ("mx.example.org;", "keyword"),
            ("mx.example.org 2; spf=pass", "version is not 1"),
            ("mx.example.org x; spf=pass", "semicolon"),
            ("mx.example.org; spf", "equals"),
            ("mx.example.org; spf=", "keyword"),
            ("mx.example.org; spf=pass,dkim=pass", "run into"),
            ("mx.example.org; none; spf=pass", "equals"),
            ("mx.example.org; spf=pass; none", "equals"),
            ("mx.example.org; spf=pass;; dkim=pass", "keyword"),
            ("mx.example.org; dkim=pass header.d=example.org(.evil.example", "never closed"),
            ("mx.example.org; dkim=pass header.d=example.org(x).evil.example", "keyword"),
            ("mx.example.org; dkim=pass header.d=example.org\0.evil.example", "control"),
            ("mx.example.org; dkim=pass header.d=\"example.org", "never closed"),
            ("mx.example.org; dkim=pass header.d=\"example.org\".evil.example", "run into"),
            ("mx.example.org; dkim=pass header.d=<example.org>", "value is missing"),
            ("mx.example.org; dmarc=pass action=none header.from=example.org", "no type"),
            ("mx.example.org; spf=pass smtp.mailfrom=a@b.example reason=late", "no type"),
            ("mx.example.org; dkim/2=pass", "method's version"),
            (&format!("mx.example.org; spf=pass {}", "(".repeat(100_000)), "too deep"),
            ("spf=pass smtp.mailfrom=example.org; dkim=pass", "semicolon"),
        ] {
            let refused = read(line).expect_err(line);
            assert!(refused.contains(reason), "{line}: {refused}");
        }
    }

    #[test]
    fn the_servers_name_is_found_even_in_broken_lines() {
        for (line, id) in [
            (" (c) MX.Example.org; dkim=pass (", Some("MX.Example.org")),
            ("\"mx.example.org\" 1; spf=pass", Some("mx.example.org")),
            ("(mx.example.org", None),
            ("", None),
        ] {
            assert_eq!(authserv_id(line).as_deref(), id, "{line}");
        }
    }
}
