// Uses a chain as polkadot.js does, with what the chain's metadata says and nothing else, and
// prints what it saw as JSON. What does not decode, or does not encode again to the same bytes,
// ends the script with a line on standard error and exit code 1.
//
// usage: node walk.mjs URL storage|apis|transfer|errors

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';

// Entries of a map that are looked at.
const MOST_ENTRIES = 64;
const TIMEOUT_MS = 20_000;
const NETUID = 1;

// What the library grumbles about while it decodes is told with the rest.
const complaints = [];
for (const level of ['warn', 'error']) {
  console[level] = (...words) => complaints.push(words.map(String).join(' ').trim());
}

function insist(holds, what) {
  if (!holds) throw new Error(what);
}

// A value that was decoded must encode to the bytes it was read from: all of them were understood.
function same(value, raw, what) {
  insist(u8aToHex(value.toU8a()) === raw, `${what}: ${raw} decodes to what encodes as ${value.toHex()}`);
}

function storageItems(api) {
  const found = new Map();
  for (const [pallet, items] of Object.entries(api.query)) {
    for (const item of Object.values(items)) {
      if (pallet !== 'substrate') found.set(`${item.creator.prefix}.${item.creator.method}`, item);
    }
  }
  return found;
}

// Reads an item without a key, or the first entries of a map; returns how many values there were.
async function readItem(api, at, name, item) {
  const { meta } = item.creator;
  const check = (value, raw, what) => {
    // Where nothing is stored, an item without a default is nothing, and any other its default.
    const empty = meta.modifier.isOptional ? null : meta.fallback.toHex();
    if (raw === null && empty === null) return insist(value.isNone, `${what}: nothing is something`);
    return same(meta.modifier.isOptional ? value.unwrap() : value, raw ?? empty, what);
  };
  const values = async (keys) => {
    const [{ changes }] = await api._rpcCore.provider.send('state_queryStorageAt', [keys, at.hash]);
    return new Map(changes);
  };
  if (meta.type.isPlain) {
    const key = item.key();
    const raw = (await values([key])).get(key);
    check(await at.api.query[item.creator.section][item.creator.method_](), raw, name);
    return raw === null ? 0 : 1;
  }
  const read = at.api.query[item.creator.section][item.creator.method_];
  const entries = await read.entriesPaged({ args: [], pageSize: MOST_ENTRIES });
  const raw = entries.length ? await values(entries.map(([key]) => key.toHex())) : new Map();
  for (const [key, value] of entries) {
    insist(item.key(...key.args) === key.toHex(), `${name}: the key ${key.toHex()} is ${key.args}`);
    check(value, raw.get(key.toHex()), `${name}(${key.args})`);
  }
  return entries.length;
}
