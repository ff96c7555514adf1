//! Counting a report beside the desk's thread: all that it needs goes along, and a letter or an answer comes back.
//!
//! A million tickets take seconds to count and their pictures take some more, so the desk only says what is to be counted
//! ([`Counting`]) and goes on. Nothing here reads the state or changes it.

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use data_encoding::BASE64;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::base::limit;
use crate::domain::LetterKind;
use crate::mail::Attachment;
use crate::notify::{FigureView, Model, PictureView, ReportView, Templates};
use crate::report::{Block, Language, Page, Picture, ReportQuery, Scene, Snapshot, Table, export, period_words};

use super::ask::{Answer, ReportForm};
use super::error::DeskError;

/// Characters that a line of a mail has (RFC 3676 §4.2: 78 at most).
const LINE: usize = 76;

/// A report that is to be counted.
#[derive(Clone, Debug)]
pub struct Counting {
    /// The order that it is for; none: somebody at the command line waits for it.
    pub(super) order: Option<u32>,
    pub(super) samples: Snapshot,
    pub(super) query: ReportQuery,
    pub(super) scene: Scene,
    /// The reader's language.
    pub(super) language: String,
    /// The desk's name.
    pub(super) desk: String,
    /// Its domain, for the ids of pictures.
    pub(super) domain: String,
    /// The reader's name.
    pub(super) reader: String,
    /// Whose work it is about.
    pub(super) whose: String,
    pub(super) form: ReportForm,
    pub(super) templates: Arc<Templates>,
}

/// A report that was counted and written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeReport {
    /// The order that it is for.
    pub(super) order: u32,
    /// The letter; or why there is none.
    pub(super) letter: Result<ReportLetter, String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReportLetter {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: Option<String>,
    pub(super) pictures: Vec<Attachment>,
}

impl Counting {
    /// Counts it for somebody at the command line.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where the samples cannot be read.
    pub fn answer(self) -> Result<Answer, DeskError> {
        let unreadable = |error: std::io::Error| DeskError::Refused(format!("the measures cannot be read: {error}"));
        if self.form == ReportForm::Rows {
            let page = export(&self.samples, &self.scene, self.query.period, limit::EXPORT_ROWS).map_err(unreadable)?;
            let lines: Vec<Value> = page.rows.into_iter().map(Value::Array).collect();
            return Ok(Answer { is_no: lines.is_empty(), lines, next_day: page.next, ..Answer::default() });
        }
        let language = Language::of(&self.language);
        if self.form == ReportForm::Html {
            let page = Page::count(&self.samples, &self.query, &self.scene, language).map_err(unreadable)?;
            let source =
                |picture: &Picture| picture.png.as_ref().map(|png| format!("data:image/png;base64,{}", BASE64.encode(png)));
            let rendered = self.templates.render(LetterKind::Report, &self.language, &self.model(&page, &source));
            let text = rendered.html.unwrap_or(rendered.text);
            return Ok(Answer { lines: page.table.lines(), is_no: page.table.is_empty(), text, ..Answer::default() });
        }
        let table = crate::report::table(&self.samples, &self.query, &self.scene, language).map_err(unreadable)?;
        let text = if self.form == ReportForm::Csv { table.csv() } else { self.text(&table) };
        Ok(Answer { lines: table.lines(), is_no: table.is_empty(), text, ..Answer::default() })
    }

    /// Counts it and writes the letter; none where it is nobody's order. A panic costs this report alone.
    pub fn make(self) -> Option<MadeReport> {
        let order = self.order?;
        let letter = catch_unwind(AssertUnwindSafe(|| self.letter()))
            .unwrap_or_else(|_| Err("counting it failed with an internal error".to_owned()));
        Some(MadeReport { order, letter })
    }

    fn letter(&self) -> Result<ReportLetter, String> {
        let page = Page::count(&self.samples, &self.query, &self.scene, Language::of(&self.language));
        let page = page.map_err(|error| format!("the measures cannot be read: {error}"))?;
        let id = |picture: &Picture| format!("{}.{}@report.{}", picture.chart.name, self.order.unwrap_or_default(), self.domain);
        let source = |picture: &Picture| picture.png.as_ref().map(|_| format!("cid:{}", id(picture)));
        let rendered = self.templates.render(LetterKind::Report, &self.language, &self.model(&page, &source));
        let inline = |picture: &Picture| {
            Some(Attachment {
                name: format!("{}.png", picture.chart.name),
                content_type: "image/png".to_owned(),
                content_id: Some(id(picture)),
                inline: true,
                content: picture.png.clone()?,
            })
        };
        let pictures = page.pictures.iter().filter_map(inline).collect();
        Ok(ReportLetter { subject: rendered.subject, text: rendered.text, html: rendered.html, pictures })
    }

    fn zone(&self) -> &TimeZone {
        &self.scene.zone
    }

    fn model(&self, page: &Page, source: &dyn Fn(&Picture) -> Option<String>) -> Model {
        let language = Language::of(&self.language);
        let picture = |picture: &Picture| PictureView {
            source: source(picture).unwrap_or_default(),
            title: picture.chart.title.clone(),
            finding: picture.chart.finding.clone(),
            figures: figures(&picture.chart.table),
        };
        let report = ReportView {
            title: language.kind(self.query.kind).to_owned(),
            period: period_words(self.query.period, self.zone()),
            zone: self.zone().iana_name().unwrap_or_default().to_owned(),
            whose: self.whose.clone(),
            is_empty: page.table.is_empty(),
            figures: page.table.blocks(LINE).iter().map(figures).collect(),
            pictures: page.pictures.iter().map(picture).collect(),
            meanings: page.table.meanings().into_iter().map(|(title, text)| format!("{title}: {text}")).collect(),
        };
        Model { desk: self.desk.clone(), reader: self.reader.clone(), report: Some(report), ..Model::default() }
    }

    /// For a terminal.
    fn text(&self, table: &Table) -> String {
        let day = |at: crate::base::Timestamp| match jiff::Timestamp::from_millisecond(at.as_millis()) {
            Ok(at) => at.to_zoned(self.zone().clone()).strftime("%Y-%m-%d %H:%M").to_string(),
            Err(_) => at.to_string(),
        };
        let period = self.query.period;
        let zone = self.zone().iana_name().unwrap_or("local time");
        let mut text = format!("Report {}, from {} until {} ({zone}). ", self.query.kind, day(period.since), day(period.until));
        // Writing into a text cannot fail.
        let _ = write!(
            text,
            "Times are working time of the desk; --json and --csv have both.\n\n{}\n{}",
            table.text(),
            table.definitions()
        );
        text
    }
}

fn figures(block: &Block) -> FigureView {
    FigureView { heads: block.heads.clone(), rows: block.rows.clone(), sums: block.sums.clone(), text: block.text.clone() }
}

#[cfg(test)]
#[cfg(feature = "plots")]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::domain::ReportKind;

    /// A report as it is mailed; each picture by its name.
    fn letter(kind: ReportKind, language: &str) -> ReportLetter {
        let (samples, query, scene) = crate::report::sample(kind);
        let counting = Counting {
            order: Some(1),
            samples,
            query,
            scene,
            language: language.to_owned(),
            desk: "Example support".to_owned(),
            domain: "example.org".to_owned(),
            reader: "Max Major".to_owned(),
            whose: "all teams".to_owned(),
            form: ReportForm::Html,
            templates: Arc::new(Templates::load(&Default::default()).expect("the built-in ones")),
        };
        counting.letter().expect("counted")
    }

    #[test]
    fn each_report_is_mailed_as_its_golden_files_say() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/letters");
        let is_update = std::env::var_os("UPDATE_GOLDENS").is_some();
        for kind in ReportKind::ALL {
            let ReportLetter { subject, text, html, pictures } = letter(*kind, "en");
            let html = html.expect("HTML");
            // What is shown is in the mail: a program that blocks pictures of others shows these (RFC 2392).
            let shown = html.matches("<img ").count();
            assert_eq!((shown, html.matches("src=\"cid:").count()), (pictures.len(), pictures.len()), "{kind}");
            assert!(!html.contains("http://") && !html.contains("https://"), "{kind}: nothing is fetched");
            assert_eq!(html.matches(" alt=\"").count(), shown, "{kind}: each says what it shows");
            for (name, golden) in
                [(format!("{kind}.txt"), format!("Subject: {subject}\n\n{text}")), (format!("{kind}.html"), html)]
            {
                let path = folder.join(&name);
                if is_update {
                    fs::create_dir_all(&folder).expect("made");
                    fs::write(&path, &golden).expect("written");
                }
                assert_eq!(fs::read_to_string(&path).unwrap_or_default(), golden, "UPDATE_GOLDENS=1 rewrites {name}");
            }
        }
    }
}
