import { foldSpace } from "../../article/plain-text.ts";

/** Gathers the text of an article: one line a block, white space folded, code line by line. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = "";
  /** How many lines there were when the paragraph began. */
  #paragraphFrom = 0;
  #lede: string | null = null;
  #notedLede: string | null = null;
  #isVerbatim = false;
  #hasNotes = false;

  add(text: string): void {
    for (const [at, line] of (this.#isVerbatim ? text.split("\n") : [text]).entries()) {
      if (at > 0) this.breakLine();
      this.#line += line;
    }
  }

  /** Adds the sign of a note, which is no part of what the text says first. */
  addNote(sign: string): void {
    this.#hasNotes = true;
    this.add(NOTE + sign + NOTE);
  }

  breakLine(): void {
    const line = foldSpace(this.#line);
    if (line !== "") this.#lines.push(line);
    this.#line = "";
  }

  beginBlock(name: string): void {
    this.breakLine();
    if (name === "pre") this.#isVerbatim = true;
    if (name === "p") this.#paragraphFrom = this.#lines.length;
  }

  /** Ends a block; the title of a box in the text is not what the text says first. */
  endBlock(name: string, isBoxTitle = false): void {
    this.breakLine();
    if (name === "pre") this.#isVerbatim = false;
    if (name !== "p" || this.#lede !== null || this.#lines.length <= this.#paragraphFrom) return;
    const paragraph = this.#lines.slice(this.#paragraphFrom).join(" ");
    this.#notedLede ??= paragraph;
    if (!isBoxTitle && !isOpening(paragraph)) this.#lede = paragraph;
  }

  /**
   * The text and the first paragraph that says something (its first line where it has none); noted is the
   * first of all, with the signs of notes, the titles of boxes, greetings and labels.
   */
  read(): { readonly text: string; readonly lede: string; readonly notedLede: string } {
    this.breakLine();
    const text = this.#lines.join("\n");
    const notedLede = this.#notedLede ?? this.#lines[0] ?? "";
    const lede = this.#lede ?? notedLede;
    if (!this.#hasNotes) return { text, lede, notedLede };
    return {
      text: text.replaceAll(NOTE, ""),
      lede: foldSpace(lede.replace(NOTE_SIGN, "")),
      notedLede: notedLede.replaceAll(NOTE, ""),
    };
  }
}

/** So long a greeting or a label is at most, in characters. */
const LONGEST_OPENING = 60;

/** Of one or two words, or of several that end in a colon or comma, or that greet. */
const OPENING =
  /^(?:\S+(?:\s\S+){0,7}\s?[:：,，]|(?:hi|hey|hello|dear|welcome|greetings|good (?:morning|day|evening|afternoon)|hallo|liebe[rs]?|guten tag|moin|servus|bonjour|salut|bonsoir|ch(?:er|ère)s?|hola|buenos días|buenas|querid[oa]s?|ol[áà]|car[oaie]|ciao|buongiorno|salve|beste|dag|goedendag|hej|hejsan|kära|cześć|witaj(?:cie)?|drodzy|مرحبا|أهلا)(?=[\s,!.،]|$)[^.?]*[!.،]?)$/iu;

/** Whether a paragraph only greets or announces what follows ("Hello everyone!", "Targets:"), so that it tells nobody what a text is about. */
function isOpening(paragraph: string): boolean {
  return paragraph.length <= LONGEST_OPENING && OPENING.test(paragraph);
}

/** Stands round the sign of a note; no text holds this character. */
const NOTE = "\u0001";
const NOTE_SIGN = /\u0001[^\u0001]*\u0001/g;
