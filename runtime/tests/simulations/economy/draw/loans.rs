//! Crowdloans, and subnets that they lease.

use node_subtensor_runtime::{AccountId, Runtime, RuntimeCall, System};
use pallet_crowdloan::{Call, Contributions, CrowdloanId, Crowdloans};
use pallet_subtensor::{Call as Core, SubnetLeases};
use sp_runtime::Percent;
use subtensor_primitives::TaoBalance;

use super::{Draw, person_of};
use crate::economy::people::{Person, TAO, all_coldkeys};

impl Draw<'_> {
    /// Opens a crowdloan, adds to one, or has one end.
    pub(super) fn raise(&mut self) -> (Person, RuntimeCall) {
        let loan = match self.random.below(12) {
            0 | 1 => None,
            _ => self.loan(),
        };
        let Some((id, creator)) = loan else {
            return self.open_loan();
        };
        let who = match person_of(&creator, all_coldkeys()) {
            Some(creator) if !self.random.once_in(20) => creator,
            _ => self.cold(),
        };
        match self.random.below(16) {
            0..=6 => self.contribute(id),
            7 => self.withdraw(id),
            8..=10 => (who, Call::finalize { crowdloan_id: id }.into()),
            11 => (who, Call::refund { crowdloan_id: id }.into()),
            12 => (who, Call::dissolve { crowdloan_id: id }.into()),
            13 => self.terminate(),
            _ => (who, self.other_terms(id).into()),
        }
    }

    /// Usually a crowdloan that is not over.
    fn loan(&mut self) -> Option<(CrowdloanId, AccountId)> {
        let mut loans: Vec<_> = Crowdloans::<Runtime>::iter().collect();
        loans.sort_unstable_by_key(|(id, _)| *id);
        if !self.random.once_in(10) {
            loans.retain(|(_, loan)| !loan.finalized);
        }
        if loans.is_empty() {
            return None;
        }
        let (id, loan) = self.random.pick(&loans);
        Some((*id, loan.creator.clone()))
    }

    fn tao(&mut self, most: u64) -> TaoBalance {
        TaoBalance::new(self.random.below(most * TAO))
    }

    /// At most so many blocks from now, sometimes too few.
    fn block_within(&mut self, blocks: u64) -> u32 {
        System::block_number() + self.random.below(blocks) as u32
    }

    fn open_loan(&mut self) -> (Person, RuntimeCall) {
        let pays_for_subnet = !self.random.once_in(3);
        let call = pays_for_subnet.then(|| {
            let end_block = (!self.random.once_in(4)).then(|| self.block_within(150));
            let emissions_share = Percent::from_percent(self.random.below(101) as u8);
            let lease = Core::register_leased_network {
                emissions_share,
                end_block,
            };
            Box::new(RuntimeCall::from(lease).into())
        });
        let target_address = (!pays_for_subnet).then(|| self.cold().account());
        let deposit = TaoBalance::new(10 * TAO).saturating_add(self.tao(5));
        let call = Call::create {
            deposit,
            min_contribution: TaoBalance::new(TAO / 10).saturating_add(self.tao(1)),
            cap: deposit.saturating_add(self.tao(400)),
            end: self.block_within(200).saturating_add(45),
            call,
            target_address,
        };
        (self.cold(), call.into())
    }

    fn contribute(&mut self, crowdloan_id: CrowdloanId) -> (Person, RuntimeCall) {
        let amount = self.tao(300);
        let call = Call::contribute {
            crowdloan_id,
            amount,
        };
        (self.cold(), call.into())
    }

    fn withdraw(&mut self, crowdloan_id: CrowdloanId) -> (Person, RuntimeCall) {
        let mut givers: Vec<AccountId> =
            Contributions::<Runtime>::iter_key_prefix(crowdloan_id).collect();
        givers.sort_unstable();
        let giver = match givers.is_empty() {
            true => None,
            false => person_of(self.random.pick(&givers), all_coldkeys()),
        };
        let who = giver.unwrap_or_else(|| self.cold());
        (who, Call::withdraw { crowdloan_id }.into())
    }

    fn other_terms(&mut self, crowdloan_id: CrowdloanId) -> Call<Runtime> {
        match self.random.below(4) {
            0 => Call::update_min_contribution {
                crowdloan_id,
                new_min_contribution: self.tao(2),
            },
            1 => Call::update_end {
                crowdloan_id,
                new_end: self.block_within(300),
            },
            2 => Call::update_cap {
                crowdloan_id,
                new_cap: self.tao(400),
            },
            _ => Call::set_max_contribution {
                crowdloan_id,
                new_max_contribution: self.random.once_in(2).then(|| self.tao(200)),
            },
        }
    }

    fn terminate(&mut self) -> (Person, RuntimeCall) {
        let mut leases: Vec<_> = SubnetLeases::<Runtime>::iter().collect();
        leases.sort_unstable_by_key(|(id, _)| *id);
        if leases.is_empty() {
            return self.open_loan();
        }
        let (lease_id, lease) = self.random.pick(&leases);
        let (lease_id, beneficiary) = (*lease_id, lease.beneficiary.clone());
        let who = person_of(&beneficiary, all_coldkeys()).unwrap_or_else(|| self.cold());
        let hotkey = self.owned_hotkey(who);
        (who, Core::terminate_lease { lease_id, hotkey }.into())
    }
}
