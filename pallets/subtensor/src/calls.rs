//! The calls: they decode the origin and hand over to the domains. Indices and arguments are public interface.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the weights of the signing hotkey on the main mechanism.
        #[pallet::call_index(0)]
        #[pallet::weight((T::WeightInfo::set_weights(dests.len() as u32), DispatchClass::Normal, Pays::No))]
        pub fn set_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            dests: WeightList,
            weights: WeightList,
            version_key: u64,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ValidatorWeights::<T>::do_set_weights(
                &who,
                netuid,
                MechId::MAIN,
                &Row {
                    targets: &dests,
                    weights: &weights,
                    version_key,
                },
            )
        }

        /// Stakes TAO on a hotkey at the market price; `amount_staked` in rao.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::add_stake().saturating_add(most_of_joining_root::<T>(*netuid)))]
        pub fn add_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_add_stake(&who, &hotkey, netuid, amount_staked, None)?;
            let joined = weight_of_joining_root::<T>(&hotkey, netuid);
            Ok(Some(T::WeightInfo::add_stake().saturating_add(joined)).into())
        }

        /// Sells stake at the market price; `amount_unstaked` in rao of alpha, at most all.
        #[pallet::call_index(3)]
        #[pallet::weight(most_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_remove_stake(&who, &hotkey, netuid, amount_unstaked, None)
        }

        /// Announces where the signing hotkey serves.
        #[pallet::call_index(4)]
        #[pallet::weight((T::WeightInfo::serve(), DispatchClass::Normal, Pays::No))]
        pub fn serve_axon(
            origin: OriginFor<T>,
            netuid: NetUid,
            version: u32,
            ip: u128,
            port: u16,
            ip_type: u8,
            protocol: u8,
            placeholder1: u8,
            placeholder2: u8,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let axon = AxonInfo {
                block: 0,
                version,
                ip,
                port,
                ip_type,
                protocol,
                placeholder1,
                placeholder2,
            };
            Serving::<T>::do_serve_axon(&who, netuid, axon, None)
        }

        /// Announces where the signing hotkey serves metrics.
        #[pallet::call_index(5)]
        #[pallet::weight((T::WeightInfo::serve(), DispatchClass::Normal, Pays::No))]
        pub fn serve_prometheus(
            origin: OriginFor<T>,
            netuid: NetUid,
            version: u32,
            ip: u128,
            port: u16,
            ip_type: u8,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let info = PrometheusInfo {
                block: 0,
                version,
                ip,
                port,
                ip_type,
            };
            Serving::<T>::do_serve_prometheus(&who, netuid, info)
        }

        /// Registers a hotkey at the current price.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::burned_register(MAX_UIDS.into()))]
        pub fn burned_register(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_burned_register(&who, netuid, &hotkey)
        }

        /// Like `serve_axon`, with a key for encrypted connections; a malformed one is left out.
        #[pallet::call_index(40)]
        #[pallet::weight((T::WeightInfo::serve(), DispatchClass::Normal, Pays::No))]
        pub fn serve_axon_tls(
            origin: OriginFor<T>,
            netuid: NetUid,
            version: u32,
            ip: u128,
            port: u16,
            ip_type: u8,
            protocol: u8,
            placeholder1: u8,
            placeholder2: u8,
            certificate: Certificate,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let axon = AxonInfo {
                block: 0,
                version,
                ip,
                port,
                ip_type,
                protocol,
                placeholder1,
                placeholder2,
            };
            Serving::<T>::do_serve_axon(&who, netuid, axon, Some(&certificate))
        }

        /// Opens a subnet.
        #[pallet::call_index(59)]
        #[pallet::weight(T::WeightInfo::register_network().saturating_add(T::WeightInfo::find_subnet_to_prune()))]
        pub fn register_network(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Subnets::<T>::do_register_network(who, hotkey, None)
        }

        /// Stops a subnet, pays it out and erases it. Root only; `coldkey` has no meaning.
        #[pallet::call_index(61)]
        #[pallet::weight(T::WeightInfo::find_subnet_to_prune())]
        pub fn dissolve_network(
            origin: OriginFor<T>,
            coldkey: T::AccountId,
            netuid: NetUid,
        ) -> DispatchResult {
            ensure_root(origin)?;
            let _ = coldkey;
            Dissolution::<T>::do_dissolve_network(netuid)
        }

        /// Seats a hotkey on the root network.
        #[pallet::call_index(62)]
        #[pallet::weight(T::WeightInfo::root_register())]
        pub fn root_register(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_root_register(&who, &hotkey)
        }

        /// Lowers the take of a hotkey from its stakers' dividends.
        #[pallet::call_index(65)]
        #[pallet::weight((T::WeightInfo::change_take(), DispatchClass::Normal, Pays::No))]
        pub fn decrease_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Takes::<T>::do_decrease_take(who, hotkey, take)
        }

        /// Raises the take of a hotkey from its stakers' dividends.
        #[pallet::call_index(66)]
        #[pallet::weight((T::WeightInfo::change_take(), DispatchClass::Normal, Pays::No))]
        pub fn increase_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Takes::<T>::do_increase_take(who, hotkey, take)
        }

        /// Lends parts of a hotkey's stake weight to children, in parts of `u64::MAX`; no children takes all back.
        #[pallet::call_index(67)]
        #[pallet::weight(T::WeightInfo::set_children(
            children.len() as u32,
            MAX_SUBNETS,
            most_rivals(children.len()),
        ))]
        pub fn set_children(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            children: Vec<(u64, T::AccountId)>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let weight = Children::<T>::do_set_children(&who, &hotkey, netuid, children)?;
            Ok(Some(weight).into())
        }

        /// Says something about the signing coldkey.
        #[pallet::call_index(68)]
        #[pallet::weight(T::WeightInfo::set_identity(MAX_HOTKEYS as u32))]
        pub fn set_identity(
            origin: OriginFor<T>,
            name: Vec<u8>,
            url: Vec<u8>,
            github_repo: Vec<u8>,
            image: Vec<u8>,
            discord: Vec<u8>,
            description: Vec<u8>,
            additional: Vec<u8>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let identity = ChainIdentityV2 {
                name,
                url,
                github_repo,
                image,
                discord,
                description,
                additional,
            };
            Subnets::<T>::do_set_identity(who, identity)
        }

        /// Sets the blocks between two raises of a take on child keys. Root only.
        #[pallet::call_index(69)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_tx_childkey_take_rate_limit(
            origin: OriginFor<T>,
            tx_rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_tx_childkey_take_rate_limit(tx_rate_limit);
            Ok(())
        }

        /// Sets the take of a child key from the dividends of the stake it was lent.
        #[pallet::call_index(75)]
        #[pallet::weight(T::WeightInfo::set_childkey_take())]
        pub fn set_childkey_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Children::<T>::do_set_childkey_take(&who, hotkey, netuid, take)
        }

        /// Sets the least take on child keys. Root only.
        #[pallet::call_index(76)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_min_childkey_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_min_childkey_take(take);
            Ok(())
        }

        /// Sets the highest take on child keys. Root only.
        #[pallet::call_index(77)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_max_childkey_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_max_childkey_take(take);
            Ok(())
        }

        /// Says something about a subnet. Owner only.
        #[pallet::call_index(78)]
        #[pallet::weight(T::WeightInfo::set_identity(0))]
        pub fn set_subnet_identity(
            origin: OriginFor<T>,
            netuid: NetUid,
            subnet_name: Vec<u8>,
            github_repo: Vec<u8>,
            subnet_contact: Vec<u8>,
            subnet_url: Vec<u8>,
            discord: Vec<u8>,
            description: Vec<u8>,
            logo_url: Vec<u8>,
            additional: Vec<u8>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let identity = SubnetIdentityV3 {
                subnet_name,
                github_repo,
                subnet_contact,
                subnet_url,
                discord,
                description,
                logo_url,
                additional,
            };
            Subnets::<T>::do_set_subnet_identity(who, netuid, identity)
        }

        /// Opens a subnet and describes it.
        #[pallet::call_index(79)]
        #[pallet::weight(T::WeightInfo::register_network().saturating_add(T::WeightInfo::find_subnet_to_prune()))]
        pub fn register_network_with_identity(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            identity: Option<SubnetIdentityV3>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Subnets::<T>::do_register_network(who, hotkey, identity)
        }

        /// Sells all stake on a hotkey. Pays for the subnets where there was some.
        #[pallet::call_index(83)]
        #[pallet::weight(T::WeightInfo::unstake_all(MAX_SUBNETS).saturating_add(most_of_leaving_root::<T>(NetUid::ROOT)))]
        pub fn unstake_all(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_unstake_all(&who, &hotkey)
        }

        /// Sells all alpha on a hotkey and stakes the TAO on root. Pays for the subnets where there was some.
        #[pallet::call_index(84)]
        #[pallet::weight(T::WeightInfo::unstake_all(MAX_SUBNETS).saturating_add(most_of_joining_root::<T>(NetUid::ROOT)))]
        pub fn unstake_all_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_unstake_all_alpha(&who, &hotkey)
        }

        /// Moves stake to another hotkey, or to another hotkey and subnet; `alpha_amount` in rao of the origin's alpha;
        /// the greatest amount means all.
        #[pallet::call_index(85)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn move_stake(
            origin: OriginFor<T>,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_move_stake(
                Place::new(&who, &origin_hotkey, origin_netuid),
                Place::new(&who, &destination_hotkey, destination_netuid),
                alpha_amount,
                None,
            )
        }

        /// Gives stake to another coldkey, on the same or another subnet; `alpha_amount` in rao of the origin's alpha;
        /// the greatest amount means all.
        #[pallet::call_index(86)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn transfer_stake(
            origin: OriginFor<T>,
            destination_coldkey: T::AccountId,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_transfer_stake(
                Place::new(&who, &hotkey, origin_netuid),
                Place::new(&destination_coldkey, &hotkey, destination_netuid),
                alpha_amount,
            )
        }

        /// Moves stake to another subnet; `alpha_amount` in rao of the origin's alpha; the greatest
        /// amount means all.
        #[pallet::call_index(87)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn swap_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_swap_stake(
                Place::new(&who, &hotkey, origin_netuid),
                Place::new(&who, &hotkey, destination_netuid),
                alpha_amount,
                None,
            )
        }

        /// Stakes TAO on a hotkey at a price of at most `limit_price` rao per alpha.
        #[pallet::call_index(88)]
        #[pallet::weight(T::WeightInfo::add_stake().saturating_add(most_of_joining_root::<T>(*netuid)))]
        pub fn add_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let limit = Some((limit_price, allow_partial));
            Staking::<T>::do_add_stake(&who, &hotkey, netuid, amount_staked, limit)?;
            let joined = weight_of_joining_root::<T>(&hotkey, netuid);
            Ok(Some(T::WeightInfo::add_stake().saturating_add(joined)).into())
        }

        /// Sells stake at a price of at least `limit_price` rao per alpha.
        #[pallet::call_index(89)]
        #[pallet::weight(most_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_remove_stake(
                &who,
                &hotkey,
                netuid,
                amount_unstaked,
                Some((limit_price, allow_partial)),
            )
        }

        /// Like `swap_stake`, as far as the origin's alpha is worth at least `limit_price` rao of the destination's per
        /// alpha.
        #[pallet::call_index(90)]
        #[pallet::weight(T::WeightInfo::relocate_stake_limit().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn swap_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_swap_stake(
                Place::new(&who, &hotkey, origin_netuid),
                Place::new(&who, &hotkey, destination_netuid),
                alpha_amount,
                Some((limit_price, allow_partial)),
            )
        }

        /// Makes the signer owner of a hotkey if nobody owns it.
        #[pallet::call_index(91)]
        #[pallet::weight(T::WeightInfo::associate())]
        pub fn try_associate_hotkey(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Hotkeys::<T>::create_account_if_non_existent(&who, &hotkey)
        }

        /// Lets a subnet trade and emit. Owner only.
        #[pallet::call_index(92)]
        #[pallet::weight(T::WeightInfo::start_call())]
        pub fn start_call(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            ensure!(
                Subnets::<T>::subnet_exists(netuid),
                Error::<T>::SubnetNotExists
            );
            Subnets::<T>::ensure_subnet_owner(origin, netuid)?;
            Subnets::<T>::do_start_call(netuid)
        }

        /// Takes stake out of the issuance; `amount` in rao of alpha, at most all.
        #[pallet::call_index(101)]
        #[pallet::weight(T::WeightInfo::destroy_alpha())]
        pub fn recycle_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_recycle_alpha(&who, &hotkey, netuid, amount)
        }

        /// Puts stake out of everybody's reach; `amount` in rao of alpha, at most all.
        #[pallet::call_index(102)]
        #[pallet::weight(T::WeightInfo::destroy_alpha())]
        pub fn burn_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_burn_alpha(&who, &hotkey, netuid, amount)
        }

        /// Sells all stake on a hotkey on one subnet.
        #[pallet::call_index(103)]
        #[pallet::weight(most_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake_full_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            limit_price: Option<TaoBalance>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let limit = limit_price.map(|price| (price, false));
            Staking::<T>::do_remove_stake(&who, &hotkey, netuid, AlphaBalance::MAX, limit)
        }

        /// Sets the blocks between naming children and having them. Root only.
        #[pallet::call_index(109)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn set_pending_childkey_cooldown(
            origin: OriginFor<T>,
            cooldown: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_pending_childkey_cooldown(cooldown);
            Ok(())
        }

        /// Gives the alpha of a subnet another symbol of the table. Owner or root.
        #[pallet::call_index(112)]
        #[pallet::weight(T::WeightInfo::find_subnet_to_prune())]
        pub fn update_symbol(
            origin: OriginFor<T>,
            netuid: NetUid,
            symbol: Vec<u8>,
        ) -> DispatchResult {
            Subnets::<T>::do_update_symbol(origin, netuid, symbol)
        }

        /// Names the hotkey on which the signer's miner emission on a subnet is staked from now on.
        #[pallet::call_index(114)]
        #[pallet::weight(T::WeightInfo::set_auto_stake(true))]
        pub fn set_coldkey_auto_stake_hotkey(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            AutoStake::<T>::do_set_auto_stake(&who, netuid, &hotkey)
        }

        /// Sets the weights of the signing hotkey on one mechanism.
        #[pallet::call_index(119)]
        #[pallet::weight((T::WeightInfo::set_weights(dests.len() as u32), DispatchClass::Normal, Pays::No))]
        pub fn set_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            dests: WeightList,
            weights: WeightList,
            version_key: u64,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ValidatorWeights::<T>::do_set_weights(
                &who,
                netuid,
                mecid,
                &Row {
                    targets: &dests,
                    weights: &weights,
                    version_key,
                },
            )
        }

        /// Buys stake and burns it; `amount` in rao, at most at `limit` rao per alpha if there is one.
        #[pallet::call_index(132)]
        #[pallet::weight(T::WeightInfo::add_stake().saturating_add(T::WeightInfo::destroy_alpha()))]
        pub fn add_stake_burn(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount: TaoBalance,
            limit: Option<TaoBalance>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_add_stake_burn(&who, &hotkey, netuid, amount, limit)
        }

        /// Registers a hotkey at a price of at most `limit_price` rao.
        #[pallet::call_index(134)]
        #[pallet::weight(T::WeightInfo::burned_register(MAX_UIDS.into()))]
        pub fn register_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
            limit_price: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_register_limit(
                &who,
                netuid,
                &hotkey,
                TaoBalance::new(limit_price),
            )
        }

        /// Stops a subnet, pays it out and erases it. Root only.
        #[pallet::call_index(120)]
        #[pallet::weight(T::WeightInfo::find_subnet_to_prune())]
        pub fn root_dissolve_network(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            ensure_root(origin)?;
            Dissolution::<T>::do_dissolve_network(netuid)
        }

        /// Sells the root dividends that the signing coldkey is owed and stakes the TAO on root; every subnet is looked at,
        /// whatever `subnets` says, and as many hotkeys as fit, the others by the next call. Pays for what was done.
        #[pallet::call_index(121)]
        #[pallet::weight(T::WeightInfo::claim_root(MAX_CLAIM_ROWS, MAX_CLAIM_ROWS))]
        pub fn claim_root(
            origin: OriginFor<T>,
            subnets: BTreeSet<NetUid>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let _ = subnets;
            RootDividends::<T>::do_claim_root(&who)
        }

        /// Sets the least TAO that a claim of root dividends on one subnet must bring, rao; `netuid` is that of root. Root
        /// only.
        #[pallet::call_index(124)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_root_claim_threshold(
            origin: OriginFor<T>,
            netuid: NetUid,
            new_value: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            RootDividends::<T>::do_set_root_claim_threshold(netuid, new_value)
        }

        /// Decides whether a root validator becomes a parent of the owners of new subnets.
        #[pallet::call_index(135)]
        #[pallet::weight(T::WeightInfo::set_auto_parent_delegation())]
        pub fn set_auto_parent_delegation_enabled(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            enabled: bool,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Children::<T>::do_set_auto_parent_delegation(&who, hotkey, enabled)
        }

        /// Sets the blocks between two epochs; they are counted from now on. Owner only.
        #[pallet::call_index(139)]
        #[pallet::weight(T::WeightInfo::set_tempo())]
        pub fn set_tempo(origin: OriginFor<T>, netuid: NetUid, tempo: u16) -> DispatchResult {
            Schedule::<T>::do_set_tempo(origin, netuid, tempo)
        }

        /// Sets after how many thousandths of a tempo without weights a validator is inactive.
        #[pallet::call_index(140)]
        #[pallet::weight(T::WeightInfo::set_hyperparameter())]
        pub fn set_activity_cutoff_factor(
            origin: OriginFor<T>,
            netuid: NetUid,
            factor_milli: u32,
        ) -> DispatchResult {
            Scores::<T>::do_set_activity_cutoff_factor(origin, netuid, factor_milli)
        }

        /// Lets an epoch run as soon as the freeze window before it has passed. Owner only.
        #[pallet::call_index(141)]
        #[pallet::weight(T::WeightInfo::set_hyperparameter())]
        pub fn trigger_epoch(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            Schedule::<T>::do_trigger_epoch(origin, netuid)
        }

        /// Like `move_stake`, as far as the origin's alpha is worth at least `limit_price` rao of the destination's per
        /// alpha.
        #[pallet::call_index(143)]
        #[pallet::weight(T::WeightInfo::relocate_stake_limit().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn move_stake_limit(
            origin: OriginFor<T>,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_move_stake(
                Place::new(&who, &origin_hotkey, origin_netuid),
                Place::new(&who, &destination_hotkey, destination_netuid),
                alpha_amount,
                Some((limit_price, allow_partial)),
            )
        }

        /// Like `transfer_stake`, to another hotkey as well.
        #[pallet::call_index(144)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn transfer_stake_and_hotkey(
            origin: OriginFor<T>,
            destination_coldkey: T::AccountId,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_transfer_stake(
                Place::new(&who, &origin_hotkey, origin_netuid),
                Place::new(
                    &destination_coldkey,
                    &destination_hotkey,
                    destination_netuid,
                ),
                alpha_amount,
            )
        }

        /// Like `claim_root`, on one hotkey.
        #[pallet::call_index(145)]
        #[pallet::weight(T::WeightInfo::claim_root(MAX_RATES, MAX_RATES))]
        pub fn claim_root_with_hotkey(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            RootDividends::<T>::do_claim_root_with_hotkey(&who, &hotkey)
        }

        /// Registers a hotkey for a proof of work instead of TAO; free, but for a tip.
        #[pallet::call_index(146)]
        #[pallet::weight((T::WeightInfo::pow_register(), DispatchClass::Normal, Pays::No))]
        pub fn pow_register(
            origin: OriginFor<T>,
            netuid: NetUid,
            work_block: u64,
            nonce: u64,
            work: Seal,
            hotkey: T::AccountId,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_pow_register(
                &who,
                &WorkClaim {
                    netuid,
                    work_block,
                    nonce,
                    work: &work,
                    hotkey: &hotkey,
                },
            )
        }
    }
}
