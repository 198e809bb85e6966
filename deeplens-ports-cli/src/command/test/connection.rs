//! A connection that is given up when its time is over.

use crate::target::Target;
use deeplens_ports::__private::addresses;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::time::{Duration, Instant};

#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    address: SocketAddr,
    end: Instant,
}

impl Connection {
    /// To the first of the host's addresses that accepts; if none does, the error is that of the first. Each gets the
    /// time: Windows takes two seconds to say that nobody listens on `[::1]`.
    pub(super) fn open(target: &Target, timeout: Duration) -> io::Result<Self> {
        let mut first = None;
        for address in addresses(&target.host, target.port)? {
            match Self::to(address, Instant::now() + timeout) {
                Ok(connection) => return Ok(connection),
                Err(error) => first = first.or(Some(error)),
            }
        }
        Err(first.unwrap_or_else(|| io::Error::new(ErrorKind::NotFound, "the host has no address")))
    }

    /// Another one to the same address, within the time of this one.
    pub(super) fn again(&self) -> io::Result<Self> {
        Self::to(self.address, self.end)
    }

    fn to(address: SocketAddr, end: Instant) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&address, left(end))?;
        Ok(Self {
            stream,
            address,
            end,
        })
    }

    /// Whether it ends on this machine: other addresses cannot be bound.
    pub(super) fn is_here(&self) -> bool {
        UdpSocket::bind((self.address.ip(), 0)).is_ok()
    }

    /// Sends the bytes in one piece: a server may answer and close after the first.
    pub(super) fn say(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes)
    }

    /// What comes until it is enough, or as much as comes until the end of the stream or of the time. What answers in
    /// another language may say less and wait; of that nothing more comes.
    pub(super) fn hear(&mut self, is_enough: impl Fn(&[u8]) -> bool) -> io::Result<Vec<u8>> {
        let mut heard = Vec::new();
        let mut piece = [0; 512];
        while heard.len() < MOST && !is_enough(&heard) {
            let left = left(self.end);
            let patience = if heard.is_empty() {
                left
            } else {
                left.min(PAUSE)
            };
            self.stream.set_read_timeout(Some(patience))?;
            match self.stream.read(&mut piece) {
                Ok(0) => break,
                Ok(count) => heard.extend_from_slice(&piece[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) if !heard.is_empty() => break,
                Err(error) if is_timeout(&error) => {
                    return Err(io::Error::new(
                        ErrorKind::TimedOut,
                        "it said nothing in time",
                    ));
                }
                Err(error) => return Err(error),
            }
        }
        if heard.is_empty() {
            let text = "it closed the connection without a word";
            return Err(io::Error::new(ErrorKind::UnexpectedEof, text));
        }
        Ok(heard)
    }
}

/// No answer that is asked for is as long.
const MOST: usize = 4096;

/// No answer stops for as long.
const PAUSE: Duration = Duration::from_millis(500);

/// Not zero, which the system would take for no limit.
fn left(end: Instant) -> Duration {
    let left = end.saturating_duration_since(Instant::now());
    left.max(Duration::from_millis(1))
}

/// Unix calls it the one, Windows the other.
fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}
