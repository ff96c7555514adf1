//! The one writer's thread: takes what waits, works it off as one group, answers after the commit.

use tokio::sync::{mpsc, oneshot};

use crate::base::limit;
use crate::desk::{Desk, DeskError, Followed, Input, Reply};
use crate::io::{clock, systemd};
use crate::store::{Disk, Keyspace};

use super::error::DaemonError;
use super::verifier::Verifying;

/// An input with where its answer goes.
struct Job {
    input: Input,
    answer: oneshot::Sender<Result<Reply, DeskError>>,
}

/// Access to the writer. Cheap to clone; the writer ends when the last one is dropped.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
    verifying: Verifying,
}

impl Writer {
    /// Who verifies the signatures of what is handed over.
    pub(super) const fn verifying(&self) -> &Verifying {
        &self.verifying
    }

    /// Starts the writer's thread; the handle yields how it ended.
    pub(super) fn start<D, K>(desk: Desk<D, K>) -> Result<(Self, std::thread::JoinHandle<Result<(), DeskError>>), DaemonError>
    where
        D: Disk + Send + 'static,
        K: Keyspace + 'static,
    {
        let (jobs, queue) = mpsc::channel(limit::WRITER_QUEUE);
        let thread = std::thread::Builder::new().name("writer".to_owned()).stack_size(limit::READING_STACK_BYTES);
        let handle = thread.spawn(move || serve(desk, queue)).map_err(DaemonError::System)?;
        Ok((Self { jobs, verifying: Verifying::default() }, handle))
    }

    /// Hands inputs over together, so that they share a commit, and waits for all answers.
    pub(super) async fn all(&self, mut inputs: Vec<Input>) -> Result<Vec<Result<Reply, DeskError>>, DaemonError> {
        self.verifying.verify(&mut inputs).await;
        let mut waiting = Vec::with_capacity(inputs.len());
        for input in inputs {
            let (answer, wait) = oneshot::channel();
            self.jobs.send(Job { input, answer }).await.map_err(|_| DaemonError::WriterGone)?;
            waiting.push(wait);
        }
        let mut replies = Vec::with_capacity(waiting.len());
        for wait in waiting {
            replies.push(wait.await.map_err(|_| DaemonError::WriterGone)?);
        }
        Ok(replies)
    }

    /// Hands one input over and waits for its answer.
    pub(super) async fn one(&self, input: Input) -> Result<Reply, DaemonError> {
        let reply = self.all(vec![input]).await?.pop().ok_or(DaemonError::WriterGone)?;
        reply.map_err(DaemonError::Desk)
    }
}

/// What a test sees that is the writer itself.
#[cfg(test)]
pub(super) struct ByHand(mpsc::Receiver<Job>);

#[cfg(test)]
pub(super) struct Waiting(oneshot::Sender<Result<Reply, DeskError>>);

#[cfg(test)]
impl Writer {
    /// A writer whose inputs a test answers.
    pub(super) fn by_hand() -> (Self, ByHand) {
        let (jobs, queue) = mpsc::channel(limit::WRITER_QUEUE);
        (Self { jobs, verifying: Verifying::default() }, ByHand(queue))
    }
}

#[cfg(test)]
impl ByHand {
    /// The next input, waiting for its answer.
    pub(super) async fn next(&mut self) -> Waiting {
        Waiting(self.0.recv().await.expect("an input").answer)
    }
}

#[cfg(test)]
impl Waiting {
    pub(super) fn answer(self) {
        // Who has lost patience does not hear it.
        let _ = self.0.send(Ok(Reply::Done));
    }
}

fn serve<D: Disk, K: Keyspace>(mut desk: Desk<D, K>, mut queue: mpsc::Receiver<Job>) -> Result<(), DeskError> {
    while let Some(first) = next(&mut desk, &mut queue)? {
        let mut size = size_of(&first.input);
        let (mut inputs, mut answers) = (vec![first.input], vec![first.answer]);
        while inputs.len() < limit::GROUP_PLANS && size < limit::GROUP_BYTES {
            let Ok(job) = queue.try_recv() else { break };
            size = size.saturating_add(size_of(&job.input));
            inputs.push(job.input);
            answers.push(job.answer);
        }
        // Who asks for what is not there is told so himself.
        let is_question: Vec<bool> =
            inputs.iter().map(|input| matches!(input, Input::Ask(_) | Input::Delivered { .. })).collect();
        let replies = desk.work(inputs, clock::now())?;
        for ((answer, reply), is_question) in answers.into_iter().zip(replies).zip(is_question) {
            if let Err(error) = &reply
                && !is_question
            {
                tracing::warn!(error = %chain(error), "An input could not be worked off.");
            }
            // Who asked may have gone away; what he asked for is done all the same.
            let _ = answer.send(reply);
        }
        if desk.has_to_forget(clock::now())? {
            desk = desk.forget_due(clock::now(), &mut |_| systemd::alive())?;
        }
    }
    desk.close()
}

/// The next job; while there is none, the full-text index and the measures are handed what they do not know yet.
fn next<D: Disk, K: Keyspace>(desk: &mut Desk<D, K>, queue: &mut mpsc::Receiver<Job>) -> Result<Option<Job>, DeskError> {
    loop {
        match queue.try_recv() {
            Ok(job) => return Ok(Some(job)),
            Err(mpsc::error::TryRecvError::Disconnected) => return Ok(None),
            Err(mpsc::error::TryRecvError::Empty) => {}
        }
        let is_behind = desk.follow()? == Followed::Behind;
        if !desk.measure()? && !is_behind {
            return Ok(queue.blocking_recv());
        }
    }
}

fn size_of(input: &Input) -> usize {
    match input {
        Input::Arrived(fetched) => fetched.bytes.len(),
        Input::Delivered { bytes, .. } => bytes.len(),
        _ => 0,
    }
}

/// An error with everything that caused it.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
