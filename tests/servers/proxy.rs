//! A line to a mail server that fails where it is told to: after so many bytes in one direction it is cut or goes silent.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// From the desk to the server.
    Up,
    /// From the server to the desk.
    Down,
}

/// What happens to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing.
    None,
    /// Both sides are closed after so many bytes went this way; the bytes before arrive.
    Cut(Way, usize),
    /// After so many bytes nothing goes this way any more, and nobody is told.
    Stall(Way, usize),
}

#[derive(Debug, Default)]
struct Inside {
    /// What the next connections get, one each.
    faults: VecDeque<Fault>,
    /// Open connections, both ends.
    open: Vec<TcpStream>,
    /// Bytes of the first connection, up and down.
    passed: [usize; 2],
    connections: usize,
    /// Faults that came to pass.
    struck: usize,
}

/// The line; it listens as long as the process lives.
#[derive(Clone, Debug)]
pub(super) struct Proxy {
    port: u16,
    inside: Arc<Mutex<Inside>>,
}

impl Proxy {
    /// A line to a port of this machine, without any fault.
    pub(super) fn to(target: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let inside = Arc::new(Mutex::new(Inside::default()));
        let shared = Arc::clone(&inside);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                // A server that is away is one of the things that happen: the client finds the line closed.
                if let Ok(server) = TcpStream::connect(("127.0.0.1", target)) {
                    join(&shared, &client, &server);
                }
            }
        });
        Self { port, inside }
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// The next connections have these faults, one each; those after them have none.
    pub(super) fn next(&self, faults: impl IntoIterator<Item = Fault>) {
        self.inside.lock().expect("the line").faults.extend(faults);
    }

    /// Faults that no connection has had yet.
    pub(super) fn left(&self) -> usize {
        self.inside.lock().expect("the line").faults.len()
    }

    /// Cuts every connection that is open.
    pub(super) fn cut(&self) {
        for stream in self.inside.lock().expect("the line").open.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// How many bytes went each way over the first connection.
    pub(super) fn passed(&self, way: Way) -> usize {
        self.inside.lock().expect("the line").passed[way as usize]
    }

    /// How many faults came to pass.
    pub(super) fn struck(&self) -> usize {
        self.inside.lock().expect("the line").struck
    }
}

/// Joins two ends with a thread each way.
fn join(inside: &Arc<Mutex<Inside>>, client: &TcpStream, server: &TcpStream) {
    let (fault, is_first) = {
        let mut inside = inside.lock().expect("the line");
        inside.connections += 1;
        inside.open.extend([client.try_clone().expect("a socket"), server.try_clone().expect("a socket")]);
        (inside.faults.pop_front().unwrap_or(Fault::None), inside.connections == 1)
    };
    for (way, from, to) in [(Way::Up, client, server), (Way::Down, server, client)] {
        let (from, to) = (from.try_clone().expect("a socket"), to.try_clone().expect("a socket"));
        let _ = to.set_nodelay(true);
        let inside = Arc::clone(inside);
        std::thread::spawn(move || carry(&inside, (way, is_first), fault, from, to));
    }
}

/// Carries bytes one way until an end closes or the fault strikes.
fn carry(inside: &Mutex<Inside>, (way, is_first): (Way, bool), fault: Fault, mut from: TcpStream, mut to: TcpStream) {
    let mut buffer = vec![0; 16 * 1024];
    let mut passed = 0;
    let bound = match fault {
        Fault::Cut(of, bytes) | Fault::Stall(of, bytes) if of == way => Some(bytes),
        _ => None,
    };
    loop {
        if bound == Some(passed) {
            inside.lock().expect("the line").struck += 1;
            match fault {
                Fault::Stall(..) => while from.read(&mut buffer).is_ok_and(|count| count > 0) {},
                Fault::None | Fault::Cut(..) => {}
            }
            break;
        }
        let most = bound.map_or(buffer.len(), |bound| (bound - passed).min(buffer.len()));
        let Ok(count @ 1..) = from.read(&mut buffer[..most]) else { break };
        if to.write_all(&buffer[..count]).is_err() {
            break;
        }
        passed += count;
        if is_first {
            inside.lock().expect("the line").passed[way as usize] = passed;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}
