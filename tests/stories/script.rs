//! A story as a file: what is typed, and what was produced below it.

/// One thing that happens.
pub(crate) struct Step {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// What is typed.
    pub(crate) typed: String,
    /// The indented lines below it, without the indent.
    pub(crate) body: String,
}

/// A story.
pub(crate) struct Script {
    pub(crate) steps: Vec<Step>,
    /// Every typed line, and after which step it stands.
    typed: Vec<(Option<usize>, String)>,
}

const INDENT: &str = "    ";

impl Script {
    pub(crate) fn read(text: &str) -> Self {
        let mut script = Self { steps: Vec::new(), typed: Vec::new() };
        // Empty lines belong to a body only if more of it follows.
        let mut blanks = 0_usize;
        let mut in_body = false;
        for (number, line) in text.lines().enumerate() {
            if line.starts_with("  |") {
                continue;
            }
            if line.trim().is_empty() {
                blanks += 1;
                continue;
            }
            let body = line.strip_prefix(INDENT).filter(|_| in_body);
            let step = script.steps.len().checked_sub(1);
            if let Some((body, step)) = body.zip(script.steps.last_mut()) {
                step.body.push_str(&"\n".repeat(blanks));
                step.body.push_str(body);
                step.body.push('\n');
            }
            script.typed.extend(std::iter::repeat_n((step, String::new()), blanks));
            blanks = 0;
            if body.is_some() || line.starts_with('#') {
                in_body &= body.is_some();
                script.typed.push((step, line.to_owned()));
                continue;
            }
            in_body = true;
            script.steps.push(Step { line: number + 1, typed: line.to_owned(), body: String::new() });
            script.typed.push((step.map_or(Some(0), |step| Some(step + 1)), line.to_owned()));
        }
        script
    }

    /// The story with what was produced by each step below its body.
    pub(crate) fn write(&self, produced: &[Vec<String>]) -> String {
        let mut text = String::new();
        for (place, (step, line)) in self.typed.iter().enumerate() {
            text.push_str(line);
            text.push('\n');
            let Some(step) = step else { continue };
            // Below the step's last line that is neither empty nor a comment.
            let is_part =
                |(other, line): &(Option<usize>, String)| *other == Some(*step) && !line.is_empty() && !line.starts_with('#');
            let is_last = is_part(&(Some(*step), line.clone())) && !self.typed.iter().skip(place + 1).any(is_part);
            for line in produced.get(*step).into_iter().flatten().filter(|_| is_last) {
                text.push_str(format!("  | {line}").trim_end());
                text.push('\n');
            }
        }
        text
    }
}

/// The lines in which two texts differ, each with a few around it.
pub(crate) fn difference(told: &str, went: &str) -> String {
    let (told, went): (Vec<&str>, Vec<&str>) = (told.lines().collect(), went.lines().collect());
    // Lengths of the longest common part of what follows from (i, j); stories are short.
    let mut common = vec![vec![0_u32; went.len() + 1]; told.len() + 1];
    for i in (0..told.len()).rev() {
        for j in (0..went.len()).rev() {
            common[i][j] = if told[i] == went[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines: Vec<(char, usize, &str)> = Vec::new();
    while i < told.len() || j < went.len() {
        if i < told.len() && j < went.len() && told[i] == went[j] {
            lines.push((' ', i + 1, told[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < told.len() && (j == went.len() || common[i + 1][j] >= common[i][j + 1]) {
            lines.push(('-', i + 1, told[i]));
            i += 1;
        } else {
            lines.push(('+', i + 1, went[j]));
            j += 1;
        }
    }
    let near =
        |place: usize| (place.saturating_sub(2)..=place + 2).any(|other| lines.get(other).is_some_and(|line| line.0 != ' '));
    let mut out = String::new();
    let mut last = None;
    for (place, (mark, number, line)) in lines.iter().enumerate().filter(|(place, _)| near(*place)) {
        if last.is_none_or(|last| last + 1 != place) {
            out.push_str("    ...\n");
        }
        out.push_str(&format!("{number:>4} {mark} {line}\n"));
        last = Some(place);
    }
    out
}
