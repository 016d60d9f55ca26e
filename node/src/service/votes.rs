//! Finalizers that vote twice in one round. The voter of the SDK says so in the log and has nobody
//! to tell; here they are counted, and the log says what it means. So this looks at votes on their
//! way to the voter, as peers have sent them.

#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

use codec::{Decode as _, Encode as _};
use node_subtensor_runtime::{BlockNumber, Hash, Header};
use sc_consensus_grandpa::SharedAuthoritySet;
use sc_network::{
    NotificationService, PeerId, ProtocolName,
    error::Error,
    service::traits::{MessageSink, NotificationEvent},
};
use sp_consensus_grandpa::{
    AuthorityId, RoundNumber, SetId, SignatureResult, SignedMessage, check_message_signature,
};
use substrate_prometheus_endpoint::{Counter, PrometheusError, Registry, U64, register};

/// Where this module logs to.
const LOG: &str = "grandpa";
/// The first byte of a message of peers that is a vote.
const VOTE: u8 = 0;
/// Votes of each finalizer that are remembered: those of some rounds.
const REMEMBERED: usize = 64;

/// What a finalizer votes on once: a round of a set, and the kind of vote.
type Ballot = (SetId, RoundNumber, u8);

/// The votes that were seen.
#[derive(Default)]
struct Votes(HashMap<AuthorityId, BTreeMap<Ballot, Vec<u8>>>);

impl Votes {
    /// Notes what a peer has sent, and returns who has voted twice and in which round. What is no
    /// vote, or not by who `may_vote`, is not looked at.
    fn note(
        &mut self,
        message: &[u8],
        may_vote: impl FnOnce(&AuthorityId) -> bool,
    ) -> Option<(AuthorityId, RoundNumber)> {
        let Some((&VOTE, mut message)) = message.split_first() else {
            return None;
        };
        let (round, set, vote) =
            <(RoundNumber, SetId, SignedMessage<Header>)>::decode(&mut message).ok()?;
        let signed = check_message_signature(&vote.message, &vote.id, &vote.signature, round, set);
        if !matches!(signed, SignatureResult::Valid) || !may_vote(&vote.id) {
            return None;
        }
        // The kind of vote is in its first byte.
        let content = vote.message.encode();
        let ballot = (set, round, *content.first()?);
        let votes = self.0.entry(vote.id.clone()).or_default();
        let is_other = *votes.entry(ballot).or_insert_with(|| content.clone()) != content;
        while votes.len() > REMEMBERED {
            votes.pop_first();
        }
        is_other.then_some((vote.id, round))
    }
}

/// The messages of peers for the voter.
pub(super) struct Watched {
    messages: Box<dyn NotificationService>,
    authorities: SharedAuthoritySet<Hash, BlockNumber>,
    votes: Votes,
    twice: Option<Counter<U64>>,
}

impl Watched {
    /// Watches `messages`, and counts where there is a registry.
    ///
    /// Errors: the name of the metric is taken.
    pub(super) fn new(
        messages: Box<dyn NotificationService>,
        authorities: SharedAuthoritySet<Hash, BlockNumber>,
        registry: Option<&Registry>,
    ) -> Result<Self, PrometheusError> {
        let counter = |registry| {
            let help = "Votes of a finalizer that differ from another one of it in the same round";
            register(
                Counter::new("subtensor_vote_equivocations_total", help)?,
                registry,
            )
        };
        Ok(Self {
            messages,
            authorities,
            votes: Votes::default(),
            twice: registry.map(counter).transpose()?,
        })
    }

    fn watch(&mut self, message: &[u8]) {
        let authorities = &self.authorities;
        let may_vote = |id: &AuthorityId| authorities.current_authorities().contains(id);
        let Some((who, round)) = self.votes.note(message, may_vote) else {
            return;
        };
        if let Some(twice) = &self.twice {
            twice.inc();
        }
        log::error!(
            target: LOG,
            "The finalizer {who} has voted twice in round {round}: either two machines have its \
             key, or it is stolen",
        );
    }
}

impl fmt::Debug for Watched {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.messages.fmt(formatter)
    }
}

#[async_trait::async_trait]
impl NotificationService for Watched {
    async fn next_event(&mut self) -> Option<NotificationEvent> {
        let event = self.messages.next_event().await;
        if let Some(NotificationEvent::NotificationReceived { notification, .. }) = &event {
            self.watch(notification);
        }
        event
    }

    async fn open_substream(&mut self, peer: PeerId) -> Result<(), ()> {
        self.messages.open_substream(peer).await
    }

    async fn close_substream(&mut self, peer: PeerId) -> Result<(), ()> {
        self.messages.close_substream(peer).await
    }

    fn send_sync_notification(&mut self, peer: &PeerId, notification: Vec<u8>) {
        self.messages.send_sync_notification(peer, notification);
    }

    async fn send_async_notification(
        &mut self,
        peer: &PeerId,
        notification: Vec<u8>,
    ) -> Result<(), Error> {
        self.messages
            .send_async_notification(peer, notification)
            .await
    }

    async fn set_handshake(&mut self, handshake: Vec<u8>) -> Result<(), ()> {
        self.messages.set_handshake(handshake).await
    }

    fn try_set_handshake(&mut self, handshake: Vec<u8>) -> Result<(), ()> {
        self.messages.try_set_handshake(handshake)
    }

    fn clone(&mut self) -> Result<Box<dyn NotificationService>, ()> {
        self.messages.clone()
    }

    fn protocol(&self) -> &ProtocolName {
        self.messages.protocol()
    }

    fn message_sink(&self, peer: &PeerId) -> Option<Box<dyn MessageSink>> {
        self.messages.message_sink(peer)
    }
}
