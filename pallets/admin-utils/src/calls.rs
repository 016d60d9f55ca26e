//! The calls (spec 30 §16). Those that set a value come from the table `pallet_subtensor::hyperparameters`; those that do
//! more stand below. Indices and arguments are public interface.

/// Class of a call, normal if the row does not say.
macro_rules! class {
    () => {
        DispatchClass::Normal
    };
    ($class:ident) => {
        DispatchClass::$class
    };
}

/// Writes what a row stores: by its item, or through a function of `SubtensorModule`.
macro_rules! store {
    ($storage:ident[$($netuid:ident)?] $value:ident) => {
        store!(@ $storage[$($netuid)?] ($value))
    };
    ($storage:ident[$($netuid:ident)?] $($value:ident)+) => {
        store!(@ $storage[$($netuid)?] (($($value),+)))
    };
    ($storage:ident[$($netuid:ident)?] $value:ident; through $owner:ident::$through:ident) => {
        $owner::<T>::$through($($netuid,)? $value)
    };
    (@ $storage:ident[] ($value:expr)) => {
        $storage::<T>::put($value)
    };
    (@ $storage:ident[$netuid:ident] ($value:expr)) => {
        $storage::<T>::insert($netuid, $value)
    };
}

/// Deposits the events of a row, or the general one.
macro_rules! announce {
    (emits [] emits_own [] or $($general:tt)+) => {
        $($general)+
    };
    (emits [$($event:ident $payload:tt)*] emits_own [$($own:ident $own_payload:tt)*] or $($general:tt)+) => {
        $(Subtensor::<T>::deposit_event(SubtensorEvent::$event $payload);)*
        $(Self::deposit_event(Event::$own $own_payload);)*
    };
}

pub(crate) use {announce, class, store};

macro_rules! calls {
    (
        subnet { $(
            $(#[doc = $doc:literal])*
            $index:literal $call:ident($netuid:ident, $($value:ident: $ty:ty),+) => $storage:ident $(through $owner:ident::$through:ident)?,
            by $who:expr
            $(, class $class:ident)?
            $(, if $bound:expr => $error:expr)*
            $(, owner if $owner_bound:expr => $owner_error:expr)*
            $(, emits $event:ident $payload:tt)*
            $(, emits_own $own:ident $own_payload:tt)*
            $(, shown $($name:ident $(= $read:ident)?),+)?;
        )* }
        chain { $(
            $(#[doc = $chain_doc:literal])*
            $chain_index:literal $chain_call:ident($chain_value:ident: $chain_ty:ty)
                => $chain_storage:ident $(through $chain_owner:ident::$chain_through:ident)?
            $(, if $chain_bound:expr => $chain_error:expr)*
            $(, emits $chain_event:ident $chain_payload:tt)*;
        )* }
    ) => {
        #[frame_support::pallet_macros::pallet_section]
        mod calls {
            #[pallet::call]
            impl<T: Config> Pallet<T> {
                $(
                    $(#[doc = $doc])*
                    #[pallet::call_index($index)]
                    #[pallet::weight((<T as Config>::WeightInfo::setter(), class!($($class)?)))]
                    pub fn $call(origin: OriginFor<T>, $netuid: NetUid, $($value: $ty),+) -> DispatchResult {
                        Self::change_subnet(origin, $netuid, $who, |_by_owner| {
                            $(ensure!($bound, $error);)*
                            $(ensure!(!_by_owner || $owner_bound, $owner_error);)*
                            store!($storage[$netuid] $($value)+ $(; through $owner::$through)?);
                            announce!(
                                emits [$($event $payload)*] emits_own [$($own $own_payload)*]
                                or Self::note_parameter(Some($netuid), stringify!($call), ($($value),+))
                            );
                            Ok(())
                        })
                    }
                )*
                $(
                    $(#[doc = $chain_doc])*
                    #[pallet::call_index($chain_index)]
                    #[pallet::weight(<T as Config>::WeightInfo::setter())]
                    pub fn $chain_call(origin: OriginFor<T>, $chain_value: $chain_ty) -> DispatchResult {
                        ensure_root(origin)?;
                        $(ensure!($chain_bound, $chain_error);)*
                        store!($chain_storage[] $chain_value $(; through $chain_owner::$chain_through)?);
                        announce!(
                            emits [$($chain_event $chain_payload)*] emits_own []
                            or Self::note_parameter(None, stringify!($chain_call), $chain_value)
                        );
                        Ok(())
                    }
                )*

                /// Names who makes blocks from the next one on.
                #[pallet::call_index(0)]
                #[pallet::weight(<T as Config>::WeightInfo::setter())]
                pub fn swap_authorities(
                    origin: OriginFor<T>,
                    new_authorities: AuthorsOf<T>,
                ) -> DispatchResult {
                    ensure_root(origin)?;
                    T::Authorities::set_authors(new_authorities)
                }

                /// Retired: issuance follows from what exists.
                #[pallet::call_index(33)]
                #[pallet::weight(<T as Config>::WeightInfo::setter())]
                pub fn sudo_set_total_issuance(
                    _origin: OriginFor<T>,
                    total_issuance: TaoBalance,
                ) -> DispatchResult {
                    let _ = total_issuance;
                    Err(Error::<T>::Deprecated.into())
                }

                /// Names who finalizes blocks, from the end of this one on.
                #[pallet::call_index(59)]
                #[pallet::weight(<T as Config>::WeightInfo::setter())]
                pub fn schedule_grandpa_change(
                    origin: OriginFor<T>,
                    next_authorities: FinalizersOf<T>,
                    in_blocks: BlockNumberFor<T>,
                    forced: Option<BlockNumberFor<T>>,
                ) -> DispatchResult {
                    ensure_root(origin)?;
                    ensure!(in_blocks.is_zero(), Error::<T>::GrandpaChangeDelayMustBeZero);
                    T::Authorities::schedule_finalizers(next_authorities, in_blocks, forced)
                }

                /// Sets the hotkey that speaks for the owner.
                #[pallet::call_index(67)]
                #[pallet::weight(<T as Config>::WeightInfo::setter())]
                pub fn sudo_set_sn_owner_hotkey(
                    origin: OriginFor<T>,
                    netuid: NetUid,
                    hotkey: T::AccountId,
                ) -> DispatchResult {
                    Subnets::<T>::do_set_owner_hotkey(origin, netuid, hotkey)
                }

                /// Sets the number of mechanisms of a subnet.
                #[pallet::call_index(76)]
                #[pallet::weight(<T as Config>::WeightInfo::mechanism_count())]
                pub fn sudo_set_mechanism_count(
                    origin: OriginFor<T>,
                    netuid: NetUid,
                    mechanism_count: MechId,
                ) -> DispatchResult {
                    Self::by(origin, netuid, OwnerPer(Action::MechanismCount), |_| {
                        Mechanisms::<T>::do_set_mechanism_count(netuid, mechanism_count)?;
                        Self::note_parameter(Some(netuid), "mechanism_count", mechanism_count);
                        Ok(())
                    })
                }

                /// Sets the parts of the mechanisms of a subnet in its emission, of 65535; none for even parts.
                #[pallet::call_index(77)]
                #[pallet::weight(<T as Config>::WeightInfo::setter())]
                pub fn sudo_set_mechanism_emission_split(
                    origin: OriginFor<T>,
                    netuid: NetUid,
                    maybe_split: Option<Vec<u16>>,
                ) -> DispatchResult {
                    Self::by(origin, netuid, OwnerPer(Action::MechanismEmission), |_| {
                        Mechanisms::<T>::do_set_emission_split(netuid, maybe_split.clone())?;
                        Self::note_parameter(Some(netuid), "mechanism_emission_split", maybe_split);
                        Ok(())
                    })
                }

                /// Lowers the most uids, and removes those with the least emission that are then too many.
                #[pallet::call_index(78)]
                #[pallet::weight(<T as Config>::WeightInfo::trim())]
                pub fn sudo_trim_to_max_allowed_uids(
                    origin: OriginFor<T>,
                    netuid: NetUid,
                    max_n: u16,
                ) -> DispatchResult {
                    Self::by(origin, netuid, OwnerPer(Action::Trimming), |_| {
                        Neurons::<T>::do_trim(netuid, max_n)?;
                        Self::note_parameter(Some(netuid), "max_allowed_uids", max_n);
                        Ok(())
                    })
                }
            }
        }
    };
}

pallet_subtensor::hyperparameters!(calls);
