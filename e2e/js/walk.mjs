// Uses a chain as polkadot.js does, by what the chain's metadata says and nothing else, and prints
// what it saw as JSON. What does not decode, or does not encode again to the bytes that it was
// decoded from, ends the script with a line on standard error and exit code 1.
//
// usage: node walk.mjs URL storage|apis|transfer|errors [VERSION]
//        VERSION  of the metadata to go by; without it the library takes the newest it knows

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';

// Entries of a map that are looked at.
const MOST_ENTRIES = 64;
const TIMEOUT_MS = 60_000;
// The first subnet that anybody opens.
const NETUID = 2;
const AMOUNT = 1_234_567_890n;

// What the library complains of while it works is told with the rest.
const complaints = [];
for (const level of ['warn', 'error']) {
  console[level] = (...words) => complaints.push(words.map(String).join(' ').trim());
}

function insist(holds, what) {
  if (!holds) throw new Error(what);
}

// All of the bytes were understood if the value encodes to the same.
function same(value, raw, what) {
  const again = u8aToHex(value.toU8a());
  insist(again === raw, `${what}: ${raw} decodes to ${value}, which encodes as ${again}`);
}

// ---- storage: every item, all values or the first entries, at one block ----------------------

// Storage functions by their names in the metadata, each once.
function storageFunctions(at, metadata) {
  const found = new Map();
  for (const [pallet, items] of Object.entries(at.query)) {
    // Keys that every chain has, under names of the library.
    if (pallet === 'substrate') continue;
    for (const item of Object.values(items)) {
      const name = `${item.creator.prefix}.${item.creator.meta.name}`;
      insist(!found.has(name), `${name} has two functions`);
      found.set(name, item);
    }
  }
  for (const pallet of metadata.asLatest.pallets) {
    const storage = pallet.storage.unwrapOr(undefined);
    for (const item of storage?.items ?? []) {
      insist(found.has(`${storage.prefix}.${item.name}`), `${pallet.name}.${item.name} has no function`);
    }
  }
  return found;
}

// A value against its bytes, or against the default where nothing is stored.
function checkValue(value, raw, { modifier, fallback }, what) {
  if (!modifier.isOptional) return same(value, raw ?? u8aToHex(fallback), what);
  if (raw === null) return insist(value.isNone, `${what}: nothing is stored, and it is ${value}`);
  return same(value.unwrap(), raw, what);
}

// Reads an item; returns how many values are stored there, of those that were looked at.
async function readItem(chain, name, item) {
  const { meta } = item.creator;
  if (meta.type.isPlain) {
    const raw = (await chain.raw([item.key()])).get(item.key());
    checkValue(await item(), raw, meta, name);
    return raw === null ? 0 : 1;
  }
  const entries = await item.entriesPaged({ args: [], pageSize: MOST_ENTRIES });
  const raw = await chain.raw(entries.map(([key]) => key.toHex()));
  for (const [key, value] of entries) {
    const what = `${name}(${key.args})`;
    insist(item.key(...key.args) === key.toHex(), `${what}: this is not what ${key.toHex()} stands for`);
    checkValue(value, raw.get(key.toHex()), meta, what);
  }
  return entries.length;
}

async function storage(api, provider) {
  const hash = (await api.rpc.chain.getFinalizedHead()).toHex();
  const at = await api.at(hash);
  const chain = {
    raw: async (keys) => {
      if (keys.length === 0) return new Map();
      const [{ changes }] = await provider.send('state_queryStorageAt', [keys, hash]);
      return new Map(changes);
    },
  };
  const stored = {};
  const read = async ([name, item]) => {
    stored[name] = await readItem(chain, name, item);
  };
  await Promise.all([...storageFunctions(at, api.runtimeMetadata)].map(read));
  return { stored };
}

// ---- apis: every method that takes nothing, a subnet, an account, or small numbers -----------

// An argument for a parameter, by its type; undefined if there is none here.
function argument(api, alice, { name, type }) {
  const known = { AccountId32: alice.address, u16: NETUID, u32: 1, u64: 1_000_000, bool: true };
  const plain = api.registry.createType(api.registry.createLookupType(type)).toRawType();
  return { value: known[plain === 'AccountId' ? 'AccountId32' : plain], name: name.toString(), plain };
}

async function apis(api, provider, alice) {
  const hash = (await api.rpc.chain.getFinalizedHead()).toHex();
  const at = await api.at(hash);
  const called = {};
  const left = [];
  for (const { name, methods } of api.runtimeMetadata.asLatest.apis) {
    // The others are for the node itself: they execute blocks and make keys.
    if (!/RuntimeApi$|^AccountNonceApi$|^AuraApi$/.test(name.toString())) continue;
    for (const method of methods) {
      const path = `${name}.${method.name}`;
      const values = method.inputs.map((input) => argument(api, alice, input).value);
      if (values.includes(undefined)) {
        left.push(path);
        continue;
      }
      called[path] = await callMethod({ at, api, provider, hash }, name, method, values);
    }
  }
  return { called, left };
}

// Calls a method; returns how many bytes it answers with.
async function callMethod({ at, api, provider, hash }, name, method, values) {
  const path = `${name}_${method.name}`;
  const camel = (text) => text.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  const first = name.toString();
  const call = at.call[first[0].toLowerCase() + first.slice(1)]?.[camel(method.name.toString())];
  insist(call, `${path} has no function`);
  const encoded = method.inputs.map(({ type }, index) =>
    u8aToHex(api.registry.createType(api.registry.createLookupType(type), values[index]).toU8a()).slice(2));
  const raw = await provider.send('state_call', [path, `0x${encoded.join('')}`, hash]);
  same(await call(...values), raw, path);
  return raw.length / 2 - 1;
}

// ---- transfer: an estimate, and a transaction that is in a block -----------------------------

// Sends it, and resolves with what became of it in its block.
function included(transaction, signer) {
  return new Promise((resolve, reject) => {
    transaction
      .signAndSend(signer, (result) => {
        if (result.isError) reject(new Error(`the pool says ${result.status}`));
        if (result.isInBlock) resolve(result);
      })
      .catch(reject);
  });
}

async function transfer(api, _provider, alice, bob) {
  const free = async (who, at) => (await (await api.at(at)).query.system.account(who.address)).data.free.toBigInt();
  const transaction = api.tx.balances.transferKeepAlive(bob.address, AMOUNT);
  const estimate = (await transaction.paymentInfo(alice)).partialFee.toBigInt();
  const result = await included(transaction, alice);
  insist(!result.dispatchError, `it failed: ${result.dispatchError}`);
  const block = result.status.asInBlock;
  const { block: { header, extrinsics } } = await api.rpc.chain.getBlock(block);
  const paid = result.events.find(({ event }) => api.events.transactionPayment.TransactionFeePaid.is(event));
  const [before, after] = [header.parentHash, block];
  return {
    estimate: `${estimate}`,
    fee: `${paid.event.data.actualFee}`,
    spent: `${(await free(alice, before)) - (await free(alice, after))}`,
    arrived: `${(await free(bob, after)) - (await free(bob, before))}`,
    sent: `${AMOUNT}`,
    inBlock: extrinsics.some(({ hash }) => hash.eq(result.txHash)),
  };
}

// ---- errors: what goes wrong has its name -----------------------------------------------------

async function refused(action) {
  try {
    await action();
  } catch (error) {
    return error.message;
  }
  throw new Error('it was not refused');
}

async function errors(api, provider, alice, _bob) {
  const nobody = new Keyring({ type: 'sr25519' }).addFromUri('//nobody');
  const failed = await included(api.tx.subtensorModule.startCall(999), alice);
  insist(failed.dispatchError?.isModule, `it did not fail as a call: ${failed.dispatchError}`);
  const { section, name } = api.registry.findMetaError(failed.dispatchError.asModule);
  return {
    dispatch: `${section}.${name}`,
    poor: await refused(() => included(api.tx.balances.transferKeepAlive(alice.address, 1), nobody)),
    garbage: await refused(() => provider.send('author_submitExtrinsic', ['0x1234'])),
    argument: await refused(() => api.tx.balances.transferKeepAlive('no address', 1)),
    method: await refused(() => provider.send('state_call', ['SubnetInfoRuntimeApi_no_such', '0x'])),
    unknown: typeof api.query.subtensorModule.noSuchItem,
  };
}

// -----------------------------------------------------------------------------------------------

// The chain's metadata of a version, as the library takes it in place of what it would ask for.
async function metadataOf(provider, version) {
  const encoded = Buffer.from(Uint8Array.of(Number(version), 0, 0, 0)).toString('hex');
  const answer = await provider.send('state_call', ['Metadata_metadata_at_version', `0x${encoded}`]);
  // What is before `meta` is the option and the length that hold it.
  const metadata = `0x${answer.slice(answer.indexOf('6d657461'))}`;
  const genesis = await provider.send('chain_getBlockHash', [0]);
  const { specVersion } = await provider.send('state_getRuntimeVersion', []);
  return { [`${genesis}-${specVersion}`]: metadata };
}

async function main([url, what, version]) {
  const action = { storage, apis, transfer, errors }[what];
  insist(url && action, 'usage: node walk.mjs URL storage|apis|transfer|errors [VERSION]');
  const provider = new WsProvider(url, false, {}, TIMEOUT_MS);
  provider.on('error', () => fail(new Error(`nothing answers at ${url}`)));
  await provider.connect();
  await provider.isReady;
  const metadata = version === undefined ? {} : await metadataOf(provider, version);
  const api = await ApiPromise.create({ provider, metadata, throwOnConnect: true, throwOnUnknown: true });
  const keys = new Keyring({ type: 'sr25519' });
  const seen = await action(api, provider, keys.addFromUri('//Alice'), keys.addFromUri('//Bob'));
  const about = { metadata: api.runtimeMetadata.version, complaints };
  process.stdout.write(`${JSON.stringify({ ...about, ...seen })}\n`, () => process.exit(0));
}

const fail = (error) => {
  process.stderr.write(`error: ${error?.message ?? JSON.stringify(error)}\n`, () => process.exit(1));
};
setTimeout(() => fail(new Error(`not done in ${TIMEOUT_MS} ms`)), TIMEOUT_MS).unref();
main(process.argv.slice(2)).catch(fail);
