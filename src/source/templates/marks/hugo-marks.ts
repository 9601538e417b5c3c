import type { Mark } from "./mark.ts";
import { stray, UNTRIMMED } from "./mark.ts";
import type { MarkEnds } from "./mark-ends.ts";

/** Hugo's shortcode, or one that is escaped: `{{</* ref "x" *\/>}}`. */
export function hugoMark(text: string, from: number, third: string, ends: MarkEnds): Mark {
  const close = third === "<" ? ">}}" : "%}}";
  if (text.startsWith("/*", from + 3)) {
    const end = ends.next(`*/${close}`, from + 5);
    if (end !== -1) {
      const inner = text.slice(from + 5, end);
      const to = end + 2 + close.length;
      return { kind: "literal", from, to, text: `{{${third}${inner}${close}`, innerFrom: from, ...UNTRIMMED };
    }
  }
  const end = ends.endOf(from + 3, close, ["{{<", "{{%"]);
  if (end === -1) return stray(from, 3);
  const inside = text
    .slice(from + 3, end)
    .replace(/^-|-$/g, "")
    .trim();
  const [, slash = "", name = "", behind = ""] = /^(\/?)\s*([\w./-]*[\w-])([\s\S]*)$/.exec(inside) ?? [];
  const rest = behind.trim();
  const isSingle = /(?:^|[\s"'`])\/$/.test(rest);
  return {
    kind: "tag",
    family: "hugo",
    from,
    to: end + 3,
    name: name.replace(/\.html$/, ""),
    rest: isSingle ? rest.slice(0, -1).trim() : rest,
    isClosing: slash !== "",
    isSingle,
    ...UNTRIMMED,
  };
}
