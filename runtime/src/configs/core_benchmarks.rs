//! What the benchmarks of the main pallet need of this runtime.

use alloc::vec::Vec;

use codec::Encode;
use frame_support::BoundedVec;
use pallet_crowdloan::{Contributions, CrowdloanInfo, Crowdloans, CurrentCrowdloanId};
use pallet_drand::{LastStoredRound, OldestStoredRound, Pulse, Pulses};
use pallet_subtensor::benchmarking::{BEACON_SECRET, Setup};
use pallet_subtensor_swap::{BalancerAlphaReservoir, BalancerTaoReservoir, ReservoirPools};
use sp_consensus_aura::{AURA_ENGINE_ID, Slot};
use sp_runtime::DigestItem;
use subtensor_primitives::{AlphaBalance, FinalizingCrowdloan, NetUid, TaoBalance};
use subtensor_timelock::{randomness, sign};

use crate::{AccountId, Runtime, System};

impl Setup for Runtime {
    fn set_author() {
        let log = DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(0).encode());
        System::deposit_log(log);
    }

    fn keep_liquidity(netuid: NetUid, tao: TaoBalance, alpha: AlphaBalance) {
        BalancerTaoReservoir::<Runtime>::insert(netuid, tao);
        BalancerAlphaReservoir::<Runtime>::insert(netuid, alpha);
        ReservoirPools::<Runtime>::mutate(|pools| {
            pools.insert(netuid);
        });
    }

    fn sign_rounds_to(last: u64) {
        for round in 1..=last {
            let signature = sign(&BEACON_SECRET, round);
            let pulse = Pulse {
                round,
                randomness: BoundedVec::truncate_from(randomness(&signature).to_vec()),
                signature: BoundedVec::truncate_from(signature.to_vec()),
            };
            Pulses::<Runtime>::insert(round, pulse);
        }
        OldestStoredRound::<Runtime>::put(1);
        LastStoredRound::<Runtime>::put(last);
    }

    fn finalize_crowdloan(
        loan: FinalizingCrowdloan<AccountId>,
        given: Vec<(AccountId, TaoBalance)>,
    ) {
        let info = CrowdloanInfo {
            creator: loan.creator,
            deposit: TaoBalance::ZERO,
            min_contribution: TaoBalance::ZERO,
            end: 1,
            cap: loan.raised,
            funds_account: loan.funds_account,
            raised: loan.raised,
            target_address: None,
            call: None,
            finalized: false,
            contributors_count: given.len() as u32,
        };
        Crowdloans::<Runtime>::insert(loan.id, info);
        for (who, amount) in given {
            Contributions::<Runtime>::insert(loan.id, who, amount);
        }
        CurrentCrowdloanId::<Runtime>::put(loan.id);
    }
}
