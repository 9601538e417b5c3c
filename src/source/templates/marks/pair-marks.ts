import type { Mark, TagMark } from "./mark.ts";

/** Pairs inside each other; a deeper one counts as none. */
const MAX_DEPTH = 100;

/** The place of each mark's other end among the marks; -1 for one that stands by itself. */
export type Partners = Int32Array;

/** Finds which marks belong together. Each mark is looked at twice. */
export function pairMarks(marks: readonly Mark[]): Partners {
  const partners = new Int32Array(marks.length).fill(-1);
  const closings = closingCounts(marks);
  const open: { readonly name: string; readonly at: number }[] = [];
  const depths = new Map<string, number>();
  const leave = () => {
    const last = open.pop();
    if (last !== undefined) depths.set(last.name, (depths.get(last.name) ?? 1) - 1);
    return last;
  };
  for (const [at, mark] of marks.entries()) {
    if (mark.kind !== "tag") continue;
    const name = nameOf(mark);
    if (mark.isClosing) {
      closings.set(name, (closings.get(name) ?? 1) - 1);
      if ((depths.get(name) ?? 0) === 0) continue;
      for (let last = leave(); last !== undefined; last = leave()) {
        if (last.name !== name) continue;
        partners[at] = last.at;
        partners[last.at] = at;
        break;
      }
    } else if (!mark.isSingle && open.length < MAX_DEPTH && (closings.get(name) ?? 0) > 0) {
      open.push({ name, at });
      depths.set(name, (depths.get(name) ?? 0) + 1);
    }
  }
  return partners;
}

function closingCounts(marks: readonly Mark[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    if (mark.kind !== "tag" || !mark.isClosing) continue;
    counts.set(nameOf(mark), (counts.get(nameOf(mark)) ?? 0) + 1);
  }
  return counts;
}

/** What a closing mark calls its opening one. All pairs of Zola end alike. */
function nameOf({ family, name }: TagMark): string {
  return family === "zola" ? "zola" : `${family} ${name}`;
}
