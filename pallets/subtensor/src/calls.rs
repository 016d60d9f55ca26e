//! The dispatchables of `SubtensorModule`: each names its arguments and weight and hands over to a domain function.
//! Indices and argument names are public interface (spec 10 §19, 30 §6 and §8, 40 §6 and §11, 50 §6).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {}
}
