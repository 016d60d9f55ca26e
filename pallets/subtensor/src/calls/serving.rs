//! Endpoints of neurons (spec 40 §11).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod serving_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
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
            Self::do_serve_axon(&who, netuid, axon, None)
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
            Self::do_serve_prometheus(&who, netuid, info)
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
            Self::do_serve_axon(&who, netuid, axon, Some(&certificate))
        }
    }
}
