import type { Problem } from "../article/problem.ts";
import type { BakedDocument } from "./bake-document.ts";
import type { BakedPart } from "./bake-documents.ts";

/** What a bake has made by now, in the order of publishing. */
export class BakedParts {
  readonly documents: BakedDocument[] = [];
  readonly problems: Problem[] = [];

  add({ document, problems }: BakedPart): void {
    if (document !== null) this.documents.push(document);
    this.problems.push(...problems);
  }
}
