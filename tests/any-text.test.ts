import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sample } from "fast-check";
import { expect, test } from "vitest";
import { ANY_SIGN, ANY_URL } from "./any-text.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** What makes fast-check put up its table of all characters. */
const TABLE = /unit: "bin[a]ry|\bfc\.web[A-Z]/;

test("no test has its process carry a table of a million characters", () => {
  const files = globSync("**/*.ts", { cwd: FOLDER });
  expect(files.length).toBeGreaterThan(600);
  expect(files.filter((file) => TABLE.test(readFileSync(`${FOLDER}/${file}`, "utf8")))).toEqual([]);
});

test("signs are single ones, of every plane, and URLs are URLs", () => {
  const signs = sample(ANY_SIGN, 2000);
  expect(signs.filter((sign) => [...sign].length !== 1 || !sign.isWellFormed())).toEqual([]);
  expect(new Set(signs.map((sign) => (sign.codePointAt(0) ?? 0) >> 16)).size).toBeGreaterThan(10);
  expect(sample(ANY_URL, 200).filter((url) => !URL.canParse(url))).toEqual([]);
});
