//! Pictures of shares: promises kept and customers satisfied, slice by slice, and how many gave which rating.

use super::chart::{Chart, Shape, table};
use super::count::Counted;
use super::figures::Figures;
use super::query::ReportQuery;
use super::word::{Language, mean_words, share_words};

/// What there are shares of, and the words for it.
pub(super) struct Shares {
    name: &'static str,
    title: &'static str,
    /// What the share is.
    unit: &'static str,
    /// What it is a share of.
    of: &'static str,
    /// What is said of one, and of several of them, behind the share and how many there are.
    said: [&'static str; 2],
    share: fn(&Figures) -> Option<u64>,
    whole: fn(&Figures) -> u64,
}

impl Shares {
    /// Promises that were kept in time.
    pub(super) fn promises(language: Language) -> Self {
        let settled = |figures: &Figures| figures.kept.iter().chain(&figures.broken).sum::<u64>();
        Self {
            name: "promises",
            title: language.pick("Promises kept in time, by", "Rechtzeitig gehaltene Zusagen, je"),
            unit: language.pick("kept in time", "rechtzeitig gehalten"),
            of: language.pick("promises", "Zusagen"),
            said: match language {
                Language::English => ["promise was kept in time", "promises were kept in time"],
                Language::German => ["Zusage wurde rechtzeitig gehalten", "Zusagen wurden rechtzeitig gehalten"],
            },
            share: Figures::within_sla,
            whole: settled,
        }
    }

    /// Customers who gave a 4 or a 5.
    pub(super) fn satisfied(language: Language) -> Self {
        Self {
            name: "satisfied",
            title: language.pick("Ratings of 4 or 5, by", "Bewertungen mit 4 oder 5, je"),
            unit: language.pick("4 or 5", "4 oder 5"),
            of: language.pick("ratings", "Bewertungen"),
            said: match language {
                Language::English => ["rating was a 4 or 5", "ratings were a 4 or 5"],
                Language::German => ["Bewertung war eine 4 oder 5", "Bewertungen waren eine 4 oder 5"],
            },
            share: Figures::high_ratings,
            whole: Figures::rated,
        }
    }
}

/// Columns of a share over time.
pub(super) fn shares(query: &ReportQuery, counted: &Counted, language: Language, of: &Shares) -> Option<Chart> {
    let words = |share: u64| share_words(share, language);
    let whole = (of.whole)(&counted.total);
    let rows: Vec<(&str, Option<u64>, u64)> =
        counted.rows.iter().map(|(name, figures)| (name.as_str(), (of.share)(figures), (of.whole)(figures))).collect();
    let known = || rows.iter().filter_map(|(name, share, _)| Some((*name, (*share)?)));
    let (worst, least) = known().min_by_key(|(_, share)| *share)?;
    let (best, most) = known().rev().max_by_key(|(_, share)| *share)?;
    let [one, several] = of.said;
    let preposition = language.pick("of", "von");
    let said = if whole == 1 { one } else { several };
    let mut finding = format!("{} {preposition} {whole} {said}", words((of.share)(&counted.total)?));
    if known().count() > 1 {
        let (best, worst) = (format!("{best} ({})", words(most)), format!("{worst} ({})", words(least)));
        finding.push_str(&match language {
            Language::English => format!("; best {best}, worst {worst}"),
            Language::German => format!("; am besten {best}, am schlechtesten {worst}"),
        });
    }
    finding.push('.');
    let step = language.by(query.by);
    let line = |(name, share, count): &(&str, Option<u64>, u64)| {
        vec![(*name).to_owned(), share.map_or_else(|| "-".to_owned(), words), count.to_string()]
    };
    Some(Chart {
        name: of.name,
        title: format!("{} {step}", of.title),
        finding,
        table: table(&[step, of.unit, of.of], rows.iter().map(line).collect()),
        shape: Shape::Columns {
            labels: rows.iter().map(|(name, ..)| (*name).to_owned()).collect(),
            values: rows.iter().map(|(_, share, _)| *share).collect(),
            unit: format!("{}, %", of.unit),
            axis: step.to_owned(),
            is_share: true,
        },
    })
}

/// How many customers gave which rating.
pub(super) fn ratings(total: &Figures, language: Language) -> Option<Chart> {
    let count = total.rated();
    let words = |share: Option<u64>| share.map_or_else(String::new, |share| share_words(share, language));
    let mean = mean_words(total.mean_rating()?, language);
    let (low, high) = (words(total.low_ratings()), words(total.high_ratings()));
    let (title, finding) = match language {
        Language::English => (
            "How customers rated",
            match count {
                1 => format!("One customer gave a rating: {mean} of 5."),
                _ => format!("{count} customers rated {mean} of 5 on average; {high} gave 4 or 5, {low} gave 1 or 2."),
            },
        ),
        Language::German => (
            "Wie Kunden bewerteten",
            match count {
                1 => format!("Ein Kunde bewertete: {mean} von 5."),
                _ => {
                    format!("{count} Kunden bewerteten im Schnitt mit {mean} von 5; {high} gaben 4 oder 5, {low} gaben 1 oder 2.")
                }
            },
        ),
    };
    let labels: Vec<String> = (1..=total.ratings.len()).map(|rating| rating.to_string()).collect();
    let share = |value: u64| value.saturating_mul(10_000).checked_div(count);
    let row = |(label, value): (&String, &u64)| vec![label.clone(), value.to_string(), words(share(*value))];
    let rows = labels.iter().zip(&total.ratings).map(row).collect();
    let (rating, unit) = (language.pick("rating", "Bewertung"), language.pick("customers", "Kunden"));
    Some(Chart {
        name: "ratings",
        title: title.to_owned(),
        finding,
        table: table(&[rating, unit, language.pick("share", "Anteil")], rows),
        shape: Shape::Columns {
            labels,
            values: total.ratings.iter().map(|value| Some(*value)).collect(),
            unit: unit.to_owned(),
            axis: language.pick("rating; 5 is very satisfied", "Bewertung; 5 ist sehr zufrieden").to_owned(),
            is_share: false,
        },
    })
}
