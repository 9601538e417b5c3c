import { expect, test } from "vitest";
import { sizedImages } from "../../src/bake/places/site-media.ts";
import { mediaFile } from "./values.ts";

const LOCK = "https://quay.example/media/lock.png";
const SOUND = "https://quay.example/media/a.mp3";
const TALL = "https://quay.example/media/tall.svg";
const media = new Map([
  [LOCK, mediaFile("lock.png")],
  [SOUND, mediaFile("a.mp3", "sound", { width: null, height: null })],
  [TALL, mediaFile("tall.svg", "tall", { width: null, height: 5 })],
  ["https://quay.example/media/wide.svg", mediaFile("wide.svg", "wide", { width: 5, height: null })],
]);

test.for([
  {
    name: "gets the size of its file",
    html: `<p><img src="${LOCK}" alt="" /> and <img alt="x" src="${LOCK}" /></p>`,
    sized: `<p><img src="${LOCK}" width="30" height="20" alt="" /> and <img alt="x" src="${LOCK}" width="30" height="20" /></p>`,
  },
  { name: "keeps the width that it names", html: `<img width="3" src="${LOCK}" />`, sized: null },
  { name: "keeps the height that it names", html: `<img src="${LOCK}" alt="" height="2" />`, sized: null },
  {
    name: "gets it though a later one names its own",
    html: `<img src="${LOCK}" /><img src="${LOCK}" width="3" />`,
    sized: `<img src="${LOCK}" width="30" height="20" /><img src="${LOCK}" width="3" />`,
  },
  {
    name: "gets it though it names another kind of width",
    html: `<img data-width="3" src="${LOCK}" />`,
    sized: `<img data-width="3" src="${LOCK}" width="30" height="20" />`,
  },
  { name: "that lies elsewhere stays", html: '<img src="https://a.example/1.png" />', sized: null },
  { name: "without a size stays", html: `<img src="${SOUND}" />`, sized: null },
  { name: "without a width stays", html: `<img src="${TALL}" />`, sized: null },
  {
    name: "without a height stays",
    html: '<img src="https://quay.example/media/wide.svg" />',
    sized: null,
  },
  { name: "without a source stays", html: `<img alt="" /><a href="${LOCK}">x</a>`, sized: null },
])("an image (HTML §4.8.4.3) $name", ({ html, sized }) => {
  expect(sizedImages(html, media)).toBe(sized ?? html);
});
