//! Tasks that others need. The SDK reports a failure whenever one of them ends, also when that is
//! only because everything ends.

use std::time::Duration;

use futures::{FutureExt as _, future::BoxFuture};
use futures_timer::Delay;
use sc_service::{SpawnEssentialTaskHandle, SpawnTaskHandle};
use sp_core::traits::SpawnEssentialNamed;

/// How long the node may take to notice that it stops.
const NOTICED: Duration = Duration::from_secs(2);

/// Tasks of a subcommand. They end with it, and nobody minds.
#[derive(Clone)]
pub(super) struct Helpers(pub SpawnTaskHandle);

impl SpawnEssentialNamed for Helpers {
    fn spawn_essential_blocking(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: BoxFuture<'static, ()>,
    ) {
        self.0.spawn_blocking(name, group, task);
    }

    fn spawn_essential(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: BoxFuture<'static, ()>,
    ) {
        self.0.spawn(name, group, task);
    }
}

/// Tasks of a node, whose end is the end of the node. What ends because the node stops is put away
/// before its end is reported.
#[derive(Clone)]
pub(super) struct Essential(pub SpawnEssentialTaskHandle);

impl SpawnEssentialNamed for Essential {
    fn spawn_essential_blocking(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: BoxFuture<'static, ()>,
    ) {
        self.0.spawn_blocking(name, group, unhurried(task));
    }

    fn spawn_essential(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: BoxFuture<'static, ()>,
    ) {
        self.0.spawn(name, group, unhurried(task));
    }
}

fn unhurried(task: impl Future<Output = ()> + Send + 'static) -> impl Future<Output = ()> + Send {
    task.then(|()| Delay::new(NOTICED))
}
