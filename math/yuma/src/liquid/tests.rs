use super::*;

#[test]
fn exp_is_that_of_20_13_1() {
    for (x2, up, down) in [
        (1, 7_081_203_935, 2_605_029_348),
        (2, 11_674_931_200, 1_580_030_169),
        (4, 31_735_754_285, 581_260_615),
        (10, 637_429_664_624, 28_939_262),
        (20, 94_602_947_905_357, 194_991),
        (40, 2_066_907_302_758_576_256, 8),
    ] {
        let exp = |negative| {
            let magnitude = x2 * ONE / 2;
            let exponent = Exponent {
                negative,
                magnitude,
            };
            exponent.exp(series([magnitude; LANES])[0])
        };
        assert_eq!((exp(false), exp(true)), (up, down), "{x2}");
    }
    assert_eq!(series([0; LANES]), [ONE; LANES]);
}

#[test]
fn factors_are_those_of_20_13_1() {
    let tenths = |tenths: u64| tenths * ONE / 10;
    for (c, w, v, steepness, low, high, expected) in [
        (0, 0, 0, 1000, 45_875, 58_982, 3_012_258_989),
        (10, 10, 0, 1000, 45_875, 58_982, 3_012_258_989),
        (0, 10, 0, 1000, 45_875, 58_982, 3_859_754_218),
        (3, 5, 2, 1000, 45_875, 58_982, 3_047_248_389),
        (3, 2, 5, 1000, 45_875, 58_982, 3_108_904_405),
        (3, 2, 10, 1000, 6_553, 19_660, 1_247_718_905),
        (5, 10, 0, 1000, 6_553, 19_660, 858_960_690),
        (0, 0, 10, 1000, 6_553, 19_660, 1_282_708_304),
        (10, 10, 1, 1000, 6_553, 19_660, 435_213_075),
        (0, 10, 0, -1000, 6_553, 19_660, 435_213_075),
        (0, 10, 0, 32_767, 6_553, 19_660, 1_288_457_418),
        (0, 0, 0, 0, 6_553, 19_660, 858_960_690),
    ] {
        let sigmoid = Sigmoid::from(Liquid {
            low,
            high,
            steepness,
        });
        let distance = Sigmoid::distance(tenths(c), tenths(w), tenths(v));
        let factors = sigmoid.factors([distance; LANES]);
        assert_eq!(factors, [expected; LANES], "{c} {w} {v} {steepness}");
    }
}
