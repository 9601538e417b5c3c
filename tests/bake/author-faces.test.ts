import { expect, test } from "vitest";
import type { Picture } from "../../src/article/media.ts";
import type { Problem } from "../../src/article/problem.ts";
import { picturesOf, withImageUrls } from "../../src/bake/places/site-media.ts";
import { siteWith } from "./small-site.ts";
import { mediaFile, urlOf } from "./values.ts";

const fileOf = (width: number) => ({
  address: `/media/ada-${width}.webp`,
  type: "image/webp",
  width,
  height: width,
  sizeBytes: 1,
  made: null,
});
const picture: Picture = { webp: [fileOf(40), fileOf(80)], fallback: fileOf(80) };
const ada = mediaFile("ada.png", "ada", { picture });
const bo = mediaFile("bo.png", "bo", { width: null, height: null });
const MEDIA = [mediaFile("first.png"), ada, bo];
const SIZES = [40, 80].map((width) => ({ url: `https://quay.example/media/ada-${width}.webp`, width }));
const url = ({ address }: typeof ada) => urlOf(`https://quay.example${address}`);

function profiles(images: readonly (string | null)[]) {
  const problems: Problem[] = [];
  const authors = images
    .map((image, at) => `[[authors]]\nname = "Author ${at}"\n${image === null ? "" : `image = "${image}"\n`}`)
    .join("");
  const site = withImageUrls(siteWith(authors), MEDIA, problems);
  return { profiles: site.profiles.map(({ image, face }) => ({ image, face })), problems };
}

test("an author whose picture is a file of the site has its size, and the sizes that browsers choose from", () => {
  expect(profiles(["ada.png", "bo.png"]).profiles).toEqual([
    { image: url(ada), face: { width: 30, height: 20, picture: { url: url(ada), sizes: SIZES } } },
    { image: url(bo), face: { width: null, height: null, picture: null } },
  ]);
});

test("nothing is known of a picture elsewhere", () => {
  expect(profiles(["https://a.example/1.png"]).profiles).toEqual([
    { image: "https://a.example/1.png", face: undefined },
  ]);
});

test("a picture that is not there is told with its author", () => {
  expect(profiles(["ada.png", "gone.png"]).problems.map(({ message }) => message.split(",")[0])).toEqual([
    'names gone.png as "authors: Author 1: image"',
  ]);
});

test("of several pictures each that is there in sizes is told once", () => {
  const media = new Map(MEDIA.map((one) => [url(one), one]));
  expect(
    picturesOf([null, url(bo), url(ada), url(ada), urlOf("https://a.example/")], media, siteWith()),
  ).toEqual([{ url: url(ada), sizes: SIZES }]);
});
