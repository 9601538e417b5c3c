/** A link or a file of a text, which is resolved once all articles have their places. */
export interface TextTarget {
  readonly kind: "link" | "media";
  /** Absolute. */
  readonly url: string;
}

const MARK = /feedwright-target-(\d{1,6})-/g;

/** What stands in a text for a target until that. */
export function markOf(index: number): string {
  return `feedwright-target-${index}-`;
}

/** Puts paths and addresses in the place of marks. */
export function resolveMarks(
  text: string,
  targets: readonly TextTarget[],
  resolve: (target: TextTarget) => string,
): string {
  return text.replace(MARK, (mark, index: string) => {
    const target = targets[Number(index)];
    return target === undefined ? mark : written(resolve(target));
  });
}

/** An address as a destination of Markdown and an attribute of HTML may both hold it. */
function written(address: string): string {
  return address
    .replace(/[<>\s"\\()*_[\]`]/g, (one) =>
      one === "_" || one === "*" ? one : `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .replaceAll("&", "&amp;");
}
