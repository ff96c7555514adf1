//! The export of measures: page by page as at once, and adding up to what reports say.

use serde_json::Value;

use super::*;

/// The place of a column.
fn place(name: &str) -> usize {
    export_columns().iter().position(|(column, _)| column == name).expect("a column")
}

fn pages(samples: &Snapshot, mut period: Period, most: usize) -> (Vec<Vec<Value>>, usize) {
    let (mut rows, mut count) = (Vec::new(), 0);
    loop {
        let page = export(samples, &scene(), period, most).expect("exported");
        rows.extend(page.rows);
        count += 1;
        let Some(next) = page.next else { return (rows, count) };
        let day: jiff::civil::Date = next.parse().expect("a day");
        let midnight = day.to_zoned(TimeZone::UTC).expect("a time").timestamp();
        period.since = Timestamp::from_millis(midnight.as_millisecond());
    }
}

#[test]
fn page_by_page_it_is_as_at_once_and_adds_up_to_the_reports() {
    let (records, _) = years(31);
    let mut ledger = Ledger::in_memory();
    folded(&records, &mut ledger, 0, records.len());
    let since = Timestamp::from_seconds(1_740_000_000);
    let period = Period { since, until: since.plus(Span::from_hours(60 * 24 + 7)) };
    let samples = ledger.snapshot().expect("written");
    let (whole, one) = pages(&samples, period, usize::MAX);
    let (pieces, several) = pages(&samples, period, 40);
    assert!(one == 1 && several > 20, "{one} and {several}");
    assert_eq!(pieces, whole);
    assert!(whole.iter().all(|row| row.len() == export_columns().len()));

    for by in [By::Total, By::Agent, By::Team, By::Organisation, By::Rule] {
        let counted = counted_of(&mut ledger, ReportKind::Workload, period, by);
        let of_cut: Vec<_> = whole.iter().filter(|row| row[1] == by.as_str()).collect();
        let sum = |name: &str| of_cut.iter().filter_map(|row| row[place(name)].as_i64()).sum::<i64>();
        let total = &counted.total;
        for (name, figure) in [
            ("opened", total.opened),
            ("resolved", total.resolved),
            ("replies", total.replies),
            ("touches", total.touches),
            ("asked", total.asked),
            ("rated", total.rated()),
            ("corrected", total.corrected),
            ("helped", total.helped),
            ("escalated", total.escalated),
        ] {
            // Not every sample is one of a rule.
            if by != By::Rule || name == "corrected" {
                assert_eq!(sum(name), i64::try_from(figure).expect("few"), "{name} by {by}");
            }
        }
        if by != By::Rule {
            // The backlog of the last day is that of the report.
            let last = &of_cut.last().expect("a row")[0];
            let backlog = of_cut.iter().filter(|row| row[0] == *last).filter_map(|row| row[place("backlog")].as_i64());
            assert_eq!(backlog.sum::<i64>(), total.backlog, "by {by}");
        }
    }
    // Each day says who was there, also the first and last, which are not whole.
    let present = |row: &&Vec<Value>| row[1] == "agent" && row[place("availability")].is_number();
    assert_eq!(whole.iter().filter(present).count(), 62 * usize::try_from(AGENTS).expect("few"));
}

#[test]
fn columns_have_names_of_their_own_and_a_meaning() {
    let columns = export_columns();
    let names: std::collections::BTreeSet<_> = columns.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), columns.len());
    assert!(columns.iter().all(|(_, meaning)| meaning.ends_with('.')));
    let meaning = |name: &str| columns.get(place(name)).map(|(_, meaning)| meaning.as_str()).unwrap_or_default();
    assert!(meaning("resolution_median").ends_with("In seconds.") && meaning("within_sla").ends_with("In percent."));
}

#[test]
fn a_row_for_a_spreadsheet_begins_no_formula() {
    let row = [Value::from("2026-03-02"), Value::from("=1+1, \"x\""), Value::Null, Value::from(2.5)];
    assert_eq!(csv_line(&row), "2026-03-02,\"'=1+1, \"\"x\"\"\",,2.5");
}
