//! A subnet's life in whole blocks; `try_state` of every pallet runs after each of them.

use alloc::vec;
use pallet_admin_utils::Call as AdminCall;
use pallet_subtensor::{Call, SubnetTAO, ValidatorPermit};
use pallet_subtensor::{Neurons, Shares};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{block, block_of, core, dev_chain, list, sudo, transaction};
use crate::{Balances, Runtime, RuntimeCall, System};

pub(super) const SUBNET: NetUid = NetUid::new(2);
pub(super) const TAO: u64 = 1_000_000_000;
const TEMPO: u16 = 10;
const BLOCKS: u32 = 60;

fn register(hotkey: Sr25519Keyring) -> RuntimeCall {
    let hotkey = hotkey.to_account_id();
    core(Call::burned_register {
        netuid: SUBNET,
        hotkey,
    })
}

pub(super) fn stake(hotkey: Sr25519Keyring, netuid: NetUid, tao: u64) -> RuntimeCall {
    core(Call::add_stake {
        hotkey: hotkey.to_account_id(),
        netuid,
        amount_staked: TaoBalance::new(tao * TAO),
    })
}

/// Alice opens subnet 2 and starts it; Bob validates, Charlie and Dave mine, Eve nominates, Bob
/// also sits on root.
pub(super) fn populate() {
    block_of(vec![(
        Alice,
        core(Call::register_network {
            hotkey: Alice.to_account_id(),
        }),
    )]);
    block_of(vec![(Alice, core(Call::start_call { netuid: SUBNET }))]);
    for call in [
        AdminCall::sudo_set_admin_freeze_window { window: 0 },
        AdminCall::sudo_set_commit_reveal_weights_enabled {
            netuid: SUBNET,
            enabled: false,
        },
        AdminCall::sudo_set_weights_set_rate_limit {
            netuid: SUBNET,
            weights_set_rate_limit: 0,
        },
        AdminCall::sudo_set_subnet_emission_enabled {
            netuid: SUBNET,
            enabled: true,
        },
        AdminCall::sudo_set_tempo {
            netuid: SUBNET,
            tempo: TEMPO,
        },
    ] {
        block_of(vec![(Alice, sudo(call))]);
    }
    block_of(
        [Bob, Charlie, Dave]
            .map(|who| (who, register(who)))
            .to_vec(),
    );
    let hotkey = Bob.to_account_id();
    // Bob validates itself instead of lending its stake to the owner.
    let alone = Call::set_auto_parent_delegation_enabled {
        hotkey: hotkey.clone(),
        enabled: false,
    };
    block_of(vec![(Bob, core(alone))]);
    block_of(vec![(Bob, core(Call::root_register { hotkey }))]);
    block_of(vec![
        (Bob, stake(Bob, SUBNET, 50)),
        (Eve, stake(Bob, SUBNET, 20)),
    ]);
    block_of(vec![(Bob, stake(Bob, NetUid::ROOT, 100))]);
}

fn uid(who: Sr25519Keyring) -> u16 {
    Neurons::<Runtime>::uid_for(SUBNET, &who.to_account_id()).expect("the hotkey is registered")
}

fn alpha(hotkey: Sr25519Keyring, coldkey: Sr25519Keyring) -> AlphaBalance {
    Shares::<Runtime>::stake_of(&hotkey.to_account_id(), &coldkey.to_account_id(), SUBNET)
}

#[test]
fn a_subnet_lives_and_every_rao_stays_accounted_for() {
    dev_chain().execute_with(|| {
        populate();
        let weights = core(Call::set_weights {
            netuid: SUBNET,
            dests: list(vec![uid(Charlie), uid(Dave)]),
            weights: list(vec![3, 1]),
            version_key: 0,
        });
        // Permits come with the first epoch.
        while !ValidatorPermit::<Runtime>::get(SUBNET)[usize::from(uid(Bob))] {
            block(vec![]);
        }
        block_of(vec![(Bob, weights)]);

        let (start, issuance) = (System::block_number(), Balances::total_issuance());
        let before = [
            alpha(Alice, Alice),
            alpha(Charlie, Charlie),
            alpha(Dave, Dave),
            alpha(Bob, Bob),
            alpha(Bob, Eve),
        ];
        for _ in 0..BLOCKS {
            block(vec![]);
        }
        // One TAO a block; what rounds off a subnet's share is never minted.
        let blocks = u64::from(System::block_number() - start);
        let unminted = blocks * TAO - (Balances::total_issuance() - issuance);
        assert!(unminted <= 2 * blocks, "{unminted}");
        let after = [
            alpha(Alice, Alice),
            alpha(Charlie, Charlie),
            alpha(Dave, Dave),
            alpha(Bob, Bob),
            alpha(Bob, Eve),
        ];
        let earned: [u64; 5] =
            core::array::from_fn(|who| after[who].to_u64() - before[who].to_u64());
        assert!(earned.iter().all(|alpha| *alpha > 0), "{earned:?}");
        let [owner, charlie, dave, ..] = earned;
        // Weights of 3 to 1 pay 3 to 1; u16 incentives round.
        assert!(
            charlie > dave * 29 / 10 && charlie < dave * 31 / 10,
            "{earned:?}"
        );
        // The owner has 18 of every 41 that miners have.
        let miners = charlie + dave;
        assert!(
            owner > miners * 17 / 41 && owner < miners * 19 / 41,
            "{earned:?}"
        );
    });
}

#[test]
fn everybody_can_leave() {
    dev_chain().execute_with(|| {
        populate();
        for _ in 0..3 * TEMPO {
            block(vec![]);
        }
        let hotkey = Bob.to_account_id();
        let leave = core(Call::unstake_all { hotkey });
        block(vec![
            transaction(Eve, 0, leave.clone()),
            transaction(Bob, 0, leave),
        ])
        .into_iter()
        .for_each(|result| assert!(matches!(result, Ok(Ok(()))), "{result:?}"));
        assert_eq!(alpha(Bob, Eve), AlphaBalance::ZERO);
        assert_eq!(alpha(Bob, Bob), AlphaBalance::ZERO);
        assert!(SubnetTAO::<Runtime>::get(SUBNET) > TaoBalance::ZERO);
        for _ in 0..2 * TEMPO {
            block(vec![]);
        }
    });
}
