//! The body of an answer over HTTP.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use hyper::body::{Body, Bytes, Frame, SizeHint};

use super::{budget::Room, message::Answer};

/// What is handed to the connection at once, in bytes: little, so that the answer keeps its room
/// until the client has nearly all of it.
const PIECE: usize = 64 * 1024;

/// An answer, of which a part may be sent.
pub(super) struct Kept {
    rest: Bytes,
    _room: Room,
}

impl From<Answer> for Kept {
    fn from(answer: Answer) -> Self {
        Self {
            rest: answer.text.into(),
            _room: answer.room,
        }
    }
}

impl Body for Kept {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let size = self.rest.len().min(PIECE);
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(size)))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(u64::try_from(self.rest.len()).unwrap_or(u64::MAX))
    }
}
