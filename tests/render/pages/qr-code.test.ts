import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { qrCode } from "../../../src/render/pages/qr-code.ts";

test.for(["https://quay.example/subscribe", `https://${"long.".repeat(30)}example/subscribe`])(
  "a camera reads from the code what was put in: %s",
  (text) => {
    const image = drawn(qrCode(text, "Subscribe").source, 4);
    expect(decodeQR(image)).toBe(text);
  },
);

/** Pixels of the rectangles that the path of a code names, `scale` for each module. */
function drawn(svg: string, scale: number) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const [left, top, width] = [Number(x) * scale, Number(y) * scale, Number(run) * scale];
    for (let row = top; row < top + scale; row += 1)
      for (let column = left; column < left + width; column += 1)
        data.fill(0, 4 * (row * size + column), 4 * (row * size + column) + 3);
  }
  return { width: size, height: size, data };
}
