//! The metagraph: a subnet with all its neurons, whole or field by field, of the subnet or of one
//! of its mechanisms (spec 70 §5.3, §5.4). One table gives the layouts of both structs and the
//! numbers by which clients ask for fields.

use alloc::vec::Vec;
use codec::Compact;
use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex, TaoBalance};

use super::{
    MAX_LIST, compact,
    subnet::{MAX_WEIGHTS_LIMIT, SubnetView},
    tables::view_struct,
};
use crate::{
    AxonInfo, ChainIdentityV2, Config, SubnetIdentityV3, Views,
    pallet::{
        AdjustmentAlpha, AdjustmentInterval, AlphaDividendsPerSubnet, BondsMovingAverage, Burn,
        CommitRevealWeightsEnabled, Difficulty, ImmunityPeriod, Incentive, Kappa, LastUpdate,
        LiquidAlphaOn, MaxAllowedUids, MaxAllowedValidators, MaxBurn, MaxDifficulty,
        MaxRegistrationsPerBlock, MechanismCountCurrent, MinAllowedWeights, MinBurn, MinDifficulty,
        NetworkPowRegistrationAllowed, NetworkRegisteredAt, NetworkRegistrationAllowed,
        RevealPeriodEpochs, Rho, ServingRateLimit, SubnetAlphaIn, SubnetAlphaInEmission,
        SubnetAlphaOut, SubnetAlphaOutEmission, SubnetMovingPrice, SubnetOwner, SubnetOwnerHotkey,
        SubnetTAO, SubnetTaoInEmission, SubnetVolume, TargetRegistrationsPerInterval,
        WeightsSetRateLimit, WeightsVersionKey,
    },
};

/// Number of the field that selective answers fill with the validators.
const VALIDATORS: u16 = 72;
/// Number of the field that selective answers fill with the commitments.
const COMMITMENTS: u16 = 73;

/// Both structs, and how to read a whole metagraph or one field of it. What is behind the arrow
/// came later, behind all the rest.
macro_rules! metagraph {
    (
        |$view:ident, $netuid:ident| $( $index:literal $field:ident : $ty:ty = $value:expr; )*
        => $( $late_index:literal $late:ident : $late_ty:ty = $late_value:expr; )*
    ) => {
        view_struct! {
            /// A subnet and its neurons; vectors are by uid. TAO amounts are in rao, alpha amounts
            /// in rao of alpha, scores in 65535ths, intervals in blocks.
            Metagraph<AccountId> {
                /// The subnet; for a mechanism 4096 times its number more.
                netuid: Compact<NetUid>,
                $( $field: $ty, )*
                $( $late: $late_ty, )*
            }
        }
        view_struct! {
            /// The fields of a [`Metagraph`] that were asked for, in the same units.
            SelectiveMetagraph<AccountId> {
                netuid: Compact<NetUid>,
                $( $field: Option<$ty>, )*
                /// Uids that validate, lightest first.
                validators: Option<Vec<Compact<u16>>>,
                /// What hotkeys committed on the subnet.
                commitments: Option<Vec<(AccountId, Vec<Compact<u8>>)>>,
                $( $late: Option<$late_ty>, )*
            }
        }

        impl<T: Config> SubnetView<T> {
            pub(super) fn metagraph(&self) -> Metagraph<T::AccountId> {
                let ($view, $netuid) = (self, self.netuid);
                Metagraph {
                    netuid: Compact(NetUid::new(self.index.get())),
                    $( $field: $value, )*
                    $( $late: $late_value, )*
                }
            }

            /// Fills the field with this number; a number without a field does nothing.
            fn fill(&self, index: u16, answer: &mut SelectiveMetagraph<T::AccountId>) {
                let ($view, $netuid) = (self, self.netuid);
                match index {
                    $( $index => answer.$field = Some($value), )*
                    $( $late_index => answer.$late = Some($late_value), )*
                    VALIDATORS => answer.validators = Some(self.validators()),
                    COMMITMENTS => answer.commitments = Some(self.commitments()),
                    _ => (),
                }
            }
        }

        #[cfg(test)]
        impl<AccountId> SelectiveMetagraph<AccountId> {
            /// The metagraph, if all fields of one are there.
            pub(super) fn whole(self) -> Option<Metagraph<AccountId>> {
                Some(Metagraph {
                    netuid: self.netuid,
                    $( $field: self.$field?, )*
                    $( $late: self.$late?, )*
                })
            }
        }

        impl<AccountId> SelectiveMetagraph<AccountId> {
            fn empty(netuid: NetUid) -> Self {
                Self {
                    netuid: Compact(netuid),
                    $( $field: None, )*
                    validators: None,
                    commitments: None,
                    $( $late: None, )*
                }
            }
        }
    };
}

metagraph! { |view, netuid|
    1 name: Vec<Compact<u8>> = view.name();
    2 symbol: Vec<Compact<u8>> = view.symbol();
    3 identity: Option<SubnetIdentityV3> = view.identity().clone();
    4 network_registered_at: Compact<u64> = Compact(NetworkRegisteredAt::<T>::get(netuid));
    5 owner_hotkey: AccountId = SubnetOwnerHotkey::<T>::get(netuid);
    6 owner_coldkey: AccountId = SubnetOwner::<T>::get(netuid);
    7 block: Compact<u64> = Compact(view.now);
    8 tempo: Compact<u16> = Compact(*view.tempo());
    9 last_step: Compact<u64> = Compact(*view.last_step());
    10 blocks_since_last_step: Compact<u64> = Compact(view.blocks_since_last_step());
    11 subnet_emission: Compact<u64> = Compact(0);
    12 alpha_in: Compact<AlphaBalance> = Compact(SubnetAlphaIn::<T>::get(netuid));
    13 alpha_out: Compact<AlphaBalance> = Compact(SubnetAlphaOut::<T>::get(netuid));
    14 tao_in: Compact<TaoBalance> = Compact(SubnetTAO::<T>::get(netuid));
    15 alpha_out_emission: Compact<AlphaBalance> =
        Compact(SubnetAlphaOutEmission::<T>::get(netuid));
    16 alpha_in_emission: Compact<AlphaBalance> = Compact(SubnetAlphaInEmission::<T>::get(netuid));
    17 tao_in_emission: Compact<TaoBalance> = Compact(SubnetTaoInEmission::<T>::get(netuid));
    18 pending_alpha_emission: Compact<AlphaBalance> = Compact(view.pending_alpha());
    19 pending_root_emission: Compact<TaoBalance> = Compact(TaoBalance::ZERO);
    20 subnet_volume: Compact<u128> = Compact(SubnetVolume::<T>::get(netuid));
    21 moving_price: I96F32 = SubnetMovingPrice::<T>::get(netuid);
    22 rho: Compact<u16> = Compact(Rho::<T>::get(netuid));
    23 kappa: Compact<u16> = Compact(Kappa::<T>::get(netuid));
    24 min_allowed_weights: Compact<u16> = Compact(MinAllowedWeights::<T>::get(netuid));
    25 max_weights_limit: Compact<u16> = Compact(MAX_WEIGHTS_LIMIT);
    26 weights_version: Compact<u64> = Compact(WeightsVersionKey::<T>::get(netuid));
    27 weights_rate_limit: Compact<u64> = Compact(WeightsSetRateLimit::<T>::get(netuid));
    28 activity_cutoff: Compact<u64> = Compact(view.activity_cutoff());
    29 max_validators: Compact<u16> = Compact(MaxAllowedValidators::<T>::get(netuid));
    30 num_uids: Compact<u16> = Compact(*view.size());
    31 max_uids: Compact<u16> = Compact(MaxAllowedUids::<T>::get(netuid));
    32 burn: Compact<TaoBalance> = Compact(Burn::<T>::get(netuid));
    33 difficulty: Compact<u64> = Compact(Difficulty::<T>::get(netuid));
    34 registration_allowed: bool = NetworkRegistrationAllowed::<T>::get(netuid);
    35 pow_registration_allowed: bool = NetworkPowRegistrationAllowed::<T>::get(netuid);
    36 immunity_period: Compact<u16> = Compact(ImmunityPeriod::<T>::get(netuid));
    37 min_difficulty: Compact<u64> = Compact(MinDifficulty::<T>::get(netuid));
    38 max_difficulty: Compact<u64> = Compact(MaxDifficulty::<T>::get(netuid));
    39 min_burn: Compact<TaoBalance> = Compact(MinBurn::<T>::get(netuid));
    40 max_burn: Compact<TaoBalance> = Compact(MaxBurn::<T>::get(netuid));
    41 adjustment_alpha: Compact<u64> = Compact(AdjustmentAlpha::<T>::get(netuid));
    42 adjustment_interval: Compact<u16> = Compact(AdjustmentInterval::<T>::get(netuid));
    43 target_regs_per_interval: Compact<u16> =
        Compact(TargetRegistrationsPerInterval::<T>::get(netuid));
    44 max_regs_per_block: Compact<u16> = Compact(MaxRegistrationsPerBlock::<T>::get(netuid));
    45 serving_rate_limit: Compact<u64> = Compact(ServingRateLimit::<T>::get(netuid));
    46 commit_reveal_weights_enabled: bool = CommitRevealWeightsEnabled::<T>::get(netuid);
    47 commit_reveal_period: Compact<u64> = Compact(RevealPeriodEpochs::<T>::get(netuid));
    48 liquid_alpha_enabled: bool = LiquidAlphaOn::<T>::get(netuid);
    49 alpha_high: Compact<u16> = Compact(view.alpha_values().1);
    50 alpha_low: Compact<u16> = Compact(view.alpha_values().0);
    51 bonds_moving_avg: Compact<u64> = Compact(BondsMovingAverage::<T>::get(netuid));
    52 hotkeys: Vec<AccountId> = view.hotkeys().clone();
    53 coldkeys: Vec<AccountId> = view.coldkeys().clone();
    54 identities: Vec<Option<ChainIdentityV2>> = view.identities();
    55 axons: Vec<AxonInfo> = view.axons();
    56 active: Vec<bool> = view.active().clone();
    57 validator_permit: Vec<bool> = view.validator_permit().clone();
    58 pruning_score: Vec<Compact<u16>> = Vec::new();
    59 last_update: Vec<Compact<u64>> = compact(view.last_update().iter().copied());
    60 emission: Vec<Compact<AlphaBalance>> = compact(view.emission().iter().copied());
    61 dividends: Vec<Compact<u16>> = compact(view.dividends().iter().copied());
    62 incentives: Vec<Compact<u16>> = compact(view.incentives().iter().copied());
    63 consensus: Vec<Compact<u16>> = compact(view.consensus().iter().copied());
    64 trust: Vec<Compact<u16>> = Vec::new();
    65 rank: Vec<Compact<u16>> = Vec::new();
    66 block_at_registration: Vec<Compact<u64>> = view.registration_blocks();
    67 alpha_stake: Vec<Compact<AlphaBalance>> = view.alpha_stakes();
    68 tao_stake: Vec<Compact<TaoBalance>> = view.tao_stakes();
    69 total_stake: Vec<Compact<TaoBalance>> = view.total_stakes();
    70 tao_dividends_per_hotkey: Vec<(AccountId, Compact<TaoBalance>)> =
        view.with_hotkeys(|_| Compact(TaoBalance::ZERO));
    71 alpha_dividends_per_hotkey: Vec<(AccountId, Compact<AlphaBalance>)> =
        view.with_hotkeys(|hotkey| Compact(AlphaDividendsPerSubnet::<T>::get(netuid, hotkey)));
    =>
    74 collateral_locked: Vec<Compact<AlphaBalance>> = view.collateral(|row| row.locked);
    75 collateral_min: Vec<Compact<AlphaBalance>> = view.collateral(|row| row.min_locked);
    76 collateral_earned: Vec<Compact<AlphaBalance>> = view.collateral(|row| row.earned);
}

impl<T: Config> SubnetView<T> {
    /// The metagraphs of all mechanisms. They differ in three fields; the rest is read once.
    pub(super) fn mechagraphs(&self) -> Vec<Metagraph<T::AccountId>> {
        let count = MechanismCountCurrent::<T>::get(self.netuid).get();
        let main = self.metagraph();
        let of = |mechanism: u8| {
            if mechanism == MechId::MAIN.get() {
                return main.clone();
            }
            let index = NetUidStorageIndex::from_parts(self.netuid, MechId::new(mechanism));
            Metagraph {
                netuid: Compact(NetUid::new(index.get())),
                last_update: compact(LastUpdate::<T>::get(index)),
                incentives: compact(Incentive::<T>::get(index)),
                ..main.clone()
            }
        };
        (0..count).map(of).collect()
    }
}

impl<T: Config> Views<T> {
    /// The metagraph of a subnet; `None` if it does not exist.
    pub fn get_metagraph(netuid: NetUid) -> Option<Metagraph<T::AccountId>> {
        SubnetView::<T>::main(netuid).map(|view| view.metagraph())
    }

    /// The metagraphs of all subnets. By pages: [`Self::get_metagraph_page`].
    pub fn get_all_metagraphs() -> Vec<Option<Metagraph<T::AccountId>>> {
        SubnetView::<T>::all()
            .map(|view| Some(view.metagraph()))
            .collect()
    }

    /// The metagraph of one mechanism, whose incentives and updates are its own; `None` if it does
    /// not exist.
    pub fn get_mechagraph(netuid: NetUid, mecid: MechId) -> Option<Metagraph<T::AccountId>> {
        if mecid >= MechanismCountCurrent::<T>::get(netuid) {
            return None;
        }
        SubnetView::<T>::open(netuid, mecid).map(|view| view.metagraph())
    }

    /// The metagraphs of all mechanisms of all subnets. By pages: [`Self::get_mechagraph_page`].
    pub fn get_all_mechagraphs() -> Vec<Option<Metagraph<T::AccountId>>> {
        SubnetView::<T>::all()
            .flat_map(|view| view.mechagraphs())
            .map(Some)
            .collect()
    }

    /// Fields of the metagraph of a subnet, by number; `None` if the subnet does not exist. The
    /// netuid is always given. Of the numbers the first 1024 count.
    pub fn get_selective_metagraph(
        netuid: NetUid,
        metagraph_indexes: Vec<u16>,
    ) -> Option<SelectiveMetagraph<T::AccountId>> {
        Self::get_selective_mechagraph(netuid, MechId::MAIN, metagraph_indexes)
    }

    /// Fields of the metagraph of a mechanism, by number; `None` if the subnet does not exist. The
    /// netuid given is that of the subnet. Of the numbers the first 1024 count.
    pub fn get_selective_mechagraph(
        netuid: NetUid,
        subid: MechId,
        mut metagraph_indexes: Vec<u16>,
    ) -> Option<SelectiveMetagraph<T::AccountId>> {
        let view = SubnetView::<T>::open(netuid, subid)?;
        let mut answer = SelectiveMetagraph::empty(netuid);
        // The caller's list is of any length: compute no field twice.
        metagraph_indexes.truncate(MAX_LIST);
        metagraph_indexes.sort_unstable();
        metagraph_indexes.dedup();
        for index in metagraph_indexes {
            view.fill(index, &mut answer);
        }
        Some(answer)
    }
}
