//! The engine gives the published results of the published epochs.

mod json;

#[test]
fn sample_epochs_come_out_equal() {
    let expected = include_str!("data/out.jsonl").lines();
    let mut count = 0;
    for (number, (input, expected)) in include_str!("data/in.jsonl")
        .lines()
        .zip(expected)
        .enumerate()
    {
        let result: serde_json::Value =
            serde_json::from_str(&json::evaluate(input).unwrap()).unwrap();
        let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(&result[name], value, "epoch {number}: {name}");
        }
        count += 1;
    }
    assert_eq!(count, 24);
}
