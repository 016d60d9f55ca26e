//! Books of TAO and stake in storage, so that what fails is undone, and a pool.

use frame_support::{Blake2_128Concat, parameter_types, storage_alias, weights::Weight};
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, OrderTrades, TaoBalance};

use super::{HOTKEY, NETUID, account};

parameter_types! {
    pub static Price: U64F64 = U64F64::ONE;
    /// What the pool returns; without it the pool trades at the price.
    pub static Returns: Option<u64> = None;
    pub static Frozen: Option<AccountId32> = None;
    /// The limit of the last trade.
    pub static Limit: Option<u64> = None;
    /// Whether the pallet's hotkey is the pallet's.
    pub static Owns: bool = true;
    /// What the pool gains wherever stake moves, as shares are rounded.
    pub static Rounding: u64 = 0;
    pub static TradeWeight: Weight = TRADE;
    /// How often TAO was moved.
    pub static Transfers: u32 = 0;
}

pub(super) const TRADE: Weight = Weight::from_parts(1_000_000_000_000, 0);

type Position = (AccountId32, AccountId32, NetUid);

#[storage_alias]
type Tao = StorageMap<
    Books,
    Blake2_128Concat,
    AccountId32,
    u64,
    frame_support::pallet_prelude::ValueQuery,
>;
#[storage_alias]
type Alpha =
    StorageMap<Books, Blake2_128Concat, Position, u64, frame_support::pallet_prelude::ValueQuery>;

/// Has all TAO and alpha that traders have not.
pub(super) const POOL: AccountId32 = account(251);
const SLIPPAGE: DispatchError = DispatchError::Other("SlippageTooHigh");
pub(super) const TOO_LITTLE: DispatchError = DispatchError::Other("not enough");

pub struct Books;

pub(super) fn reset() {
    Price::set(U64F64::ONE);
    Returns::set(None);
    Frozen::set(None);
    Limit::set(None);
    Owns::set(true);
    Rounding::set(0);
    Transfers::set(0);
    TradeWeight::set(TRADE);
}

pub(super) fn tao(who: &AccountId32) -> u64 {
    Tao::get(who)
}

pub(super) fn alpha(coldkey: &AccountId32, hotkey: &AccountId32) -> u64 {
    Alpha::get((coldkey, hotkey, NETUID))
}

pub(super) fn give_tao(who: &AccountId32, amount: u64) {
    Tao::mutate(who, |held| *held += amount);
}

pub(super) fn give_alpha(coldkey: &AccountId32, hotkey: &AccountId32, amount: u64) {
    Alpha::mutate((coldkey, hotkey, NETUID), |held| *held += amount);
}

/// All TAO, and all stake.
pub(super) fn totals() -> (u64, u64) {
    (Tao::iter_values().sum(), Alpha::iter_values().sum())
}

pub(super) fn stock_pool(amount: u64) {
    give_tao(&POOL, amount);
    give_alpha(&POOL, &POOL, amount);
}

fn pay(from: &AccountId32, to: &AccountId32, amount: u64) -> DispatchResult {
    let left = Tao::get(from).checked_sub(amount).ok_or(TOO_LITTLE)?;
    Tao::insert(from, left);
    give_tao(to, amount);
    Ok(())
}

impl OrderTrades<AccountId32> for Books {
    fn price(_: NetUid) -> U64F64 {
        Price::get()
    }

    fn is_frozen(coldkey: &AccountId32) -> bool {
        Frozen::get().as_ref() == Some(coldkey)
    }

    fn buy_alpha(
        coldkey: &AccountId32,
        hotkey: &AccountId32,
        netuid: NetUid,
        tao: TaoBalance,
        limit: TaoBalance,
    ) -> Result<AlphaBalance, DispatchError> {
        Limit::set(Some(limit.to_u64()));
        if rao_per_alpha() > limit.to_u64() {
            return Err(SLIPPAGE);
        }
        let at_price = U64F64::from_num(tao.to_u64())
            .safe_div(Price::get())
            .to_u64();
        let bought = Returns::get().unwrap_or(at_price).into();
        pay(coldkey, &POOL, tao.to_u64())?;
        Self::move_stake((&POOL, &POOL), (coldkey, hotkey), netuid, bought)?;
        Ok(bought)
    }

    fn sell_alpha(
        coldkey: &AccountId32,
        hotkey: &AccountId32,
        netuid: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
    ) -> Result<TaoBalance, DispatchError> {
        Limit::set(Some(limit.to_u64()));
        if rao_per_alpha() < limit.to_u64() {
            return Err(SLIPPAGE);
        }
        let at_price = U64F64::from_num(alpha.to_u64()).saturating_mul(Price::get());
        let paid = Returns::get().unwrap_or(at_price.to_u64());
        Self::move_stake((coldkey, hotkey), (&POOL, &POOL), netuid, alpha)?;
        pay(&POOL, coldkey, paid)?;
        Ok(paid.into())
    }

    fn move_stake(
        from: (&AccountId32, &AccountId32),
        to: (&AccountId32, &AccountId32),
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> DispatchResult {
        let (from, to) = ((from.0, from.1, netuid), (to.0, to.1, netuid));
        let left = Alpha::get(from).checked_sub(alpha.to_u64());
        Alpha::insert(from, left.ok_or(TOO_LITTLE)?);
        let lost = Rounding::get().min(alpha.to_u64());
        Alpha::mutate(to, |held| *held += alpha.to_u64() - lost);
        give_alpha(&POOL, &POOL, lost);
        Ok(())
    }

    fn stake_of(coldkey: &AccountId32, hotkey: &AccountId32, netuid: NetUid) -> AlphaBalance {
        Alpha::get((coldkey, hotkey, netuid)).into()
    }

    fn transfer_tao(from: &AccountId32, to: &AccountId32, amount: TaoBalance) -> DispatchResult {
        Transfers::mutate(|count| *count += 1);
        pay(from, to, amount.to_u64())
    }

    fn owns_hotkey(_: &AccountId32, _: &AccountId32) -> bool {
        Owns::get()
    }

    fn claim_hotkey(_: &AccountId32, hotkey: &AccountId32) -> DispatchResult {
        if !Owns::get() || *hotkey == HOTKEY {
            return Err(TOO_LITTLE);
        }
        Ok(())
    }

    fn trade_weight() -> Weight {
        TradeWeight::get()
    }
}

fn rao_per_alpha() -> u64 {
    Price::get()
        .saturating_mul(U64F64::from_num(1_000_000_000))
        .to_u64()
}
