import { expect, test } from "vitest";
import { takeHeadline } from "../../../src/source/newswire/headline.ts";
import { writtenLines } from "../../../src/source/newswire/written-lines.ts";

const UP = "LOCK OPENS ".repeat(5);

test.for([
  {
    name: "goes on below in capitals, before a blank line",
    text: "LOCK OPENS\nTIDE RISES\n\nThe",
    title: "LOCK OPENS TIDE RISES",
  },
  { name: "has three lines at most", text: "LOCK\nOPENS\nTIDE\nRISES\n\nThe", title: "LOCK" },
  {
    name: "goes on only where it is in capitals itself",
    text: "Lock opens\nTIDE RISES\n\nThe",
    title: "Lock opens",
  },
  { name: "goes on at its own margin", text: "LOCK OPENS\n    TIDE RISES\n\nThe", title: "LOCK OPENS" },
  { name: "does not go on with a byline", text: "LOCK OPENS\nBY ANA HOLM\n\nThe", title: "LOCK OPENS" },
  { name: "does not go on with figures", text: "LOCK OPENS\n1,096 - 794\n\nThe", title: "LOCK OPENS" },
  { name: "does not go on with columns", text: "LOCK OPENS\nOPER   NET\n\nThe", title: "LOCK OPENS" },
  { name: "does not go on with single letters", text: "LOCK OPENS\nA 1 B\n\nThe", title: "LOCK OPENS" },
  {
    name: "goes on without a text where it is long",
    text: `${UP.slice(0, 45)}\nTIDE`,
    title: `${UP.slice(0, 45)} TIDE`,
  },
  {
    name: "goes on with no text below a short one",
    text: `${UP.slice(0, 43)}X\nTIDE`,
    title: `${UP.slice(0, 43)}X`,
  },
  { name: "stands behind asterisks in an alert", text: "** LOCK OPENS", title: "LOCK OPENS" },
  { name: "may have asterisks inside", text: "LOCK ** OPENS", title: "LOCK ** OPENS" },
])("a headline $name", ({ text, title }) => {
  expect(takeHeadline(writtenLines(text))?.text).toBe(title);
});
