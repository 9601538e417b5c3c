import type { Mark } from "./mark.ts";
import { UNTRIMMED } from "./mark.ts";
import type { MarkEnds } from "./mark-ends.ts";

const ZOLA_CALL = /\s*([A-Za-z_][\w:]*)\s*\(/y;
const ZOLA_END = /\{%-?\s*end\s*-?%\}/y;

/** Zola's shortcodes, and nothing else: other braces are text to it. */
export function zolaMark(text: string, from: number, opening: string, ends: MarkEnds): Mark | null {
  const close = opening === "{{" ? "}}" : "%}";
  if (text.startsWith("/*", from + 2)) {
    const end = ends.next(`*/${close}`, from + 4);
    if (end === -1) return null;
    const inner = text.slice(from + 4, end);
    return {
      kind: "literal",
      from,
      to: end + 4,
      text: opening + inner + close,
      innerFrom: from,
      ...UNTRIMMED,
    };
  }
  const common = { kind: "tag", family: "zola", from, ...UNTRIMMED } as const;
  ZOLA_END.lastIndex = from;
  const [ended] = ZOLA_END.exec(text) ?? [];
  if (ended !== undefined)
    return { ...common, to: from + ended.length, name: "", rest: "", isClosing: true, isSingle: false };
  ZOLA_CALL.lastIndex = from + (text[from + 2] === "-" ? 3 : 2);
  const [, name] = ZOLA_CALL.exec(text) ?? [];
  if (name === undefined) return null;
  const inner = ZOLA_CALL.lastIndex;
  const end = ends.endOf(inner, close, ["{{", "{%"]);
  if (end === -1) return null;
  const rest = text
    .slice(inner, end)
    .replace(/-$/, "")
    .replace(/\)\s*$/, "");
  return { ...common, to: end + 2, name, rest, isClosing: false, isSingle: opening === "{{" };
}
