// The page around the verifier: takes files, shows the verdict. It keeps nothing and sends nothing.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const given = { proof: null, notice: null };
let language = (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";

const said = (one) => (one ? one[language] : "");
const place = (id) => document.getElementById(id);

// Characters that steer a text are shown by their numbers: a field must not look like something else.
const tame = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${one.codePointAt(0).toString(16)}}`);

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = tame(text);
  if (className) made.className = className;
  return made;
}

function section(title, entries) {
  const made = document.createElement("section");
  made.append(element("h2", title));
  const rows = document.createElement("dl");
  for (const [name, value, className] of entries) rows.append(element("dt", name), element("dd", value, className));
  made.append(rows);
  return made;
}

function points(title, lines) {
  const made = document.createElement("section");
  const listed = document.createElement("ul");
  made.append(element("h2", title), listed);
  for (const line of lines) listed.append(element("li", said(line)));
  return made;
}

const instant = (seconds) => {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().slice(0, 19).replace("T", " ") + "Z";
};
const plain = (value) => (typeof value === "string" ? value : canonical(value));

// --- the notice ------------------------------------------------------------------------------------------------------

// How the public page writes a figure.
function figure(name, value) {
  const kept = (one, digits) => one.toString().padStart(digits, "0");
  if (name === "rate_permille") return value % 10 ? `${Math.floor(value / 10)}.${value % 10}%` : `${value / 10}%`;
  if (name === "money_fen") return value % 100 ? `${Math.floor(value / 100)}.${kept(value % 100, 2)} 元` : `${value / 100} 元`;
  return `${value} ${name === "people" ? "人" : ["measures", "reforms"].includes(name) ? "项" : "个"}`;
}

// Everything that a notice says, as the public page writes it: [path, what it is, text]; null for what is no notice.
function spoken(text) {
  try {
    const notice = JSON.parse(text);
    return notice.format === "rectify-notice-1" ? told(notice) : null;
  } catch {
    return null;
  }
}

function told(notice) {
  const found = [["organisation", "被巡察单位", notice.organisation + "整改进展情况通报"]];
  found.push(["number", "编号", notice.number], ["published_on", "公开日期", notice.published_on]);
  if (notice.basis) found.push(["basis", "依据", notice.basis]);
  if (notice.arrangements) found.push(["arrangements", "整改组织情况", notice.arrangements]);
  for (const name of Object.keys(WORDS.figures)) {
    if (notice.figures) found.push(["figures." + name, WORDS.figures[name], figure(name, notice.figures[name])]);
  }
  for (const [n, one] of (notice.results ?? []).entries()) {
    found.push([`results.${n}.wording`, "问题 " + one.number, one.wording]);
    found.push([`results.${n}.number`, "", one.number]);
    found.push([`results.${n}.state`, "", WORDS.states[one.state] ?? one.state]);
    found.push([`results.${n}.account`, "整改情况", one.account]);
  }
  if (notice.next_steps) found.push(["next_steps", "下一步工作", notice.next_steps]);
  if (notice.text) found.push(["text", "其他", notice.text]);
  found.push(["feedback_until", "意见反馈期至", notice.feedback_until]);
  for (const [n, one] of notice.channels.entries()) found.push([`channels.${n}`, WORDS.channels[one.kind] ?? one.kind, one.value]);
  return found;
}

// The bytes of a notice: a machine-readable file as it is; of a saved page the file inside it, when the page says the same.
function noticeOf(bytes) {
  const text = textOf(bytes, "notice");
  if (!text.trimStart().startsWith("<")) return bytes;
  const page = new DOMParser().parseFromString(text, "text/html");
  const inside = page.getElementById("document");
  demand(inside !== null, "notice-mismatch", "notice");
  const spelt = spoken(inside.textContent);
  demand(spelt !== null, "notice-mismatch", "notice");
  const expected = new Map(spelt.map(([path, , value]) => [path, value.replace(/\r\n?/g, "\n")]));
  const marked = [...page.querySelectorAll("[data-path]")];
  for (const one of marked) {
    demand(expected.get(one.dataset.path) === one.textContent, "notice-mismatch", "notice " + one.dataset.path);
    expected.delete(one.dataset.path);
  }
  demand(expected.size === 0, "notice-mismatch", "notice " + [...expected.keys()].join(" "));
  return utf8(inside.textContent);
}

// --- showing ---------------------------------------------------------------------------------------------------------

function showPublication(target, seen) {
  const fields = seen.source.fields;
  const source = seen.source.envelope;
  target.append(
    section(said(WORDS.labels.published), [
      [said(WORDS.labels.recorded), `${source.at.slice(0, 19).replace("T", " ")}Z · ${source.src}:${seen.source.at} · ${source.type}`],
      [said(WORDS.labels.notice), seen.compared ? said(WORDS.labels.same) : said(WORDS.labels.missing)],
    ]),
    section(said(WORDS.labels.disclosed), Object.entries(fields).map(([path, value]) => [path, plain(value)])),
    section(
      said(WORDS.labels.withheld),
      seen.withheld.map((one) => [one.path, said(WORDS.reasons[one.reason]) || one.reason]),
    ),
    section(said(WORDS.labels.masked), seen.masked.map((one) => [one.path, `${one.text} [${one.rule}]`])),
    section(
      said(WORDS.labels.approvals),
      seen.approvals.map(({ envelope }) => [
        `${envelope.at.slice(0, 19).replace("T", " ")}Z`,
        `${envelope.type} · ${envelope.role} · ${envelope.org} · ${envelope.actor}`,
      ]),
    ),
    section(said(WORDS.labels.checkpoint), [
      [seen.point.origin, `${seen.point.size} · ${btoa(String.fromCharCode(...seen.point.root))}`],
      ...seen.cosigned.map((one) => [one.called, `${one.name} · ${instant(one.time)}`]),
    ]),
  );
}

function showVerdict(target, { outcome, problems, seen }, notice, language_) {
  target.lang = language_ === "zh" ? "zh-CN" : "en";
  target.append(element("p", said(WORDS.outcomes[outcome]), "verdict " + outcome));
  for (const one of problems) {
    const words = said(WORDS.problems[one.code]) || said(WORDS.labels.malformed);
    target.append(element("p", `[${one.code}] ${words}`, "why"), element("p", `${said(WORDS.labels.where)}: ${one.where}`, "where"));
  }
  if (seen !== null) showPublication(target, seen);
  const spelt = seen !== null && notice !== null ? spoken(textOf(notice, "notice")) : null;
  if (spelt !== null) {
    const entries = spelt.filter(([, name]) => name !== "").map(([, name, text]) => [name, text, "text"]);
    target.append(section(said(WORDS.labels.says), entries));
  }
  if (outcome !== "valid") return;
  target.append(points(said(WORDS.labels.proves), WORDS.proves), points(said(WORDS.labels.proves_not), WORDS.proves_not));
}

async function judge() {
  const proof = given.proof;
  if (proof === null) return null;
  const expected = location.hash.slice(1);
  let notice = null;
  let found;
  try {
    // From a QR code the hash of the proof itself is known, and must be this one's.
    if (/^[0-9a-f]{64}$/.test(expected)) demand(hex(await sha256(proof)) === expected, "proof-other", "proof");
    if (given.notice !== null) notice = noticeOf(given.notice);
    found = await verify(proof, utf8(place("policy").value), notice);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    found = { outcome: "invalid", problems: [error], seen: null };
  }
  return { found, notice };
}

async function show() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const one of document.querySelectorAll("[data-said]")) one.textContent = said(WORDS.labels[one.dataset.said]);
  place("policy-digest").textContent = hex(await sha256(utf8(place("policy").value)));
  const target = document.createElement("div");
  target.id = "report";
  try {
    const judged = await judge();
    if (judged !== null) {
      showVerdict(target, judged.found, judged.notice, language);
      target.dataset.outcome = judged.found.outcome;
      target.dataset.codes = judged.found.problems.map((one) => one.code).join(" ");
    }
  } catch (error) {
    // A browser without Ed25519 (before Chromium 137, Firefox 129, Safari 17) cannot decide.
    target.append(element("p", `${said(WORDS.labels.unable)} (${error.name})`, "verdict undecided"));
    target.dataset.outcome = "undecided";
  }
  place("report").replaceWith(target);
}

// What a file is, its content says: a proof, a policy, else the notice.
async function take(files) {
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const head = new TextDecoder().decode(bytes);
    if (head.startsWith("{") && head.includes('"format":"rectify-publication/1"')) given.proof = bytes;
    else if (/^[ \t]*(log|witness)[ \t]/m.test(head) && !head.trimStart().startsWith("<") && !head.startsWith("{")) place("policy").value = head;
    else given.notice = bytes;
    place("files").append(element("li", file.name));
  }
  await show();
}

place("chosen").addEventListener("change", (event) => take(event.target.files));
place("policy").addEventListener("input", show);
place("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  return show();
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  return take(event.dataTransfer.files);
});
show();
