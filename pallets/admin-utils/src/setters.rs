//! The calls that set a value (spec 30 §16), one for each row of the tables in
//! `pallet_subtensor::hyperparameters`. Indices and arguments are public interface.

/// What a row says, or what holds where it says nothing.
macro_rules! said {
    ([] or $otherwise:expr) => {
        $otherwise
    };
    ([$($said:expr);+ $(;)?] or $otherwise:expr) => {
        $($said);+
    };
}

/// Writes a value: through the function that the row names, or as the item itself.
macro_rules! store {
    ([$item:ident $($netuid:ident)?] $value:expr, through [$write:expr]) => {
        $write
    };
    ([$item:ident $netuid:ident] $value:expr, through []) => {
        $item::<T>::insert($netuid, $value)
    };
    ([$item:ident] $value:expr, through []) => {
        $item::<T>::put($value)
    };
}

pub(crate) use {said, store};

/// The calls of a table.
macro_rules! setters {
    ($({
        item [$item:ident $($netuid:ident)?]
        shown $shown:tt
        call [$index:literal $call:ident($($value:ident: $ty:ty),+)]
        doc [$($doc:literal)*]
        by [$($who:expr)?]
        needs [$($text:literal: $bound:expr => $pallet:ident::$error:ident;)*]
        owner_needs [$(
            $owner_text:literal: $owner_bound:expr => $owner_pallet:ident::$owner_error:ident;
        )*]
        emits [$($emitter:ident::$event:ident $payload:tt;)*]
        class [$($class:ident)?]
        through [$($write:expr)?]
        $($rest:tt)*
    })*) => {
        #[frame_support::pallet_macros::pallet_section]
        mod setters {
            #[pallet::call]
            impl<T: Config> Pallet<T> {
                $(
                    $(#[doc = $doc])*
                    #[pallet::call_index($index)]
                    #[pallet::weight((
                        <T as Config>::WeightInfo::setter(),
                        said!([$(DispatchClass::$class)?] or DispatchClass::Normal),
                    ))]
                    pub fn $call(
                        origin: OriginFor<T>,
                        $($netuid: NetUid,)?
                        $($value: $ty),+
                    ) -> DispatchResult {
                        let subnet = said!([$(Some($netuid))?] or None);
                        let who = said!([$($who)?] or Root);
                        Self::change(origin, subnet, who, |_by_owner| {
                            $(ensure!($bound, $pallet::Error::<T>::$error);)*
                            $(ensure!(
                                !_by_owner || $owner_bound,
                                $owner_pallet::Error::<T>::$owner_error
                            );)*
                            store!([$item $($netuid)?] ($($value),+), through [$($write)?]);
                            said!(
                                [$($emitter::Pallet::<T>::deposit_event(
                                    $emitter::Event::$event $payload
                                );)*]
                                or Self::note_parameter(subnet, stringify!($call), ($($value),+))
                            );
                            Ok(())
                        })
                    }
                )*
            }
        }
    };
}

/// Setters of the values that each subnet has.
pub(crate) mod of_subnets {
    pallet_subtensor::subnet_hyperparameters!(setters);
}

/// Setters of the values of the chain.
pub(crate) mod of_the_chain {
    pallet_subtensor::chain_hyperparameters!(setters);
}
