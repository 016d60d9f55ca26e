use super::*;

#[test]
fn variants_have_their_public_numbers() {
    assert_eq!(RecycleOrBurnEnum::Recycle.encode(), [1]);
    assert_eq!(RootClaimTypeEnum::default().encode(), [0]);
    assert_eq!(RootClaimTypeEnum::Keep.encode(), [1]);
    let subnets = BTreeSet::from([NetUid::new(3)]);
    assert_eq!(
        RootClaimTypeEnum::KeepSubnets { subnets }.encode(),
        [2, 4, 3, 0]
    );
    assert_eq!(Hyperparameter::TriggerEpoch.encode(), [31]);
    assert_eq!(Hyperparameter::LiquidAlphaConsensusMode.encode(), [34]);
    assert_eq!(Hyperparameter::BurnRegistrationAllowed.encode(), [36]);
    assert_eq!(ConsensusMode::Current.encode(), [0]);
    assert_eq!(ConsensusMode::default().encode(), [2]);
    assert_eq!(Hyperparameter::MinBurn.encode(), [11]);
    assert_eq!(
        RateLimitKey::<[u8; 32]>::NetworkLastRegistered.encode(),
        [2]
    );
    assert_eq!(
        RateLimitKey::<[u8; 1]>::LastTxBlockDelegateTake([9]).encode(),
        [5, 9]
    );
}
