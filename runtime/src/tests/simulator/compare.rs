//! What the runtime stores against what the simulator says.

use alloc::{collections::BTreeMap, vec::Vec};
use pallet_subtensor::{
    Active, AlphaDividendsPerSubnet, Bonds, Burn, Consensus, ConsensusByMechanism, Delegates,
    Dividends, Emission, Incentive, MinerBurned, Neurons, RootAlphaDividendsPerSubnet, Shares,
    StakePositions, StakeWeight, SubnetAlphaIn, SubnetAlphaOut, SubnetFastMovingPrice,
    SubnetMovingPrice, SubnetProtocolAlpha, SubnetTAO, TotalHotkeyAlpha, ValidatorPermit,
    ValidatorTrust,
};
use pallet_subtensor_swap::SwapBalancer;
use sp_runtime::PerU16;
use subtensor_fixed::{Fixed, U64F64, U96F32};
use subtensor_primitives::{NetUid, NetUidStorageIndex};
use subtensor_sim::{EpochFigures, NeuronFigures, Simulation};

use super::{super::blocks::SUBNET, state::name};
use crate::{AccountId, Balances, Runtime};

/// A list of all neurons.
fn list<V>(figures: &EpochFigures, of: impl Fn(&NeuronFigures) -> V) -> Vec<V> {
    figures.neurons.iter().map(of).collect()
}

fn parts(scores: Vec<PerU16>) -> Vec<u16> {
    scores.into_iter().map(PerU16::deconstruct).collect()
}

fn number(value: U64F64) -> f64 {
    value.to_bits() as f64 / 2f64.powi(64)
}

/// Compares everything that the last epoch has stored, and all that it went by.
pub(super) fn compare(figures: &EpochFigures, simulation: &Simulation) {
    compare_scores(figures);
    compare_payout(figures);
    compare_stakes(figures, simulation);
    compare_pool(figures);
}

fn compare_scores(figures: &EpochFigures) {
    let index = NetUidStorageIndex::from(SUBNET);
    assert_eq!(figures.neurons.len(), usize::from(count()));
    assert_eq!(
        list(figures, |neuron| neuron.active),
        Active::<Runtime>::get(SUBNET)
    );
    let permits = ValidatorPermit::<Runtime>::get(SUBNET);
    assert_eq!(list(figures, |neuron| neuron.permit), permits);
    let stakes = StakeWeight::<Runtime>::get(SUBNET);
    assert_eq!(list(figures, |neuron| neuron.stake_weight), stakes);
    let consensus = Consensus::<Runtime>::get(SUBNET);
    assert_eq!(list(figures, |neuron| neuron.consensus), consensus);
    assert_eq!(
        parts(ConsensusByMechanism::<Runtime>::get(index)),
        consensus
    );
    let incentive = Incentive::<Runtime>::get(index);
    assert_eq!(list(figures, |neuron| neuron.incentive), incentive);
    let dividends = Dividends::<Runtime>::get(SUBNET);
    assert_eq!(list(figures, |neuron| neuron.dividends), dividends);
    let trust = ValidatorTrust::<Runtime>::get(SUBNET);
    assert_eq!(list(figures, |neuron| neuron.trust), trust);
    let emission = Emission::<Runtime>::get(SUBNET);
    let emission: Vec<u64> = emission.into_iter().map(Into::into).collect();
    assert_eq!(list(figures, |neuron| neuron.emission), emission);
    for (uid, row) in (0u16..).zip(&figures.bonds) {
        assert_eq!(*row, Bonds::<Runtime>::get(index, uid), "bonds of {uid}");
    }
}

fn count() -> u16 {
    pallet_subtensor::SubnetworkN::<Runtime>::get(SUBNET)
}

fn hotkey(neuron: &NeuronFigures) -> AccountId {
    pallet_subtensor::Keys::<Runtime>::get(SUBNET, neuron.uid)
}

/// What is left of a dividend after the take.
fn left(dividend: u64, hotkey: &AccountId) -> u64 {
    let take = Delegates::<Runtime>::get(hotkey).deconstruct();
    let take = U96F32::from_ratio(take.into(), u16::MAX.into());
    dividend - take.saturating_mul(U96F32::from_num(dividend)).to_u64()
}

fn compare_payout(figures: &EpochFigures) {
    for neuron in &figures.neurons {
        let hotkey = hotkey(neuron);
        assert_eq!(neuron.name, name(hotkey.as_ref()));
        let alpha = AlphaDividendsPerSubnet::<Runtime>::get(SUBNET, &hotkey);
        assert_eq!(left(neuron.dividend, &hotkey), alpha.to_u64());
        let root = RootAlphaDividendsPerSubnet::<Runtime>::get(SUBNET, &hotkey);
        assert_eq!(left(neuron.root_dividend, &hotkey), root.to_u64());
    }
    let subnet = &figures.subnet;
    let mined = U96F32::from_num(subnet.withheld + subnet.miners_paid);
    let burned = U96F32::from_num(subnet.withheld).safe_div(mined);
    assert_eq!(burned, MinerBurned::<Runtime>::get(SUBNET));
}

fn compare_stakes(figures: &EpochFigures, simulation: &Simulation) {
    for neuron in &figures.neurons {
        let hotkey = hotkey(neuron);
        let alpha = TotalHotkeyAlpha::<Runtime>::get(&hotkey, SUBNET);
        assert_eq!(neuron.stake, alpha.to_u64(), "stake on {}", neuron.uid);
        let root = TotalHotkeyAlpha::<Runtime>::get(&hotkey, NetUid::ROOT);
        assert_eq!(neuron.root_stake, root.to_u64());
    }
    // Everybody's stake on everybody with a uid.
    let mut stored = BTreeMap::new();
    for (coldkey, hotkeys) in StakePositions::<Runtime>::iter_prefix(SUBNET) {
        for hotkey in hotkeys {
            if Neurons::<Runtime>::uid_for(SUBNET, &hotkey).is_some() {
                let stake = Shares::<Runtime>::stake_of(&hotkey, &coldkey, SUBNET);
                stored.insert(
                    (name(hotkey.as_ref()), name(coldkey.as_ref())),
                    stake.to_u64(),
                );
            }
        }
    }
    let said: BTreeMap<_, _> = simulation
        .stakes()
        .into_iter()
        .map(|(hotkey, coldkey, stake)| {
            // What a fund holds belongs to the one escrow of all of them.
            let escrow = pallet_subtensor::Funds::<Runtime>::escrow();
            let coldkey = if coldkey.starts_with("fund of") {
                name(escrow.as_ref())
            } else {
                coldkey
            };
            ((hotkey, coldkey), stake)
        })
        .collect();
    assert_eq!(said, stored);
}

fn compare_pool(figures: &EpochFigures) {
    let subnet = &figures.subnet;
    assert_eq!(subnet.tao, SubnetTAO::<Runtime>::get(SUBNET).to_u64());
    assert_eq!(
        subnet.alpha_in,
        SubnetAlphaIn::<Runtime>::get(SUBNET).to_u64()
    );
    assert_eq!(
        subnet.alpha_out,
        SubnetAlphaOut::<Runtime>::get(SUBNET).to_u64()
    );
    let bought = SubnetProtocolAlpha::<Runtime>::get(SUBNET);
    assert_eq!(subnet.protocol_alpha, bought.to_u64());
    let weight = SwapBalancer::<Runtime>::get(SUBNET).quote_parts();
    assert_eq!(subnet.tao_weight_parts, weight);
    assert_eq!(subnet.burn, Burn::<Runtime>::get(SUBNET).to_u64());
    let moving = SubnetMovingPrice::<Runtime>::get(SUBNET);
    assert_eq!(subnet.moving_price, number(moving.convert()));
    let fast = SubnetFastMovingPrice::<Runtime>::get(SUBNET);
    assert_eq!(Some(subnet.fast_price), fast.map(number));
    assert_eq!(subnet.issuance, Balances::total_issuance());
}
