//! Types of storage items and events that belong to no single domain. Their encodings are public
//! interface (spec 30 §3, 40 §4, 50 §2, 70 §12.6).

#[cfg(test)]
mod tests;

use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::TypeInfo;
use sp_runtime::Percent;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

/// Derives what every stored type needs.
macro_rules! stored {
    ($($(#[$meta:meta])* $kind:ident $name:ident $(<$($g:ident),*>)? { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
        pub $kind $name $(<$($g),*>)? { $($body)* }
    )*};
}

stored! {
    /// What becomes of miner emission that the owner's own keys earn.
    #[derive(Copy, Default, MaxEncodedLen)]
    enum RecycleOrBurnEnum {
        /// Taken out of hands, still issued.
        #[default]
        Burn,
        /// Taken out of issuance.
        Recycle,
    }

    /// Retired: in which form a coldkey wants what it earns by stake on root.
    #[derive(Default)]
    enum RootClaimTypeEnum {
        /// As stake on root, whatever it was earned on.
        #[default]
        Swap,
        /// As stake where it was earned.
        Keep,
        /// As stake where it was earned on these subnets, on root for the others.
        KeepSubnets {
            /// Not empty.
            subnets: BTreeSet<NetUid>,
        },
    }

    /// What calls without a fee have taken of a block.
    #[derive(Copy, MaxEncodedLen)]
    struct FreeCalls {
        /// Block in which they were executed; in later ones nothing is taken.
        pub block: u64,
        /// Picoseconds.
        pub ref_time: u64,
        /// Length of the extrinsics, bytes.
        pub bytes: u32,
    }

    /// How a subnet turns weights into scores.
    #[derive(Copy, Default, MaxEncodedLen)]
    enum EpochConsensus {
        /// Yuma consensus.
        #[default]
        Yuma,
        /// The uid with the largest stake alone says what miners earn.
        Null,
    }

    /// With which consensus liquid bonds are compared.
    #[derive(Copy, Default, MaxEncodedLen)]
    enum ConsensusMode {
        /// The one that the epoch reaches.
        Current,
        /// The one of the epoch before, where there was one.
        Previous,
        /// The one of the epoch before, if bonds follow clipped weights only; else the current one.
        #[default]
        Auto,
    }

    /// Where a neuron serves.
    #[derive(Copy, Default, MaxEncodedLen)]
    struct AxonInfo {
        /// Block of the announcement.
        pub block: u64,
        /// Version of the software, as the neuron says.
        pub version: u32,
        /// Address as a number; IPv4 in the low 32 bits.
        pub ip: u128,
        /// Port, not 0.
        pub port: u16,
        /// 4 or 6.
        pub ip_type: u8,
        /// Protocol, as the neuron says.
        pub protocol: u8,
        /// Free for the neuron's use.
        pub placeholder1: u8,
        /// Free for the neuron's use.
        pub placeholder2: u8,
    }

    /// Where a neuron serves metrics.
    #[derive(Copy, Default, MaxEncodedLen)]
    struct PrometheusInfo {
        /// Block of the announcement.
        pub block: u64,
        /// Version of the software, as the neuron says.
        pub version: u32,
        /// Address as a number; IPv4 in the low 32 bits.
        pub ip: u128,
        /// Port, not 0.
        pub port: u16,
        /// 4 or 6.
        pub ip_type: u8,
    }

    /// Key of a neuron for encrypted connections.
    #[derive(Default, MaxEncodedLen)]
    struct NeuronCertificate {
        /// The key itself.
        pub public_key: BoundedVec<u8, ConstU32<64>>,
        /// Algorithm of the key.
        pub algorithm: u8,
    }

    /// What a coldkey says about itself.
    #[derive(Default)]
    struct ChainIdentityV2 {
        pub name: Vec<u8>,
        pub url: Vec<u8>,
        pub github_repo: Vec<u8>,
        pub image: Vec<u8>,
        pub discord: Vec<u8>,
        pub description: Vec<u8>,
        pub additional: Vec<u8>,
    }

    /// What an owner says about a subnet.
    #[derive(Default)]
    struct SubnetIdentityV3 {
        pub subnet_name: Vec<u8>,
        pub github_repo: Vec<u8>,
        pub subnet_contact: Vec<u8>,
        pub subnet_url: Vec<u8>,
        pub discord: Vec<u8>,
        pub description: Vec<u8>,
        pub logo_url: Vec<u8>,
        pub additional: Vec<u8>,
    }

    /// A hyperparameter, as far as its changes by the owner are limited.
    #[derive(Copy, MaxEncodedLen)]
    enum Hyperparameter {
        Unknown,
        ServingRateLimit,
        MaxDifficulty,
        AdjustmentAlpha,
        MaxWeightLimit,
        ImmunityPeriod,
        MinAllowedWeights,
        Kappa,
        Rho,
        ActivityCutoff,
        PowRegistrationAllowed,
        MinBurn,
        MaxBurn,
        BondsMovingAverage,
        BondsPenalty,
        CommitRevealEnabled,
        LiquidAlphaEnabled,
        AlphaValues,
        WeightCommitInterval,
        TransferEnabled,
        AlphaSigmoidSteepness,
        Yuma3Enabled,
        BondsResetEnabled,
        ImmuneNeuronLimit,
        RecycleOrBurn,
        MaxAllowedUids,
        BurnHalfLife,
        BurnIncreaseMult,
        SubnetEmissionEnabled,
        MinChildkeyTake,
        ActivityCutoffFactorMilli,
        TriggerEpoch,
        CollateralLockShare,
        CollateralDrainRatio,
        #[codec(index = 34)]
        LiquidAlphaConsensusMode,
        #[codec(index = 35)]
        EpochConsensus,
        #[codec(index = 36)]
        BurnRegistrationAllowed,
    }

    /// What `LastRateLimitedBlock` remembers the last use of.
    #[derive(MaxEncodedLen)]
    enum RateLimitKey<AccountId> {
        /// The owner hotkey of a subnet was set.
        SetSNOwnerHotkey(NetUid),
        /// The owner changed a hyperparameter.
        OwnerHyperparamUpdate(NetUid, Hyperparameter),
        /// A subnet was created.
        NetworkLastRegistered,
        /// A key was swapped.
        LastTxBlock(AccountId),
        /// The take on child keys was changed.
        LastTxBlockChildKeyTake(AccountId),
        /// The delegate take was changed.
        LastTxBlockDelegateTake(AccountId),
        /// Retired; keeps its number.
        AddStakeBurn(NetUid),
    }

    /// A creation of a subnet that waits for room.
    struct NetworkRegistrationInfo<AccountId, BlockNumber> {
        /// Who asked.
        pub coldkey: AccountId,
        /// Gets uid 0 of the subnet and is its owner hotkey.
        pub hotkey: AccountId,
        /// Price mechanism.
        pub mechid: u16,
        /// What the owner says about the subnet.
        pub identity: Option<SubnetIdentityV3>,
        /// TAO in escrow, rao.
        pub lock_amount: TaoBalance,
        /// Median alpha price when it was asked for.
        pub median_subnet_alpha_price: U64F64,
        /// Block in which it was asked for.
        pub registration_block: BlockNumber,
    }

    /// How far the dissolution of a subnet has come.
    #[derive(Copy, MaxEncodedLen)]
    struct DissolveCleanupStatus {
        /// The subnet.
        pub netuid: NetUid,
        /// Number of steps that are done.
        pub step: u8,
        /// TAO of the pool, all of which is shared, rao.
        pub pot: TaoBalance,
        /// Alpha that shares it, rao.
        pub total: u128,
        /// Alpha of it that has been paid for, rao.
        pub counted: u128,
    }

    /// How far the payout of an epoch's dividends has come.
    #[derive(Copy, MaxEncodedLen)]
    struct PayoutStatus {
        /// The subnet.
        pub netuid: NetUid,
        /// Whether the rows of the epoch before are gone.
        pub is_cleared: bool,
        /// The piece that is paid next.
        pub next: u32,
        /// Number of pieces there were.
        pub pieces: u32,
        /// Alpha in the pieces that are left, rao.
        pub owed: AlphaBalance,
    }

    /// Where the sweep of small nominations goes on.
    #[derive(MaxEncodedLen)]
    struct NominationCursor<AccountId> {
        /// Subnet of the list of positions it is at.
        pub netuid: NetUid,
        /// Coldkey of that list.
        pub coldkey: AccountId,
        /// How many positions of the list, from its beginning, it has not looked at; at most.
        pub left: u32,
    }

    /// What of a coldkey's stake on its hotkey is collateral.
    #[derive(Copy, MaxEncodedLen)]
    struct MinerCollateralState {
        /// What cannot be withdrawn, rao.
        pub locked: AlphaBalance,
        /// Alpha that comes free for each alpha earned.
        pub drain_ratio: U64F64,
        /// What shall be locked at least, rao.
        pub min_locked: AlphaBalance,
        /// What the hotkey has earned since there is this row, rao.
        pub earned: AlphaBalance,
    }

    /// How many locks of a kind are on a hotkey.
    #[derive(Copy, Default, MaxEncodedLen)]
    struct LockCount {
        /// Number of coldkeys.
        pub locks: u32,
        /// How often their sum was rounded since it was exact; each time it lost less than a rao.
        pub drift: u32,
    }

    /// The locks on a hotkey of a subnet.
    #[derive(Copy, Default, MaxEncodedLen)]
    struct HotkeyLocks {
        /// Those that do not decay.
        pub perpetual: LockCount,
        /// Those that do.
        pub decaying: LockCount,
        /// The last block in which the hotkey was the subnet owner's, if that was since it has
        /// locks.
        pub owned_until: Option<u64>,
    }

    /// A subnet that a crowdloan has paid for, and who has what of it (spec 30 §13).
    #[derive(MaxEncodedLen)]
    struct SubnetLease<AccountId, BlockNumber> {
        /// Who opened the crowdloan, runs the subnet, and gets it in the end.
        pub beneficiary: AccountId,
        /// Coldkey of the lease, which owns the subnet; nobody has its key.
        pub coldkey: AccountId,
        /// Hotkey that speaks for it; nobody has its key.
        pub hotkey: AccountId,
        /// Part of the owner's cut that is divided.
        pub emissions_share: Percent,
        /// First block that is no more the lease's; none if it is perpetual.
        pub end_block: Option<BlockNumber>,
        /// The subnet.
        pub netuid: NetUid,
        /// What of the crowdloan was paid for it, with the deposit of its proxy, rao.
        pub cost: TaoBalance,
    }

    /// Dividends of a lease that are being paid, over as many blocks as it takes.
    #[derive(MaxEncodedLen)]
    struct LeasePayout<AccountId> {
        /// Number that the lease was given when it began.
        pub lease_id: u32,
        /// Whether its pot has been divided.
        pub is_open: bool,
        /// The contributor, in the order of storage, who was the last to be paid.
        pub last: Option<AccountId>,
    }

    /// Alpha that a coldkey has locked, and the conviction it earned by that.
    #[derive(Copy, Default, MaxEncodedLen)]
    struct LockState {
        /// Locked alpha, rao.
        pub locked_mass: AlphaBalance,
        /// Conviction at `last_update`.
        pub conviction: U64F64,
        /// Block of the last change.
        pub last_update: u64,
    }
}
