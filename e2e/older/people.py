"""Who acts for the older client, beside those of the population: wallets of its own."""

from __future__ import annotations

from support.keys import wallet

# TAO of each at the beginning.
FUNDS = {
    "owner": 40_000, "validator": 1_000, "staker": 1_000, "miner": 500, "principal": 100, "heir": 0,
    "leaver": 100, "victim": 100, "waverer": 100, "receiver": 1, "lender": 100,
}
WHO = {name: wallet(f"//Older//{name}") for name in FUNDS}
OTHER_HOTKEY = "//Older//miner//other"
# Those of the population by the names that the client has for their keys.
OF_POPULATION = {
    "validator0": "//Crowd//validator0", "validator1": "//Crowd//validator1",
    "nominator": "//Crowd//nominator0", "gone": "//Crowd//leaver",
}
