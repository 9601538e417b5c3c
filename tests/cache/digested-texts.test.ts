import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { digestOf } from "../../src/article/digest.ts";
import { CacheDisk } from "../../src/cache/cache-disk.ts";
import { DigestedTexts } from "../../src/cache/digested-texts.ts";
import { temporaryFolder } from "../content-folder.ts";

const TEXTS = ["one", "zwei", "три"].map((text) => ({ digest: digestOf(text), text }));
const DIGESTS = TEXTS.map(({ digest }) => digest);

/** Texts in a folder that is not there yet, and others that look at the same. */
function opened() {
  const folder = temporaryFolder();
  const place = join(folder, "texts", "of a store");
  const as = ({ isDry = false, isFull = false, program = "program" }) =>
    new DigestedTexts(place, new CacheDisk(folder, isDry), program, isFull);
  return { place, as, texts: as({}) };
}

function filled() {
  const { place, as, texts } = opened();
  for (const text of TEXTS) texts.keep(text);
  return { place, as, texts };
}

test("texts are recalled by their digests", () => {
  const { as } = filled();
  expect(DIGESTS.map((digest) => as({}).recall(digest))).toEqual(["one", "zwei", "три"]);
  expect(as({}).recall(digestOf("four"))).toBeNull();
});

test("of what is damaged nothing is recalled, nor of what is no digest", () => {
  const { place, texts } = filled();
  writeFileSync(join(place, DIGESTS[0] ?? ""), "One");
  writeFileSync(join(place, "..", "beside"), "beside");
  expect([...DIGESTS, "../beside", "", "."].map((digest) => texts.recall(digest))).toEqual([
    null,
    "zwei",
    "три",
    null,
    null,
    null,
  ]);
});

test("others are forgotten", () => {
  const { place, texts } = filled();
  texts.forgetOthers([DIGESTS[1] ?? "", digestOf("four")]);
  expect(readdirSync(place)).toEqual([DIGESTS[1]]);
});

test("a text is known by its digest and nothing around it", () => {
  const { place, texts } = filled();
  const [digest = ""] = DIGESTS;
  for (const other of [
    `../${basename(place)}/${digest}`,
    `${digest}/../${digest}`,
    `x${digest}`,
    `${digest}x`,
  ]) {
    expect(texts.recall(other)).toBeNull();
  }
});

test("what remembers and learns is what a cache is where nothing else is said", () => {
  const { place } = filled();
  const texts = new DigestedTexts(place, { keep: (write) => write() }, "program");
  expect(texts.recall(DIGESTS[0] ?? "")).toBe("one");
});

test("a full bake recalls nothing, but keeps", () => {
  const { as } = filled();
  expect(DIGESTS.map((digest) => as({ isFull: true }).recall(digest))).toEqual([null, null, null]);
  const four = { digest: digestOf("four"), text: "four" };
  as({ isFull: true }).keep(four);
  expect(as({}).recall(four.digest)).toBe("four");
});

test("a dry bake recalls, and changes nothing", () => {
  const { place, as } = filled();
  const dry = as({ isDry: true });
  dry.keep({ digest: digestOf("four"), text: "four" });
  dry.forgetOthers([]);
  expect(readdirSync(place).sort()).toEqual(DIGESTS.toSorted());
  expect(dry.recall(DIGESTS[0] ?? "")).toBe("one");
});

test("a disk that cannot be written makes no fault", () => {
  const { place, texts } = opened();
  mkdirSync(join(place, ".."), { recursive: true });
  writeFileSync(place, "a file");
  for (const text of TEXTS) texts.keep(text);
  texts.forgetOthers([]);
  expect(texts.recall(DIGESTS[0] ?? "")).toBeNull();
});

const summary = new Uint8Array([0, 10, 255, 10, 7]);
const [first = "", second = ""] = DIGESTS;

test("the summary of a text is recalled byte for byte, by the program that made it", () => {
  const { as, texts } = filled();
  texts.keepSummary(first, summary);
  texts.keepSummary(second, new Uint8Array());
  expect(Buffer.from(as({}).recallSummary(first) ?? [])).toEqual(Buffer.from(summary));
  expect(as({}).recallSummary(second)).toHaveLength(0);
  expect(as({ program: "programs" }).recallSummary(first)).toBeNull();
  expect(as({ program: "other" }).recallSummary(first)).toBeNull();
  expect(as({ isFull: true }).recallSummary(first)).toBeNull();
  expect(as({}).recall(first)).toBe("one");
});

test("no summary is recalled that is damaged, or of nothing", () => {
  const { place, texts } = filled();
  texts.keepSummary(first, summary);
  const file = join(place, `${first}.summary`);
  const whole = readFileSync(file);
  writeFileSync(
    file,
    whole.map((byte, at) => (at === 12 ? byte ^ 1 : byte)),
  );
  for (const digest of [first, second, "", `../${basename(place)}/${first}`]) {
    expect(texts.recallSummary(digest)).toBeNull();
  }
  writeFileSync(file, whole);
  expect(texts.recallSummary(first)).not.toBeNull();
  // Nor one of another text.
  writeFileSync(join(place, `${second}.summary`), whole);
  expect(texts.recallSummary(second)).toBeNull();
});

test("summaries are forgotten with their texts", () => {
  const { place, texts } = filled();
  for (const digest of DIGESTS) texts.keepSummary(digest, summary);
  texts.forgetOthers([second]);
  expect(readdirSync(place).sort()).toEqual([second, `${second}.summary`]);
});

test("a dry bake keeps no summary", () => {
  const { as } = filled();
  as({ isDry: true }).keepSummary(first, summary);
  expect(as({}).recallSummary(first)).toBeNull();
});
