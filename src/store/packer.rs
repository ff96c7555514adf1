//! Texts become frames on a thread of its own, while the writer decides on the next message.
//!
//! Compressing is a sixth of the work on a message and nobody needs its result before the commit. Without a thread, or when
//! it has died, the commit does it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use crate::base::Digest;

use super::error::StoreError;
use super::frame::Framer;
use super::spool::Frames;

/// Texts that are not in the spool yet, by name.
pub(super) type Texts = BTreeMap<Digest, Arc<Vec<u8>>>;

/// The texts of one group, being framed.
pub(super) struct Packer {
    framer: Arc<Framer>,
    worker: Option<Worker>,
    texts: Texts,
    /// How many of them the worker has taken.
    taken: usize,
}

/// The two ends of the thread; it ends when they are dropped.
struct Worker {
    texts: mpsc::Sender<(Digest, Arc<Vec<u8>>)>,
    /// Never locked: it is there so that a store can be shared between threads.
    frames: Mutex<mpsc::Receiver<(Digest, Vec<u8>)>>,
}

impl Packer {
    pub(super) const fn new(framer: Arc<Framer>) -> Self {
        Self { framer, worker: None, texts: Texts::new(), taken: 0 }
    }

    /// The texts of the group.
    pub(super) const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Begins with some texts.
    pub(super) fn begin(&mut self, texts: Texts) {
        for (name, text) in texts {
            if self.texts.insert(name, Arc::clone(&text)).is_some() {
                continue;
            }
            if self.worker.is_none() {
                self.worker = Worker::start(Arc::clone(&self.framer));
            }
            let is_taken = self.worker.as_ref().is_some_and(|worker| worker.texts.send((name, text)).is_ok());
            self.taken = self.taken.saturating_add(usize::from(is_taken));
        }
    }

    /// Waits for the frames of the group, and begins a new one.
    pub(super) fn finish(&mut self) -> Result<Frames, StoreError> {
        let (texts, taken) = (std::mem::take(&mut self.texts), std::mem::take(&mut self.taken));
        let mut frames = Frames::new();
        if let Some(worker) = &mut self.worker {
            frames.extend(worker.frames.get_mut().unwrap_or_else(PoisonError::into_inner).iter().take(taken));
        }
        for (name, text) in texts {
            if let Entry::Vacant(place) = frames.entry(name) {
                // The worker is dead, or never lived.
                self.worker = None;
                place.insert(self.framer.frame(name, &text)?);
            }
        }
        Ok(frames)
    }

    /// Forgets the group.
    pub(super) fn abandon(&mut self) {
        *self = Self::new(Arc::clone(&self.framer));
    }
}

impl Worker {
    fn start(framer: Arc<Framer>) -> Option<Self> {
        let (texts, waiting) = mpsc::channel::<(Digest, Arc<Vec<u8>>)>();
        let (done, frames) = mpsc::channel();
        let work = move || {
            for (name, text) in waiting {
                // A text that cannot be framed makes the commit fail, which asks again and hears why.
                let Ok(frame) = framer.frame(name, &text) else { return };
                if done.send((name, frame)).is_err() {
                    return;
                }
            }
        };
        std::thread::Builder::new().name("packer".to_owned()).spawn(work).ok()?;
        Some(Self { texts, frames: Mutex::new(frames) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(framer: &Framer, words: &[&str]) -> Texts {
        words.iter().map(|word| (framer.name(word.as_bytes()), Arc::new(word.as_bytes().to_vec()))).collect()
    }

    #[test]
    fn each_group_gets_the_frames_of_its_texts() {
        let framer = Arc::new(Framer::new([7; 32]));
        let mut packer = Packer::new(Arc::clone(&framer));
        for words in [&["one", "two"][..], &[], &["two", "three", "four"]] {
            let group = texts(&framer, words);
            packer.begin(group.clone());
            packer.begin(group.clone());
            assert_eq!(packer.texts(), &group);
            let frames = packer.finish().expect("frames");
            assert_eq!(frames.len(), words.len());
            for (name, text) in &group {
                assert_eq!(framer.open(*name, &frames[name]).as_deref(), Ok(text.as_slice()));
            }
        }
        packer.begin(texts(&framer, &["gone"]));
        packer.abandon();
        assert!(packer.texts().is_empty() && packer.finish().expect("frames").is_empty());
    }

    #[test]
    fn without_a_worker_the_frames_are_made_all_the_same() {
        let framer = Arc::new(Framer::new([7; 32]));
        let mut packer = Packer::new(Arc::clone(&framer));
        let (texts_end, _) = mpsc::channel();
        let (_, frames) = mpsc::channel();
        packer.worker = Some(Worker { texts: texts_end, frames: Mutex::new(frames) });
        packer.begin(texts(&framer, &["one", "two"]));
        assert_eq!(packer.finish().expect("frames").len(), 2);
        packer.begin(texts(&framer, &["three"]));
        assert_eq!(packer.finish().expect("frames").len(), 1);
    }
}
