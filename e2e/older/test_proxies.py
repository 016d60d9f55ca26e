"""Accounts that act for others."""

from support.keys import RAO, cold

from .client import Command
from .people import WHO
from .places import covers


def delegates(chain, who: str) -> list[tuple[str, str, int]]:
    rows, _ = chain.client.query(("Proxy", "Proxies"), [who])
    return [(str(row["delegate"]), str(row["proxy_type"]), int(row["delay"])) for row in rows]


@covers("proxy create", "proxy kill")
def test_a_pure_account_is_made_and_killed(older, chain):
    principal = cold(WHO["principal"])
    [made] = older(Command("proxy create --proxy-type Any --delay 0", "principal", typed="n\n"))
    pure = made.done["data"]["pure"]
    assert delegates(chain, pure) == [(principal, "Any", 0)]
    height, index = made.done["extrinsic_identifier"].split("-")
    way = f"--height {height} --ext-index {index} --proxy-type Any --spawner {principal}"
    [killed] = older(Command(f"proxy kill {way} --proxy {pure}", "principal", typed="KILL\n"))
    assert not delegates(chain, pure), killed


@covers("proxy add", "proxy execute", "proxy remove")
def test_a_delegate_announces_and_acts(older, chain):
    principal, delegate, payee = (cold(WHO[name]) for name in ("principal", "receiver", "lender"))
    relation = f"--proxy-type Transfer --delay 1 --delegate {delegate}"
    [added] = older(Command(f"proxy add {relation}", "principal", typed="n\n"))
    assert added.done and delegates(chain, principal) == [(delegate, "Transfer", 1)]
    before = chain.free(payee)
    send = f"wallet transfer --dest {payee} --amount 1 --proxy {principal} --announce-only"
    [announced] = older(Command(send, "receiver"))
    [notes, _] = chain.client.query(("Proxy", "Announcements"), [delegate])
    call_hash = notes[0]["call_hash"]
    act = f"proxy execute --proxy {principal} --real {principal} --call-hash {call_hash}"
    [executed] = older(Command(act, "receiver"))
    assert chain.free(payee) - before == RAO, (announced, executed)
    [removed] = older(Command(f"proxy remove {relation}", "principal"))
    assert removed.done and not delegates(chain, principal)
