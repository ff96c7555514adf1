//! The journal: append-only segments of chained lines. It is the truth; everything else can be made from it.
//!
//! A segment is begun only when the one before is durable and `head.json` names its last record. Every 16th record's place
//! is held in memory, for old segments from the first time they are read.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::base::{Digest, Seq, limit};

use super::disk::Disk;
use super::error::StoreError;
use super::line::{self, Checked, JournalRecord, Link, Unreadable};
use super::window::Window;

const DIRECTORY: &str = "journal";
/// One record's place in this many is held in memory.
const INDEX_STEP: u64 = 16;
/// No line is longer: a record of the largest size, all of it private, and what stands around it.
const LINE_BYTES: usize = limit::RECORD_BYTES + 4096;

/// About so much of a segment is written anew at a time.
const REWRITTEN_BYTES: usize = 1024 * 1024;

/// The segments and where the chain ends.
#[derive(Debug)]
pub(super) struct Journal {
    segments: Vec<Segment>,
    pub(super) last: Link,
}

#[derive(Debug)]
struct Segment {
    number: u32,
    name: String,
    /// Its first record, or the one that will be.
    first: Seq,
    length: u64,
    index: OnceLock<Vec<(Seq, u64)>>,
}

impl Segment {
    fn new(number: u32, first: Seq, length: u64) -> Self {
        Self { number, name: file_name(number), first, length, index: OnceLock::new() }
    }
}

/// What [`scan`] found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) journal: Journal,
    /// What stands behind the last good record and is none.
    pub(super) torn: Option<Torn>,
}

/// A tail that holds no whole record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Torn {
    pub(super) file: String,
    pub(super) offset: u64,
    pub(super) record: Seq,
    pub(super) why: String,
}

fn file_name(number: u32) -> String {
    format!("{DIRECTORY}/{number:08}.jsonl")
}

/// Reads where the journal ends, and checks the last segment as a whole. Changes nothing.
pub(super) fn scan<D: Disk>(disk: &D) -> Result<Found, StoreError> {
    let mut journal = Journal { segments: Vec::new(), last: Link::default() };
    for (place, number) in (1_u32..).zip(numbers(disk)?) {
        if place != number {
            return Err(StoreError::damaged(&file_name(place), 0, None, "this segment is missing"));
        }
        let name = file_name(number);
        let length = disk.size(&name).map_err(StoreError::read(&name))?.unwrap_or(0);
        let first = first_record(disk, &name)?;
        journal.segments.push(Segment::new(number, first.unwrap_or_default(), length));
    }
    let Some(last) = journal.segments.len().checked_sub(1) else { return Ok(Found { journal, torn: None }) };
    if let Some(bad) = journal.segments.iter().take(last).find(|segment| segment.first == Seq::default()) {
        return Err(StoreError::damaged(&bad.name, 0, None, "its first line is no record and other segments follow it"));
    }
    // A segment just begun holds no whole record; the chain then ends in the one before, where nothing may be torn.
    let mut start = Link::default();
    if last > 0 && journal.segments.get(last).is_some_and(|segment| segment.first == Seq::default()) {
        let before = scan_segment(disk, journal.segments.get(last - 1), None)?;
        if let Some(torn) = before.torn {
            return Err(StoreError::damaged(&torn.file, torn.offset, Some(torn.record), torn.why));
        }
        start = before.end;
        if let Some(segment) = journal.segments.get(last - 1) {
            segment.index.get_or_init(|| before.index);
        }
    }
    let expected = if last == 0 || start.seq > Seq::default() { Some(start) } else { None };
    let tail = scan_segment(disk, journal.segments.get(last), expected)?;
    journal.last = tail.end;
    if let Some(segment) = journal.segments.get_mut(last) {
        segment.first = tail.index.first().map_or_else(|| tail.end.seq.next(), |(seq, _)| *seq);
        segment.length = tail.length;
        segment.index = OnceLock::from(tail.index);
    }
    Ok(Found { journal, torn: tail.torn })
}

fn numbers<D: Disk>(disk: &D) -> Result<Vec<u32>, StoreError> {
    let names = disk.list(DIRECTORY).map_err(StoreError::read(DIRECTORY))?;
    Ok(names.iter().filter_map(|name| name.strip_suffix(".jsonl")?.parse().ok()).collect())
}

/// The number that a segment's first line claims; checked when the segment is read.
fn first_record<D: Disk>(disk: &D, name: &str) -> Result<Option<Seq>, StoreError> {
    let mut window = Window::new(disk, name);
    let line = match read_line(&mut window, 0)? {
        Line::Whole(line) => line,
        Line::Torn | Line::End => return Ok(None),
    };
    Ok(line::check(line).ok().map(|checked| checked.link.seq))
}

struct Scan {
    end: Link,
    index: Vec<(Seq, u64)>,
    /// How far the good records reach.
    length: u64,
    torn: Option<Torn>,
}

fn scan_segment<D: Disk>(disk: &D, segment: Option<&Segment>, start: Option<Link>) -> Result<Scan, StoreError> {
    let mut scan = Scan { end: start.unwrap_or_default(), index: Vec::new(), length: 0, torn: None };
    let Some(segment) = segment else { return Ok(scan) };
    let mut known = start;
    let mut window = Window::new(disk, &segment.name);
    loop {
        let why = match read_line(&mut window, scan.length)? {
            Line::End => return Ok(scan),
            Line::Torn => "it ends in the middle".to_owned(),
            Line::Whole(line) => match line::check(line) {
                Ok(checked) => {
                    follows(&checked, known)
                        .map_err(|why| StoreError::damaged(&segment.name, scan.length, Some(scan.end.seq.next()), why))?;
                    if scan.index.is_empty() || checked.link.seq.get() % INDEX_STEP == 0 {
                        scan.index.push((checked.link.seq, scan.length));
                    }
                    scan.end = checked.link;
                    known = Some(scan.end);
                    scan.length = scan.length.saturating_add(line.len() as u64).saturating_add(1);
                    continue;
                }
                Err(Unreadable::Newer(found)) => return Err(newer(found)),
                Err(Unreadable::Broken(why)) => why,
            },
        };
        let record = scan.end.seq.next();
        if let Some(place) = record_behind(&mut window, scan.length)? {
            let why = format!("{why}, and a whole record follows at byte {place}");
            return Err(StoreError::damaged(&segment.name, scan.length, Some(record), why));
        }
        scan.torn = Some(Torn { file: segment.name.clone(), offset: scan.length, record, why });
        return Ok(scan);
    }
}

/// Does a record continue the chain? A record whose own hash is right and that does not was never torn.
fn follows(checked: &Checked<'_>, known: Option<Link>) -> Result<(), String> {
    match known {
        Some(known) if checked.link.seq != known.seq.next() => {
            Err(format!("record {} stands where {} belongs", checked.link.seq, known.seq.next()))
        }
        Some(known) if checked.previous != known.hash => Err("it does not continue the record before".to_owned()),
        _ => Ok(()),
    }
}

fn newer(found: u32) -> StoreError {
    StoreError::Newer { what: "a record of the journal".to_owned(), found, known: line::VERSION }
}

/// Looks behind a bad line for a line that is a whole record.
fn record_behind<D: Disk>(window: &mut Window<'_, D>, bad: u64) -> Result<Option<u64>, StoreError> {
    let mut offset = bad;
    loop {
        // The next line begins behind the next line break, however far away that is.
        let piece = window.at(offset, 4096)?;
        if piece.is_empty() {
            return Ok(None);
        }
        match piece.iter().position(|byte| *byte == b'\n') {
            None => {
                offset = offset.saturating_add(piece.len() as u64);
                continue;
            }
            Some(end) => offset = offset.saturating_add(end as u64).saturating_add(1),
        }
        if let Line::Whole(line) = read_line(window, offset)?
            && !matches!(line::check(line), Err(Unreadable::Broken(_)))
        {
            return Ok(Some(offset));
        }
    }
}

enum Line<'a> {
    /// Without its line break.
    Whole(&'a [u8]),
    /// There are bytes, but no line break within the bound.
    Torn,
    End,
}

fn read_line<'a, D: Disk>(window: &'a mut Window<'_, D>, offset: u64) -> Result<Line<'a>, StoreError> {
    let mut asked = 16 * 1024;
    let mut searched = 0;
    let end = loop {
        let bytes = window.at(offset, asked)?;
        if bytes.is_empty() {
            return Ok(Line::End);
        }
        let fresh = bytes.get(searched..).unwrap_or_default();
        if let Some(end) = fresh.iter().position(|byte| *byte == b'\n') {
            break searched.saturating_add(end);
        }
        if bytes.len() < asked || asked >= LINE_BYTES {
            return Ok(Line::Torn);
        }
        searched = bytes.len();
        asked = asked.saturating_mul(2).min(LINE_BYTES);
    };
    window.at(offset, end).map(Line::Whole)
}

impl Journal {
    pub(super) fn is_empty(&self) -> bool {
        self.last.seq == Seq::default()
    }

    /// The file that is written to, if there is one.
    pub(super) fn file(&self) -> Option<&str> {
        self.segments.last().map(|segment| segment.name.as_str())
    }

    /// Bytes of the file that is written to.
    pub(super) fn last_length(&self) -> u64 {
        self.segments.last().map_or(0, |segment| segment.length)
    }

    /// Bytes in all segments.
    pub(super) fn bytes(&self) -> u64 {
        self.segments.iter().map(|segment| segment.length).sum()
    }

    /// Is it time for a new segment?
    pub(super) fn is_full(&self, bytes: u64) -> bool {
        self.segments.last().is_none_or(|segment| segment.length >= bytes)
    }

    /// Begins a segment; the last one is durable and `head.json` names its end.
    pub(super) fn begin_segment<D: Disk>(&mut self, disk: &mut D) -> Result<(), StoreError> {
        let number = self.segments.last().map_or(1, |segment| segment.number.saturating_add(1));
        let segment = Segment::new(number, self.last.seq.next(), 0);
        disk.create(&segment.name).map_err(StoreError::write(&segment.name))?;
        segment.index.get_or_init(Vec::new);
        self.segments.push(segment);
        Ok(())
    }

    /// Writes lines that continue the chain; they are durable after [`Journal::sync`]. After a failure nothing of them is
    /// left, or the error is [`StoreError::Sync`].
    pub(super) fn append<D: Disk>(&mut self, disk: &mut D, lines: &Lines) -> Result<(), StoreError> {
        let Some(segment) = self.segments.last_mut() else { return Ok(()) };
        if let Err(source) = disk.append(&segment.name, lines.bytes.as_bytes()) {
            disk.truncate(&segment.name, segment.length).map_err(StoreError::sync(&segment.name))?;
            return Err(StoreError::Write { file: segment.name.clone(), source });
        }
        Ok(())
    }

    /// Makes appended lines durable and takes them in.
    pub(super) fn sync<D: Disk>(&mut self, disk: &mut D, lines: &Lines) -> Result<(), StoreError> {
        let Some(segment) = self.segments.last_mut() else { return Ok(()) };
        disk.sync(&segment.name).map_err(StoreError::sync(&segment.name))?;
        let index = segment.index.get_mut();
        if let Some(index) = index {
            let mut offset = segment.length;
            for (seq, length) in &lines.lengths {
                if index.is_empty() || seq.get() % INDEX_STEP == 0 {
                    index.push((*seq, offset));
                }
                offset = offset.saturating_add(*length as u64);
            }
        }
        segment.length = segment.length.saturating_add(lines.bytes.len() as u64);
        self.last = lines.last;
        Ok(())
    }

    /// The place among the segments that has a record.
    pub(super) fn segment_of(&self, seq: Seq) -> usize {
        self.segments.partition_point(|segment| segment.first <= seq).saturating_sub(1)
    }

    /// Writes some segments anew, the newest first, with other lines where there are others. The chain must be the same.
    ///
    /// A segment is replaced when the new one is durable. The newest first, because what somebody is known by stands in the oldest: after a
    /// stop in the middle it can be found again.
    pub(super) fn rewrite<D: Disk>(
        &mut self,
        disk: &mut D,
        places: &BTreeSet<usize>,
        other: &mut dyn FnMut(&Checked<'_>) -> Result<Option<String>, Unreadable>,
    ) -> Result<(), StoreError> {
        for place in places.iter().rev() {
            let Some(segment) = self.segments.get_mut(*place) else { continue };
            let fresh = format!("{}.new", segment.name);
            disk.remove(&fresh).map_err(StoreError::write(&fresh))?;
            disk.create(&fresh).map_err(StoreError::write(&fresh))?;
            let mut read = 0;
            let mut written = 0_u64;
            while read < segment.length {
                let lines = other_lines(&*disk, segment, &mut read, other)?;
                disk.append(&fresh, lines.as_bytes()).map_err(StoreError::write(&fresh))?;
                written = written.saturating_add(lines.len() as u64);
            }
            disk.sync(&fresh).map_err(StoreError::sync(&fresh))?;
            disk.rename(&fresh, &segment.name).map_err(StoreError::sync(&segment.name))?;
            segment.length = written;
            segment.index = OnceLock::new();
        }
        Ok(())
    }

    /// The records from `from` on, in order, each checked.
    pub(super) fn reader<'a, D: Disk>(&'a self, disk: &'a D, from: Seq) -> Result<Reader<'a, D>, StoreError> {
        let from = from.max(Seq::new(1));
        let place = self.segments.iter().rposition(|segment| segment.first <= from).unwrap_or(0);
        let known = (from == Seq::new(1)).then(Link::default);
        let mut reader = Reader { journal: self, disk, place, window: None, offset: 0, known, from };
        if let Some(segment) = self.segments.get(place)
            && from <= self.last.seq
        {
            reader.offset = segment.offset_before(disk, from)?;
            reader.window = Some(Window::new(disk, &segment.name));
        }
        Ok(reader)
    }

    /// The hash of a record.
    pub(super) fn hash_of<D: Disk>(&self, disk: &D, seq: Seq) -> Result<Option<Digest>, StoreError> {
        if seq == Seq::default() {
            return Ok(Some(Digest::default()));
        }
        if seq == self.last.seq {
            return Ok(Some(self.last.hash));
        }
        if seq > self.last.seq {
            return Ok(None);
        }
        self.reader(disk, seq)?.step(|checked| Ok(checked.link.hash))
    }
}

/// Some lines of a segment from a place on, with others where there are others; the place moves along.
fn other_lines<D: Disk>(
    disk: &D,
    segment: &Segment,
    from: &mut u64,
    other: &mut dyn FnMut(&Checked<'_>) -> Result<Option<String>, Unreadable>,
) -> Result<String, StoreError> {
    let mut lines = String::new();
    let mut window = Window::new(disk, &segment.name);
    while *from < segment.length && lines.len() < REWRITTEN_BYTES {
        let damaged = |why: &str| StoreError::damaged(&segment.name, *from, None, why);
        let Line::Whole(line) = read_line(&mut window, *from)? else { return Err(damaged("it ends in the middle")) };
        let text = std::str::from_utf8(line).map_err(|_| damaged("it is no text"))?;
        let written = line::check(line).and_then(|checked| other(&checked)).map_err(|why| match why {
            Unreadable::Newer(found) => newer(found),
            Unreadable::Broken(why) => damaged(&why),
        })?;
        match written {
            Some(written) => lines.push_str(&written),
            None => {
                lines.push_str(text);
                lines.push('\n');
            }
        }
        *from = from.saturating_add(line.len() as u64).saturating_add(1);
    }
    Ok(lines)
}

impl Segment {
    /// A place at or before the record, from which lines can be read.
    fn offset_before<D: Disk>(&self, disk: &D, record: Seq) -> Result<u64, StoreError> {
        let index = match self.index.get() {
            Some(index) => index,
            None => {
                let scan = scan_segment(disk, Some(self), None)?;
                if let Some(torn) = scan.torn {
                    return Err(StoreError::damaged(&torn.file, torn.offset, Some(torn.record), torn.why));
                }
                self.index.get_or_init(|| scan.index)
            }
        };
        let behind = index.partition_point(|(seq, _)| *seq <= record);
        Ok(behind.checked_sub(1).and_then(|at| index.get(at)).map_or(0, |(_, offset)| *offset))
    }
}

/// Goes through the records in order and checks each: hash, private part, place in the chain.
pub(super) struct Reader<'a, D> {
    journal: &'a Journal,
    disk: &'a D,
    place: usize,
    window: Option<Window<'a, D>>,
    offset: u64,
    known: Option<Link>,
    from: Seq,
}

impl<D: Disk> Reader<'_, D> {
    /// The next record; `None` behind the last.
    pub(super) fn next(&mut self) -> Result<Option<JournalRecord>, StoreError> {
        self.step(|checked| checked.record())
    }

    /// What is read of the next record; `None` behind the last.
    pub(super) fn step<T>(
        &mut self,
        mut read: impl FnMut(&Checked<'_>) -> Result<T, Unreadable>,
    ) -> Result<Option<T>, StoreError> {
        loop {
            let Some(segment) = self.journal.segments.get(self.place) else { return Ok(None) };
            if self.known.is_some_and(|known| known.seq >= self.journal.last.seq) {
                return Ok(None);
            }
            let Some(window) = &mut self.window else { return Ok(None) };
            let expected = self.known.map_or(segment.first, |known| known.seq.next());
            let damaged = |why: String| StoreError::damaged(&segment.name, self.offset, Some(expected), why);
            let line = match read_line(window, self.offset)? {
                Line::Whole(line) => line,
                Line::Torn => return Err(damaged("it ends in the middle".to_owned())),
                Line::End => {
                    self.place = self.place.saturating_add(1);
                    self.offset = 0;
                    self.window = self.journal.segments.get(self.place).map(|next| Window::new(self.disk, &next.name));
                    continue;
                }
            };
            let unreadable = |why: Unreadable| match why {
                Unreadable::Newer(found) => newer(found),
                Unreadable::Broken(why) => damaged(why),
            };
            let checked = line::check(line).map_err(unreadable)?;
            follows(&checked, self.known).map_err(damaged)?;
            let found = if checked.link.seq >= self.from { Some(read(&checked).map_err(unreadable)) } else { None };
            self.known = Some(checked.link);
            self.offset = self.offset.saturating_add(line.len() as u64).saturating_add(1);
            match found {
                Some(found) => return found.map(Some),
                None => continue,
            }
        }
    }
}

/// Lines that wait to be appended.
#[derive(Debug, Default)]
pub(super) struct Lines {
    bytes: String,
    lengths: Vec<(Seq, usize)>,
    last: Link,
}

impl Lines {
    /// No lines yet, behind the last record.
    pub(super) fn behind(last: Link) -> Self {
        Self { last, ..Self::default() }
    }

    pub(super) fn push(&mut self, link: Link, line: &str) {
        self.bytes.push_str(line);
        self.lengths.push((link.seq, line.len()));
        self.last = link;
    }

    pub(super) fn last(&self) -> Link {
        self.last
    }

    pub(super) fn len(&self) -> usize {
        self.lengths.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn records(&self) -> Vec<Seq> {
        self.lengths.iter().map(|(seq, _)| *seq).collect()
    }
}
