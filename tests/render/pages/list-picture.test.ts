import { describe, expect, test } from "vitest";
import { listSlot } from "../../../src/render/pages/list-picture.ts";
import { responsiveImages } from "../../../src/render/pages/responsive-images.ts";
import { urlOf } from "../../bake/values.ts";

const url = (name: string) => urlOf(`https://quay.example/media/${name}`);
const PICTURE = {
  url: url("a.jpg"),
  sizes: [690, 1120].map((width) => ({ url: url(`${width}.webp`), width })),
};

describe("the sizes of a picture in a list", () => {
  test("are those of a column where all have one above their headlines, of a thumbnail where it stands beside", () => {
    const inText = { image: null, pictures: [PICTURE] };
    const lead = {
      image: { url: PICTURE.url, alt: "A lock", type: "image/jpeg", sizeBytes: 9, width: 30, height: 20 },
    };
    expect(listSlot([lead, inText])).toBe("card");
    expect(listSlot([lead, inText, { image: null }])).toBe("thumbnail");
  });

  test("are told to browsers, which else would load a thumbnail of 112 px as if it filled a phone", () => {
    const img = `<img src="${PICTURE.url}" alt="" width="4000" height="3000" loading="lazy">`;
    const sizesIn = (slot: "card" | "thumbnail") =>
      / sizes="([^"]*)"/.exec(responsiveImages(img, [PICTURE], slot))?.[1];
    expect(sizesIn("thumbnail")).toBe("7rem");
    expect(sizesIn("card")).toBe("(max-width: 40rem) 92vw, 24rem");
  });
});
