//! Orders the transactions of an account like the stock extension, with three differences (spec 60
//! §7.2 b): an account that does not exist may send what costs nothing, or what somebody else pays
//! for; a nonce far ahead is refused instead of kept; and the further back a transaction stands in
//! the queue of its account, the sooner a full pool drops it.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchInfo, Pays},
    weights::Weight,
};
use frame_system::CheckNonce as StockOf;
use scale_info::TypeInfo;
use sp_runtime::{
    traits::{AsSystemOriginSigner, Implication, TransactionExtension, ValidateResult},
    transaction_validity::{
        InvalidTransaction, TransactionLongevity, TransactionPriority, TransactionSource,
        TransactionValidityError, ValidTransaction,
    },
};

use super::payer;
use crate::{AccountId, Nonce, Runtime, RuntimeCall, RuntimeOrigin};

type Stock = StockOf<Runtime>;

/// Most transactions of one account that wait.
pub const MAX_WAITING: Nonce = 512;
/// So far from the front of that queue calls without a fee may stand: the pool keeps one of a kind,
/// but not of those that wait for an earlier nonce.
pub const MAX_FREE_WAITING: Nonce = 16;

/// The extension of nonces; clients see the stock one.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct CheckNonce(#[codec(compact)] Nonce);

impl CheckNonce {
    /// The transaction behind `nonce` others of its account.
    pub fn from(nonce: Nonce) -> Self {
        Self(nonce)
    }
}

impl TransactionExtension<RuntimeCall> for CheckNonce {
    const IDENTIFIER: &'static str = <Stock as TransactionExtension<RuntimeCall>>::IDENTIFIER;
    type Implicit = ();
    type Val = Option<AccountId>;
    type Pre = ();

    fn weight(&self, call: &RuntimeCall) -> Weight {
        Stock::from(self.0).weight(call)
    }

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        info: &DispatchInfo,
        _: usize,
        _: (),
        _: &impl Implication,
        _: TransactionSource,
    ) -> ValidateResult<Self::Val, RuntimeCall> {
        let Some(who) = origin.as_system_origin_signer().cloned() else {
            return Ok((ValidTransaction::default(), None, origin));
        };
        let account = frame_system::Account::<Runtime>::get(&who);
        let exists = account.providers > 0 || account.sufficients > 0;
        // Who pays is decided where the fee is charged.
        if info.pays_fee == Pays::Yes && !exists && !payer::may_be_another(call) {
            return Err(InvalidTransaction::Payment.into());
        }
        let ahead = self
            .0
            .checked_sub(account.nonce)
            .ok_or(InvalidTransaction::Stale)?;
        let most = match info.pays_fee {
            Pays::Yes => MAX_WAITING,
            Pays::No => MAX_FREE_WAITING,
        };
        if ahead >= most {
            return Err(InvalidTransaction::Future.into());
        }
        let tag = |nonce: Nonce| (&who, nonce).encode();
        let before = self.0.checked_sub(1).filter(|_| ahead > 0);
        let validity = ValidTransaction {
            priority: TransactionPriority::from(MAX_WAITING.saturating_sub(ahead)),
            requires: before.map(tag).into_iter().collect(),
            provides: [tag(self.0)].into(),
            longevity: TransactionLongevity::MAX,
            propagate: true,
        };
        Ok((validity, Some(who), origin))
    }

    fn prepare(
        self,
        who: Self::Val,
        _: &RuntimeOrigin,
        _: &RuntimeCall,
        _: &DispatchInfo,
        _: usize,
    ) -> Result<(), TransactionValidityError> {
        who.map_or(Ok(()), |who| Stock::prepare_nonce_for_account(&who, self.0))
    }
}
