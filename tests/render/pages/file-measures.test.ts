import { expect, test } from "vitest";
import { fileSize, playingTime } from "../../../src/render/pages/file-measures.ts";

test.for([
  [1, "en", "1 kB"],
  [12_345, "en", "12 kB"],
  [999_700, "en", "1 MB"],
  [5_400_000, "en", "5.4 MB"],
  [5_400_000, "fr", "5,4 Mo"],
  [1_234_567_890, "de", "1,2 GB"],
] as const)("%i bytes are, in %s, %s", ([bytes, language, written]) => {
  // Languages part number and unit by spaces of their own.
  expect(fileSize(bytes, language).replace(/\s/gu, " ")).toBe(written);
});

test.for([
  [0.2, "0:01"],
  [59.6, "1:00"],
  [754, "12:34"],
  [3599.5, "1:00:00"],
  [36_061, "10:01:01"],
] as const)("%d seconds are %s", ([seconds, written]) => {
  const { source } = playingTime(seconds, "en");
  expect(source).toBe(`<time datetime="PT${Math.round(seconds) || 1}S"><bdi>${written}</bdi></time>`);
});
