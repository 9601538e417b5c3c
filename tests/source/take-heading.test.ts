import { describe, expect, test } from "vitest";
import { takeHeading } from "../../src/source/html/take-heading.ts";

describe("a first heading", () => {
  test.for([
    {
      name: "is the title",
      html: "<h1>Tide &amp; rain</h1><p>x</p>",
      title: null,
      heading: "Tide & rain",
      rest: "<p>x</p>",
    },
    {
      name: "goes where it is the title already",
      html: "<h1>Tide</h1><p>x</p>",
      title: "Tide",
      heading: "Tide",
      rest: "<p>x</p>",
    },
    {
      name: "stays where the title is another",
      html: "<h1>Tide</h1><p>x</p>",
      title: "Rain",
      heading: null,
      rest: "<h1>Tide</h1><p>x</p>",
    },
    {
      name: "that says nothing is none",
      html: "<h1> </h1><p>x</p>",
      title: null,
      heading: null,
      rest: "<p>x</p>",
    },
    {
      name: "stands first",
      html: "<p>x</p><h1>Tide</h1>",
      title: null,
      heading: null,
      rest: "<p>x</p><h1>Tide</h1>",
    },
  ])("$name", ({ html, title, heading, rest }) => {
    expect(takeHeading(html, title)).toEqual({ heading, rest });
  });

  test("is read without the marks of its dialect", () => {
    const plain = (text: string) => text.replace(" {#t}", "");
    expect(takeHeading('<h1 id="t">Tide {#t}</h1>', null, plain)).toEqual({ heading: "Tide", rest: "" });
  });
});
