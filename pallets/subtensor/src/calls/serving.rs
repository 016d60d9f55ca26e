//! Endpoints of neurons (spec 40 §11).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod serving_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Announces where a neuron serves.
        ///
        /// Origin: the neuron's hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `version`: of the software; not checked.
        /// - `ip`: the address as a number, IPv4 in the low 32 bits; 0 for none.
        /// - `port`: not 0.
        /// - `ip_type`: 4 or 6.
        /// - `protocol`: not checked.
        /// - `placeholder1`: for the neuron's own use.
        /// - `placeholder2`: for the neuron's own use.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyNotRegisteredInNetwork`,
        /// `InvalidIpType`, `InvalidIpAddress`, `ServingRateLimitExceeded`, `InvalidPort`.
        ///
        /// Events: `AxonServed`.
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

        /// Announces where a neuron serves metrics.
        ///
        /// Origin: the neuron's hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `version`: of the software; not checked.
        /// - `ip`: the address as a number, IPv4 in the low 32 bits; not 0.
        /// - `port`: not 0.
        /// - `ip_type`: 4 or 6.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidIpType`,
        /// `InvalidIpAddress`, `HotKeyNotRegisteredInNetwork`,
        /// `ServingRateLimitExceeded`, `InvalidPort`.
        ///
        /// Events: `PrometheusServed`.
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

        /// Announces where a neuron serves, with a key for encrypted connections.
        ///
        /// Origin: the neuron's hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `version`: of the software; not checked.
        /// - `ip`: the address as a number, IPv4 in the low 32 bits; 0 for none.
        /// - `port`: not 0.
        /// - `ip_type`: 4 or 6.
        /// - `protocol`: not checked.
        /// - `placeholder1`: for the neuron's own use.
        /// - `placeholder2`: for the neuron's own use.
        /// - `certificate`: a byte that names the algorithm and a public key of at most 64 bytes;
        ///   anything else is left out.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyNotRegisteredInNetwork`,
        /// `InvalidIpType`, `InvalidIpAddress`, `ServingRateLimitExceeded`, `InvalidPort`.
        ///
        /// Events: `AxonServed`.
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
    }
}
