//! The engine and the plain formulation as functions of a WebAssembly module.

#[path = "../../../tests/model/mod.rs"]
mod model;
#[path = "../../../benches/network/mod.rs"]
mod network;
#[path = "../../../tests/support/mod.rs"]
mod support;

use std::{cell::RefCell, hint::black_box};

use network::{SIZES, VARIANTS};
use subtensor_yuma::{Workspace, epoch};
use support::Network;

thread_local! {
    static STATE: RefCell<(Network, Workspace)> = RefCell::default();
}

/// Makes the network of a size and a variant, by their numbers.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(size: u32, variant: u32) {
    let network = network::network(VARIANTS[variant as usize], SIZES[size as usize]);
    STATE.set((network, Workspace::default()));
}

/// Runs so many epochs of the engine.
#[unsafe(no_mangle)]
pub extern "C" fn engine(count: u32) {
    STATE.with_borrow_mut(|(network, work)| {
        for _ in 0..count {
            epoch(black_box(&network.input()), work).expect("the network is consistent");
        }
    });
}

/// Runs so many epochs of the plain formulation.
#[unsafe(no_mangle)]
pub extern "C" fn baseline(count: u32) {
    STATE.with_borrow(|(network, _)| {
        for _ in 0..count {
            black_box(model::epoch(black_box(&network.input())));
        }
    });
}
