import type { Markup } from "../../src/render/text/markup.ts";
import { lines, markup } from "../../src/render/text/markup.ts";
import { whole } from "./spread.ts";
import { duration } from "./table.ts";

/** What one kind of bake takes, by the size of the site. */
export interface GrowthCurve {
  readonly name: string;
  /** The smallest site first. */
  readonly points: readonly { readonly articles: number; readonly timeMs: number }[];
}

const WIDTH = 760;
const HEIGHT = 460;
const PLOT = { left: 70, right: 570, top: 30, bottom: 400 } as const;

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #222 }
.grid { stroke: #ddd } .curve { fill: none; stroke-width: 2.5 }
.c0 { stroke: #b3261e; color: #b3261e } .c1 { stroke: #00639b; color: #00639b } .c2 { stroke: #2e6b30; color: #2e6b30 }
.dot { fill: currentColor; stroke: none }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd } .grid { stroke: #444 }
  .c0 { stroke: #ff8a80; color: #ff8a80 } .c1 { stroke: #7fc8ff; color: #7fc8ff } .c2 { stroke: #9ccc9c; color: #9ccc9c }
}`;

/** Draws times over sizes, both in powers of ten, as SVG. The same curves give the same bytes. */
export function drawGrowth(curves: readonly GrowthCurve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const [sizes, times] = [points.map(({ articles }) => articles), points.map(({ timeMs }) => timeMs)];
  const x = scale(powers(sizes), PLOT.left, PLOT.right);
  const y = scale(powers(times), PLOT.bottom, PLOT.top);
  const place = ({ articles, timeMs }: (typeof points)[number]) => `${x(articles)},${y(timeMs)}`;
  return lines(
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="growth-title">`,
    markup`<title id="growth-title">What a bake takes, by the number of articles: ${curves.map(({ name }) => name).join(", ")}</title>`,
    markup`<style>${STYLE}</style>`,
    tens(powers(sizes)).map((articles) => [
      markup`<line class="grid" x1="${x(articles)}" x2="${x(articles)}" y1="${PLOT.top}" y2="${PLOT.bottom}"/>`,
      markup`<text x="${x(articles)}" y="${PLOT.bottom + 22}" text-anchor="middle">${whole(articles)}</text>`,
    ]),
    markup`<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 46}" text-anchor="middle">articles</text>`,
    tens(powers(times)).map((timeMs) => [
      markup`<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(timeMs)}" y2="${y(timeMs)}"/>`,
      markup`<text x="${PLOT.left - 8}" y="${y(timeMs) + 4}" text-anchor="end">${axisTime(timeMs)}</text>`,
    ]),
    curves.map((curve, at) => [
      markup`<polyline class="curve c${at}" points="${curve.points.map(place).join(" ")}"/>`,
      curve.points.map((point) => dot(at, x(point.articles), y(point.timeMs))),
      ending(curve, x, y),
    ]),
    markup`</svg>`,
  ).source;
}

function dot(at: number, x: number, y: number): Markup {
  return markup`<circle class="dot c${at}" cx="${x}" cy="${y}" r="4"/>`;
}

/** Says behind a curve's last point which it is. */
function ending({ name, points }: GrowthCurve, x: Scale, y: Scale): Markup | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  return markup`<text x="${x(last.articles) + 10}" y="${y(last.timeMs) + 4}">${name}, ${duration(last.timeMs)}</text>`;
}

type Scale = (value: number) => number;

/** From a range of powers of ten to places, in tenths. */
function scale([least, most]: readonly [number, number], from: number, to: number): Scale {
  return (value) => {
    const part = (Math.log10(value) - least) / (most - least || 1);
    return Math.round((from + part * (to - from)) * 10) / 10;
  };
}

/** The powers of ten that some numbers lie between. */
function powers(numbers: readonly number[]): readonly [number, number] {
  return [Math.floor(Math.log10(Math.min(...numbers))), Math.ceil(Math.log10(Math.max(...numbers)))];
}

function tens([least, most]: readonly [number, number]): readonly number[] {
  return Array.from({ length: most - least + 1 }, (_, at) => 10 ** (least + at));
}

function axisTime(timeMs: number): string {
  return timeMs < 1000 ? `${timeMs} ms` : `${whole(timeMs / 1000)} s`;
}
