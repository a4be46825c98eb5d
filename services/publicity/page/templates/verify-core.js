"use strict";
// Verifies a publication proof (rectify-publication/1) the way the library translog does, with nothing but the browser's own
// SHA-256 and Ed25519. It reads bytes that it is given, asks nobody, and accepts every value in one encoding only.

// What is wrong: `code` is the library's, `where` names the place. `undecided` says that something is missing, not wrong.
class Refused extends Error {
  constructor(code, where, undecided = false) {
    super(code + ": " + where);
    this.code = code;
    this.where = where;
    this.undecided = undecided;
  }
}

function demand(condition, code, where) {
  if (!condition) throw new Refused(code, where);
}

// --- bytes -----------------------------------------------------------------------------------------------------------

const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (one, other) => hex(one) === hex(other);

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}

function textOf(bytes, where) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("utf8", where);
  }
}

// Padded, without a foreign character, pad bits zero: only the re-encoding is decisive.
function base64(text, where, size = null) {
  demand(/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0, "base64", where);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  demand(btoa(String.fromCharCode(...bytes)) === text, "base64", where);
  demand(size === null || bytes.length === size, "base64", where);
  return bytes;
}

function decimal(text, where) {
  demand(/^(0|[1-9][0-9]{0,18})$/.test(text), "decimal", where);
  return BigInt(text);
}

// --- JSON in its one form (RFC 8785) ---------------------------------------------------------------------------------

function canonical(value, depth = 0) {
  if (typeof value === "string") {
    demand(value.isWellFormed(), "utf8", "JSON text");
    return JSON.stringify(value);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    demand(Number.isSafeInteger(value) && !Object.is(value, -0), "json", "JSON number");
    return String(value);
  }
  demand(depth < 64, "json", "JSON value");
  if (Array.isArray(value)) return "[" + value.map((item) => canonical(item, depth + 1)).join(",") + "]";
  // Without a comparison function, sort() compares UTF-16 code units, as the standard demands.
  const members = Object.keys(value).sort();
  return "{" + members.map((key) => canonical(key) + ":" + canonical(value[key], depth + 1)).join(",") + "}";
}

function parsed(bytes, where) {
  const text = textOf(bytes, where);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused("json", where);
  }
  // Equal to its own canonical form: no space, foreign escape, other order or second member of a name was in it.
  demand(canonical(value) === text, "not-canonical", where);
  return value;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function members(value, names, where, code = "publication-malformed") {
  demand(isObject(value) && Object.keys(value).sort().join() === names.join(), code, where);
  return names.map((name) => value[name]);
}

function list(value, where, code = "publication-malformed") {
  demand(Array.isArray(value), code, where);
  return value;
}

function string(value, where, code = "publication-malformed") {
  demand(typeof value === "string", code, where);
  return value;
}

// Numbers have no one form everywhere: in the record every number is a text.
function fieldText(value, where) {
  const pending = [value];
  while (pending.length) {
    const item = pending.pop();
    demand(typeof item !== "number", "value-not-allowed", where);
    if (typeof item === "object" && item !== null) pending.push(...Object.values(item));
  }
  return canonical(value);
}

// --- signed notes and checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) ------------------------------

const LOG_KEY = 1;
const WITNESS_KEY = 4;
// The characters that Unicode calls white space.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const CONTROL = /[\x00-\x09\x0b-\x1f]/;

function goodName(name) {
  return name !== "" && !name.includes("+") && !SPACE.test(name) && !CONTROL.test(name);
}

async function key(text, kind, where) {
  const malformed = (condition) => {
    if (!condition) throw new Refused("policy-malformed", where, true);
  };
  const [name, id, ...rest] = text.split("+");
  malformed(rest.length > 0 && goodName(name));
  let data;
  try {
    data = base64(rest.join("+"), where, 33);
  } catch {
    malformed(false);
  }
  malformed(data[0] === kind);
  const expected = (await sha256(utf8(name), Uint8Array.of(10), data)).slice(0, 4);
  malformed(hex(expected) === id);
  return { name, id, kind, data: data.slice(1) };
}

async function signedBy(one, text, value) {
  let message = utf8(text);
  let signature = value;
  let time = null;
  if (one.kind === WITNESS_KEY) {
    if (value.length !== 72) return null;
    time = BigInt("0x" + hex(value.slice(0, 8)));
    if (time >= 2n ** 63n) return null;
    signature = value.slice(8);
    message = utf8("cosignature/v1\ntime " + time + "\n" + text);
  }
  try {
    const imported = await crypto.subtle.importKey("raw", one.data, { name: "Ed25519" }, false, ["verify"]);
    return (await crypto.subtle.verify({ name: "Ed25519" }, imported, signature, message)) ? { time } : null;
  } catch (error) {
    if (error.name === "NotSupportedError") throw error;
    return null;
  }
}

function note(whole, where) {
  const good = (condition) => demand(condition, "note-malformed", where);
  good(utf8(whole).length <= 1000000 && whole.endsWith("\n") && !CONTROL.test(whole));
  const blank = whole.lastIndexOf("\n\n");
  good(blank >= 0 && whole.length > blank + 2);
  const lines = whole.slice(blank + 2, -1).split("\n");
  good(lines.length <= 100);
  const signatures = lines.map((line) => {
    const space = line.indexOf(" ", 2);
    good(line.startsWith("\u2014 ") && space > 0);
    const name = line.slice(2, space);
    good(goodName(name));
    let value;
    try {
      value = base64(line.slice(space + 1), where);
    } catch {
      good(false);
    }
    good(value.length >= 5);
    return { name, id: hex(value.slice(0, 4)), value: value.slice(4) };
  });
  return { text: whole.slice(0, blank + 1), signatures };
}

function checkpoint(text, where) {
  const good = (condition) => demand(condition, "checkpoint-malformed", where);
  const lines = text.slice(0, -1).split("\n");
  good(lines.length >= 3 && lines.every((line) => line !== "" && !/[\x00-\x1f]/.test(line)));
  try {
    const size = decimal(lines[1], where);
    const root = base64(lines[2], where, 32);
    good(size > 0n && size < 2n ** 63n);
    return { origin: lines[0], size, root };
  } catch {
    throw new Refused("checkpoint-malformed", where);
  }
}

// --- trust policies (C2SP tlog-policy); names of keys and groups in UTF-8 --------------------------------------------

async function policyOf(bytes) {
  const refuse = (where) => {
    throw new Refused("policy-malformed", where, true);
  };
  let text;
  try {
    text = textOf(bytes, "policy");
  } catch {
    refuse("policy");
  }
  if (bytes.length > 2 ** 20 || /[\x00-\x08\x0b-\x1f\x7f]/.test(text) || !text.endsWith("\n")) refuse("policy");
  const policy = { logs: [], witnesses: [], groups: [], quorum: null };
  const names = new Set();
  const used = new Set();
  for (const [number, line] of text.slice(0, -1).split("\n").entries()) {
    const where = "policy line " + (number + 1);
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    if (words.length === 0 || words[0].startsWith("#")) continue;
    const [kind, ...given] = words;
    const define = (name) => {
      if (name === "none" || names.has(name)) refuse(where);
      names.add(name);
    };
    const distinct = (one, others) => {
      if (others.some((other) => same(other.data, one.data))) refuse(where);
    };
    if (kind === "log" && (given.length === 1 || given.length === 2)) {
      const one = await key(given[0], LOG_KEY, where);
      distinct(one, policy.logs);
      policy.logs.push(one);
    } else if (kind === "witness" && (given.length === 2 || given.length === 3)) {
      const one = await key(given[1], WITNESS_KEY, where);
      distinct(one, policy.witnesses);
      define(given[0]);
      policy.witnesses.push({ ...one, called: given[0] });
    } else if (kind === "group" && given.length >= 3) {
      const [name, asked, ...group] = given;
      for (const member of group) {
        if (!names.has(member) || used.has(member)) refuse(where);
        used.add(member);
      }
      const threshold = asked === "all" ? group.length : asked === "any" ? 1 : /^[1-9][0-9]{0,17}$/.test(asked) ? Number(asked) : 0;
      if (threshold < 1 || threshold > group.length) refuse(where);
      define(name);
      policy.groups.push({ name, threshold, members: group });
    } else if (kind === "quorum" && given.length === 1 && policy.quorum === null) {
      if (given[0] !== "none" && !names.has(given[0])) refuse(where);
      policy.quorum = given[0];
    } else refuse(where);
  }
  if (policy.quorum === null) refuse("policy");
  return policy;
}

function satisfied(policy, called) {
  const reached = new Set(called);
  // Groups name only what stands before them: one pass decides all.
  for (const group of policy.groups) {
    if (group.members.filter((member) => reached.has(member)).length >= group.threshold) reached.add(group.name);
  }
  return policy.quorum === "none" || reached.has(policy.quorum);
}

const named = (one) => one.name + "\n" + one.id;

// UTF-8 bytes in order; JavaScript itself would compare UTF-16.
function before(one, other) {
  const [a, b] = [hex(utf8(one)), hex(utf8(other))];
  return a < b ? -1 : a > b ? 1 : 0;
}

// What a policy makes of a signed checkpoint: who cosigned it, and what keeps from a verdict.
async function vouched(signed, origin, policy) {
  const where = "checkpoint";
  const doubts = [];
  const own = policy.logs.filter((one) => one.name === origin);
  const keys = [...own, ...policy.witnesses];
  const known = new Map();
  for (const one of keys) {
    demand(!known.has(named(one)), "key-malformed", where);
    known.set(named(one), one);
  }
  const strangers = signed.signatures.filter((one) => !known.has(named(one)));
  for (const stranger of strangers) {
    for (const one of keys) {
      demand((await signedBy(one, signed.text, stranger.value)) === null, "signature-relabelled", where);
    }
    demand(!keys.some((one) => one.name === stranger.name || one.id === stranger.id), "signature-stray", where);
  }
  if (strangers.length) doubts.push(new Refused("signature-unknown", where + " " + strangers[0].name, true));
  else {
    const ours = (one) => own.some((other) => named(other) === named(one));
    for (let n = 1; n < signed.signatures.length; n++) {
      const [one, other] = [signed.signatures[n - 1], signed.signatures[n]];
      const order = Number(!ours(one)) - Number(!ours(other)) || before(one.name, other.name) || before(one.id, other.id);
      demand(order < 0, "signature-order", where);
    }
  }
  // Without a key of the log its signature looks unknown too; that says nothing more.
  if (own.length === 0) return { doubts: [new Refused("log-unknown", origin, true)], cosigned: [], signed: false };
  const cosigned = [];
  let logs = 0;
  for (const one of signed.signatures.filter((each) => known.has(named(each)))) {
    const by = known.get(named(one));
    const found = await signedBy(by, signed.text, one.value);
    demand(found !== null, "signature-invalid", where + " " + one.name);
    if (by.kind === LOG_KEY) logs += 1;
    else cosigned.push({ called: by.called, name: by.name, time: found.time });
  }
  demand(logs > 0, "log-signature-missing", origin);
  cosigned.sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : before(one.called, other.called)));
  if (!satisfied(policy, cosigned.map((one) => one.called))) doubts.push(new Refused("no-quorum", policy.quorum, true));
  return { doubts, cosigned, signed: true };
}

// --- events ----------------------------------------------------------------------------------------------------------

const PART = "[A-Za-z0-9][A-Za-z0-9._~-]{0,62}";
const ORIGIN = `${PART}/${PART}/${PART}`;
const NAME = "[A-Za-z0-9][A-Za-z0-9._~:@/#-]{0,127}";
const TIME = "[0-9]{4}-[01][0-9]-[0-3][0-9]T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{6}Z";
const FORMS = {
  actor: NAME,
  agg: "[0-9a-f]{32}",
  at: TIME,
  body: "[0-9a-f]{64}",
  caus: `${ORIGIN}:[1-9][0-9]{0,17}`,
  cmd: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
  eff: TIME,
  org: `(?:${NAME})?`,
  pol: "(?:[0-9a-f]{64})?",
  prev: "(?:[0-9a-f]{64})?",
  refs: "[0-9a-f]{32}",
  role: `(?:${NAME})?`,
  rule: `(?:${PART}@${PART}(?::${PART})?#[0-9a-f]{64})?`,
  src: ORIGIN,
  type: "[a-z][a-z0-9-]*(?:\\.[a-z0-9][a-z0-9-]*)+\\.v[1-9][0-9]{0,3}",
  v: "1",
  ver: "[1-9][0-9]{0,17}",
};

function isDate(text) {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function envelopeOf(value, where) {
  demand(utf8(canonical(value)).length <= 2048, "envelope-too-large", where);
  demand(Object.keys(value).sort().join() === Object.keys(FORMS).join(), "envelope-keys", where);
  for (const [name, form] of Object.entries(FORMS)) {
    const entries = name === "caus" || name === "refs" ? value[name] : [value[name]];
    const good = new RegExp("^(?:" + form + ")$");
    demand(Array.isArray(entries) && entries.length <= 8, "envelope-field", where + " " + name);
    demand(entries.every((one) => typeof one === "string" && good.test(one)), "envelope-field", where + " " + name);
    demand(entries.every((one, n) => n === 0 || entries[n - 1] < one), "envelope-field", where + " " + name);
  }
  for (const name of ["at", "eff"]) demand(isDate(value[name].slice(0, 10)), "envelope-field", where + " " + name);
  demand((value.ver === "1") === (value.prev === ""), "envelope-field", where + " prev");
  return value;
}

async function checkInclusion(leaf, index, size, proof, root, where) {
  demand(index >= 0n && index < size, "publication-malformed", where);
  const bits = (number) => (number === 0n ? 0 : number.toString(2).length);
  const inner = bits(index ^ (size - 1n));
  const border = (index >> BigInt(inner)).toString(2).replaceAll("0", "").length;
  demand(proof.length === inner + border, "proof-invalid", where);
  let current = leaf;
  for (const [level, sibling] of proof.entries()) {
    const left = level >= inner || (index >> BigInt(level)) & 1n;
    current = await sha256(Uint8Array.of(1), ...(left ? [sibling, current] : [current, sibling]));
  }
  demand(same(current, root), "proof-invalid", where);
}

async function fieldDigest(path, salt, value) {
  demand(/^[A-Za-z0-9_][A-Za-z0-9_./-]{0,127}$/.test(path), "path-not-allowed", path);
  const text = utf8(fieldText(value, path));
  return hex(await sha256(Uint8Array.of(2), salt, Uint8Array.of(path.length >> 8, path.length & 255), utf8(path), text));
}

// --- the proof -------------------------------------------------------------------------------------------------------

function shown(value, where, pool) {
  const [disclosed, envelope, position, proof, rest] = members(value, ["disclosed", "envelope", "position", "proof", "rest"], where);
  demand(isObject(disclosed) && Object.keys(disclosed).length > 0 && isObject(envelope), "publication-malformed", where);
  const digests = list(rest, where).map((one) => hex(base64(string(one, where), where, 32)));
  demand(Object.keys(disclosed).length + digests.length <= 128, "publication-malformed", where);
  const places = list(proof, where).map((one) => decimal(string(one, where), where));
  demand(places.length <= 63, "publication-malformed", where);
  const at = decimal(string(position, where), where);
  const fields = Object.keys(disclosed).sort().map((path) => {
    demand(list(disclosed[path], where).length === 2, "publication-malformed", where);
    const [salt, plain] = disclosed[path];
    return { path, salt: base64(string(salt, where), where, 16), value: plain };
  });
  // Hashes that the proofs share are named by their places, each for the first time in order.
  const hashes = places.map((place) => {
    demand(place <= BigInt(pool.used) && place < BigInt(pool.hashes.length), "publication-malformed", where);
    pool.used = Math.max(pool.used, Number(place) + 1);
    return pool.hashes[Number(place)];
  });
  return { at, envelope, fields, digests, hashes };
}

async function checkEvent(one, point, where) {
  const envelope = envelopeOf(one.envelope, where);
  demand(envelope.src === point.origin, "source-mismatch", where);
  const leaf = await sha256(Uint8Array.of(0), utf8(canonical(envelope)));
  await checkInclusion(leaf, one.at - 1n, point.size, one.hashes, point.root, where);
  const ordered = one.digests.every((digest, n) => n === 0 || one.digests[n - 1] < digest);
  demand(ordered, "publication-malformed", where);
  const own = [];
  for (const field of one.fields) own.push(await fieldDigest(field.path, field.salt, field.value));
  // What is shown and what is not together are all that the event committed itself to.
  const commitment = canonical([...own, ...one.digests].sort());
  demand(hex(await sha256(utf8(commitment))) === envelope.body, "commitment-mismatch", where);
  return { at: one.at, envelope, fields: Object.fromEntries(one.fields.map((field) => [field.path, field.value])) };
}

function redactionOf(fields, hidden) {
  const where = "redaction";
  const wrong = (condition) => demand(condition, "redaction-wrong", where);
  const filled = (value) => {
    wrong(typeof value === "string" && value !== "");
    return value;
  };
  wrong(Object.hasOwn(fields, "redaction"));
  const parts = members(fields.redaction, ["disclosed", "masked", "withheld"], where, "redaction-wrong");
  const [disclosed, masked, withheld] = parts.map((part) => list(part, where, "redaction-wrong"));
  disclosed.forEach(filled);
  for (const one of masked) members(one, ["path", "rule", "text"], where, "redaction-wrong").forEach(filled);
  for (const one of withheld) {
    const [path, reason, sealed] = members(one, ["path", "reason", "sealed"], where, "redaction-wrong");
    wrong(filled(path) && filled(reason) && typeof sealed === "boolean");
  }
  const paths = [disclosed, masked.map((one) => one.path), withheld.map((one) => one.path)];
  for (const part of paths) wrong(part.join("\n") === [...part].sort(before).join("\n"));
  wrong(new Set(paths.flat()).size === paths.flat().length);
  wrong(disclosed.join("\n") === Object.keys(fields).join("\n"));
  // An encrypted field has two digests: of its content, and of what is stored.
  wrong(hidden === masked.length + withheld.length + withheld.filter((one) => one.sealed).length);
  wrong(["content", "sha256", "version"].every((path) => typeof fields[path] === "string") && /^[0-9a-f]{64}$/.test(fields.sha256));
  return { masked, withheld };
}

async function checkApprovals(source, approvals) {
  const wrong = (condition) => demand(condition, "approval-wrong", "approvals");
  wrong(approvals.length >= 2);
  const events = [...approvals, source];
  wrong(events.every((one, n) => n === 0 || events[n - 1].at < one.at));
  wrong(new Set(approvals.map((one) => one.envelope.actor)).size === approvals.length);
  const { content, redaction, version } = source.fields;
  const expected = canonical({ approves: hex(await sha256(utf8(canonical({ content, redaction, version })))) });
  for (const one of approvals) {
    wrong(one.envelope.agg === source.envelope.agg && canonical(one.fields) === expected);
  }
  for (let n = 1; n < events.length; n++) demand(events[n - 1].envelope.at <= events[n].envelope.at, "time-backwards", "source");
}

// Everything that needs no policy; what it shows, when nothing is wrong.
async function checkPublication(bytes) {
  demand(bytes.length <= 2 ** 22, "publication-malformed", "publication");
  const value = parsed(bytes, "publication");
  demand(isObject(value) && value.format === "rectify-publication/1", "format-unknown", "publication");
  const names = ["approvals", "checkpoint", "format", "hashes", "source"];
  const [approvals, signedNote, , hashes, source] = members(value, names, "publication");
  demand(list(approvals, "approvals").length > 0 && approvals.length <= 8, "publication-malformed", "approvals");
  const pool = { used: 0, hashes: list(hashes, "hashes").map((one) => base64(string(one, "hashes"), "hashes", 32)) };
  demand(new Set(hashes).size === hashes.length, "publication-malformed", "hashes");
  const published = shown(source, "source", pool);
  const given = approvals.map((one, n) => shown(one, "approval " + (n + 1), pool));
  demand(pool.used === hashes.length, "publication-malformed", "hashes");
  const signed = note(string(signedNote, "checkpoint"), "checkpoint");
  const point = checkpoint(signed.text, "checkpoint");
  const event = await checkEvent(published, point, "source");
  const { masked, withheld } = redactionOf(event.fields, published.digests.length);
  const events = [];
  for (const [n, one] of given.entries()) events.push(await checkEvent(one, point, "approval " + (n + 1)));
  await checkApprovals(event, events);
  return { signed, point, source: event, approvals: events, masked, withheld };
}

// The verdict on a proof, all bytes: outcome "valid", "invalid" or "undecided", why, and what the proof shows.
async function verify(proof, policy, notice = null) {
  let trusted;
  try {
    trusted = await policyOf(policy);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { outcome: "undecided", problems: [error], seen: null };
  }
  try {
    const seen = await checkPublication(proof);
    if (notice !== null) {
      demand(hex(await sha256(notice)) === seen.source.fields.sha256, "notice-mismatch", "notice");
    }
    const { doubts, cosigned, signed } = await vouched(seen.signed, seen.point.origin, trusted);
    const outcome = doubts.length ? "undecided" : "valid";
    return { outcome, problems: doubts, seen: { ...seen, cosigned, trusted: signed, compared: notice !== null } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Of what is invalid nothing is shown, for nothing of it may be believed.
    return { outcome: "invalid", problems: [error], seen: null };
  }
}
