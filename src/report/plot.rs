//! Drawing: a chart in, SVG out. The same figures give the same text, so that tests can compare it.
//!
//! The colours are those of Okabe and Ito, which people with any sort of colour blindness can tell apart; nothing is told by colour
//! alone. Letters are measured roughly here: the SVG names a font, and only `picture` knows its shapes.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::chart::{Chart, Shape};

/// Size of every picture, in the units of its SVG.
pub(super) const WIDTH: u32 = 640;
const HEIGHT: i32 = 300;
const BAR_HEIGHT: i32 = 26;
const FIELD_HEIGHT: i32 = 28;

const LEFT: i32 = 56;
const RIGHT: i32 = 624;
const TOP: i32 = 56;
const BOTTOM_ROOM: i32 = 52;

const BLUE: RGBColor = RGBColor(0, 114, 178);
const INK: RGBColor = RGBColor(51, 51, 51);
const GREY: RGBColor = RGBColor(96, 96, 96);
const RULE: RGBColor = RGBColor(216, 216, 216);
const FONT: &str = "DejaVu Sans";

type Problem = Box<dyn std::error::Error + Send + Sync>;
type Drawn = Result<(), Problem>;
type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

/// The picture as SVG.
///
/// # Errors
/// What plotters says; drawing into a text fails only where a shape cannot be drawn at all.
pub(super) fn svg(chart: &Chart) -> Result<String, Problem> {
    let height = height(&chart.shape);
    let mut text = String::new();
    {
        let size = (WIDTH, u32::try_from(height)?);
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        area.fill(&WHITE)?;
        write(&area, &chart.title, (16, 14), 17, INK, (HPos::Left, VPos::Top))?;
        match &chart.shape {
            Shape::Line { labels, values, unit } => line(&area, labels, values, unit)?,
            Shape::Columns { labels, values, unit, axis, is_share } => columns(&area, (labels, values), unit, axis, *is_share)?,
            Shape::Bars { labels, values, unit } => bars(&area, labels, values, unit)?,
            Shape::Fields { days, values, unit, axis } => fields(&area, days, values, unit, axis)?,
        }
        area.present()?;
    }
    Ok(text)
}

fn height(shape: &Shape) -> i32 {
    match shape {
        Shape::Line { .. } | Shape::Columns { .. } => HEIGHT,
        Shape::Bars { labels, .. } => TOP + BAR_HEIGHT * count(labels.len()) + 28,
        Shape::Fields { days, .. } => TOP + FIELD_HEIGHT * count(days.len()) + 60,
    }
}

fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX)
}

fn write(area: &Area<'_>, text: &str, at: (i32, i32), size: i32, colour: RGBColor, anchor: (HPos, VPos)) -> Drawn {
    let style = TextStyle::from((FONT, size).into_font()).color(&colour).pos(Pos::new(anchor.0, anchor.1));
    area.draw(&Text::new(text.to_owned(), at, style))?;
    Ok(())
}

fn rule(area: &Area<'_>, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
    area.draw(&PathElement::new(vec![from, to], colour.stroke_width(1)))?;
    Ok(())
}

fn filled(area: &Area<'_>, from: (i32, i32), to: (i32, i32), colour: RGBColor) -> Drawn {
    area.draw(&Rectangle::new([from, to], colour.filled()))?;
    Ok(())
}

/// A round number that is not less than the greatest value, and the distance of the lines below it: three to six of them.
fn scale(greatest: u64) -> (u64, u64) {
    let greatest = greatest.max(1);
    let mut power = 1_u64;
    loop {
        for step in [1, 2, 5].map(|step| power.saturating_mul(step)) {
            if greatest.div_ceil(step) <= 5 {
                return (greatest.div_ceil(step).saturating_mul(step), step);
            }
        }
        power = power.saturating_mul(10);
    }
}

/// How many of `room` pixels a value takes.
fn part(value: u64, top: u64, room: i32) -> i32 {
    let pixels = u128::from(value).saturating_mul(u128::from(room.unsigned_abs())).checked_div(u128::from(top)).unwrap_or(0);
    i32::try_from(pixels).unwrap_or(room)
}

/// The lines across, with their figures, and what they count.
fn grid(area: &Area<'_>, (top, step): (u64, u64), unit: &str, words: &dyn Fn(u64) -> String) -> Drawn {
    let bottom = HEIGHT - BOTTOM_ROOM;
    write(area, unit, (16, TOP - 10), 12, GREY, (HPos::Left, VPos::Center))?;
    let mut value = 0;
    while value <= top {
        let y = bottom - part(value, top, bottom - TOP - 8);
        rule(area, (LEFT, y), (RIGHT, y), if value == 0 { GREY } else { RULE })?;
        write(area, &words(value), (LEFT - 6, y), 12, GREY, (HPos::Right, VPos::Center))?;
        value = value.saturating_add(step);
    }
    Ok(())
}

/// Labels below the axis: as many as have room beside each other.
fn below(area: &Area<'_>, labels: &[String], at: &dyn Fn(usize) -> i32) -> Drawn {
    let widest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(1).max(1);
    let most = usize::try_from(RIGHT - LEFT).unwrap_or(1) / (widest * 7 + 12);
    let step = labels.len().div_ceil(most.max(1)).max(1);
    for (place, label) in labels.iter().enumerate().step_by(step) {
        // What would hang over the edge is moved in.
        let half = count(label.chars().count()) * 7 / 2;
        let x = at(place).clamp(half + 4, i32::try_from(WIDTH).unwrap_or(i32::MAX) - half - 4);
        write(area, label, (x, HEIGHT - BOTTOM_ROOM + 8), 12, GREY, (HPos::Center, VPos::Top))?;
    }
    Ok(())
}

fn line(area: &Area<'_>, labels: &[String], values: &[u64], unit: &str) -> Drawn {
    let (top, step) = scale(values.iter().copied().max().unwrap_or_default());
    grid(area, (top, step), unit, &|value| value.to_string())?;
    let bottom = HEIGHT - BOTTOM_ROOM;
    let gaps = count(values.len().saturating_sub(1)).max(1);
    let x = |place: usize| LEFT + 8 + (RIGHT - LEFT - 16) * count(place) / gaps;
    let points: Vec<(i32, i32)> =
        values.iter().enumerate().map(|(place, value)| (x(place), bottom - part(*value, top, bottom - TOP - 8))).collect();
    area.draw(&PathElement::new(points.clone(), BLUE.stroke_width(3)))?;
    for at in points.first().into_iter().chain(points.last()) {
        area.draw(&Circle::new(*at, 4, BLUE.filled()))?;
    }
    below(area, labels, &x)
}

fn columns(area: &Area<'_>, (labels, values): (&[String], &[Option<u64>]), unit: &str, axis: &str, is_share: bool) -> Drawn {
    let greatest = values.iter().filter_map(|value| *value).max().unwrap_or_default();
    let (top, step) = if is_share { (10_000, 2_500) } else { scale(greatest) };
    let words = |value: u64| if is_share { format!("{} %", value / 100) } else { value.to_string() };
    grid(area, (top, step), unit, &words)?;
    let bottom = HEIGHT - BOTTOM_ROOM;
    let slot = (RIGHT - LEFT) / count(values.len()).max(1);
    let middle = |place: usize| LEFT + slot * count(place) + slot / 2;
    let half = (slot * 2 / 5).clamp(2, 36);
    for (place, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let y = bottom - part(*value, top, bottom - TOP - 8);
        filled(area, (middle(place) - half, y), (middle(place) + half, bottom), BLUE)?;
        if slot >= 40 {
            write(area, &words(*value), (middle(place), y - 3), 12, INK, (HPos::Center, VPos::Bottom))?;
        }
    }
    below(area, labels, &middle)?;
    write(area, axis, ((LEFT + RIGHT) / 2, HEIGHT - 8), 12, GREY, (HPos::Center, VPos::Bottom))
}

fn bars(area: &Area<'_>, labels: &[String], values: &[u64], unit: &str) -> Drawn {
    let top = values.iter().copied().max().unwrap_or_default().max(1);
    let start = 170;
    write(area, unit, (start, TOP - 10), 12, GREY, (HPos::Left, VPos::Center))?;
    for (place, (label, value)) in labels.iter().zip(values).enumerate() {
        let y = TOP + BAR_HEIGHT * count(place) + 4;
        let end = start + part(*value, top, RIGHT - start - 40).max(2);
        let label: String =
            if label.chars().count() > 20 { label.chars().take(19).chain(['…']).collect() } else { label.clone() };
        write(area, &label, (start - 8, y + 9), 13, INK, (HPos::Right, VPos::Center))?;
        filled(area, (start, y), (end, y + 18), BLUE)?;
        write(area, &value.to_string(), (end + 6, y + 9), 13, INK, (HPos::Left, VPos::Center))?;
    }
    Ok(())
}

/// From white to blue, in eight steps: a field's figure is the darker the greater it is.
fn shade(value: u64, top: u64) -> RGBColor {
    let step = if value == 0 { 0 } else { part(value, top, 7).max(1) };
    let mix = |from: i32, to: i32| u8::try_from(from + (to - from) * step / 7).unwrap_or(u8::MAX);
    RGBColor(mix(245, 0), mix(245, 90), mix(245, 150))
}

fn fields(area: &Area<'_>, days: &[String], values: &[[u64; 24]; 7], unit: &str, axis: &str) -> Drawn {
    let top = values.iter().flatten().copied().max().unwrap_or_default().max(1);
    let wide = (RIGHT - LEFT) / 24;
    for (day, (name, hours)) in days.iter().zip(values).enumerate() {
        let y = TOP + FIELD_HEIGHT * count(day);
        write(area, name, (LEFT - 8, y + FIELD_HEIGHT / 2), 13, INK, (HPos::Right, VPos::Center))?;
        for (hour, value) in hours.iter().enumerate() {
            let x = LEFT + wide * count(hour);
            filled(area, (x, y), (x + wide - 2, y + FIELD_HEIGHT - 2), shade(*value, top))?;
            if *value > 0 {
                // A figure that can be read on its ground; the colour alone tells nothing.
                let ink = if part(*value, top, 7) >= 4 { WHITE } else { INK };
                let at = (x + wide / 2 - 1, y + FIELD_HEIGHT / 2 - 1);
                write(area, &short(*value), at, 11, ink, (HPos::Center, VPos::Center))?;
            }
        }
    }
    let below = TOP + FIELD_HEIGHT * count(days.len()) + 6;
    for hour in (0..24).step_by(3) {
        let x = LEFT + wide * hour;
        write(area, &format!("{hour}:00"), (x, below), 12, GREY, (HPos::Left, VPos::Top))?;
    }
    write(area, &format!("{axis}; {unit}"), ((LEFT + RIGHT) / 2, below + 22), 12, GREY, (HPos::Center, VPos::Top))
}

/// A figure that fits a field.
fn short(value: u64) -> String {
    if value < 1000 { value.to_string() } else { format!("{}k", value / 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_round_and_holds_the_greatest() {
        assert_eq!(scale(0), (1, 1));
        assert_eq!(scale(5), (5, 1));
        assert_eq!(scale(7), (8, 2));
        assert_eq!(scale(23), (25, 5));
        assert_eq!(scale(101), (150, 50));
        for greatest in 1..5000 {
            let (top, step) = scale(greatest);
            assert!(top >= greatest && top.is_multiple_of(step) && top / step <= 5, "{greatest}: {top} by {step}");
        }
    }
}
