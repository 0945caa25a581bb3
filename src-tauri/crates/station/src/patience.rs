//! A connection that hangs up on whoever sends the head of a request drop by drop.
//!
//! The HTTP library has one clock for the head, which begins with the wait for it. Two are wanted: a browser may keep a connection
//! open for a while without a word, but once it began to speak the head comes whole.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// Where the request stands that is being heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hearing {
    /// Nothing came since the last answer.
    Nothing,
    /// The head has begun; so many letters of its end were heard.
    Head(usize),
    /// The head is there: the body has a clock of its own.
    Whole,
}

/// What ends a head.
const END: &[u8; 4] = b"\r\n\r\n";

impl Hearing {
    /// After these bytes.
    fn heard(self, bytes: &[u8]) -> Self {
        let mut matched = match self {
            Hearing::Whole => return Hearing::Whole,
            Hearing::Nothing => 0,
            Hearing::Head(matched) => matched,
        };
        for byte in bytes {
            matched = if *byte == END[matched] {
                matched + 1
            } else {
                usize::from(*byte == END[0])
            };
            if matched == END.len() {
                return Hearing::Whole;
            }
        }
        Hearing::Head(matched)
    }
}

/// A stream whose heads arrive in time, or not at all.
pub(crate) struct Patient<S> {
    stream: S,
    patience: Duration,
    hearing: Hearing,
    till: Pin<Box<Sleep>>,
}

impl<S> Patient<S> {
    /// Waits for each head no longer than that after its first byte.
    pub(crate) fn new(stream: S, patience: Duration) -> Self {
        Patient {
            stream,
            patience,
            hearing: Hearing::Nothing,
            till: Box::pin(sleep_until(Instant::now() + patience)),
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = into.filled().len();
        let read = Pin::new(&mut this.stream).poll_read(cx, into);
        if matches!(read, Poll::Ready(Ok(()))) && into.filled().len() > before {
            if this.hearing == Hearing::Nothing {
                this.till.as_mut().reset(Instant::now() + this.patience);
            }
            this.hearing = this.hearing.heard(&into.filled()[before..]);
        }
        let late =
            matches!(this.hearing, Hearing::Head(_)) && this.till.as_mut().poll(cx).is_ready();
        if late {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        // An answer: what comes next is another request.
        self.hearing = Hearing::Nothing;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_head_is_heard_however_it_is_cut() {
        let head = b"GET / HTTP/1.1\r\nHost: a\r\r\n\r\n";
        for cut in 0..head.len() {
            let hearing = Hearing::Nothing.heard(&head[..cut]);
            assert_ne!(hearing, Hearing::Whole, "{cut}");
            assert_eq!(hearing.heard(&head[cut..]), Hearing::Whole, "{cut}");
        }
    }
}
