import { expect, test } from "vitest";
import { percentDecoded } from "../../src/article/percent-decoded.ts";

test.for([
  { name: "an escape", text: "caf%C3%A9%20au%2Flait", decoded: "café au/lait" },
  { name: "no escape", text: "café", decoded: "café" },
  { name: "half an escape", text: "100%", decoded: "100%" },
  { name: "bytes that are no UTF-8", text: "a%20%FF", decoded: "a%20%FF" },
])("$name is decoded, or left alone", ({ text, decoded }) => {
  expect(percentDecoded(text)).toBe(decoded);
});
