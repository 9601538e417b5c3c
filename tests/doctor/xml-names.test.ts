import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { describe, expect, test } from "vitest";
import { NAMESPACE, NamedElement } from "../../src/doctor/feeds/xml-names.ts";

function rootOf(text: string): NamedElement {
  const { root } = parseXml(text);
  if (!(root instanceof XmlElement)) throw new Error("no root");
  return new NamedElement(root);
}

describe("the name of an element (Namespaces in XML 1.0 §6)", () => {
  test.for([
    { name: "has no namespace where none is declared", text: "<a/>", uri: "", local: "a" },
    { name: "has that of its own default", text: '<a xmlns="urn:one"/>', uri: "urn:one", local: "a" },
    {
      name: "has that of its prefix",
      text: '<p:a xmlns:p="urn:one" xmlns="urn:two"/>',
      uri: "urn:one",
      local: "a",
    },
    { name: "has none where its prefix is unknown", text: "<p:a/>", uri: "", local: "a" },
    { name: "takes no other attribute for a declaration", text: '<a name="urn:one"/>', uri: "", local: "a" },
    {
      name: "takes no attribute whose name only begins alike for a declaration",
      text: '<p:a xmlnsxp="urn:one"/>',
      uri: "",
      local: "a",
    },
  ])("$name", ({ text, uri, local }) => {
    expect(rootOf(text)).toMatchObject({ uri, local });
  });

  test("has the namespaces of the elements around it, and may have others itself", () => {
    const root = rootOf('<p:a xmlns:p="urn:one"><p:b><p:c/><p:c xmlns:p="urn:two"/></p:b></p:a>');
    const [inner] = root.all("urn:one", "b");
    expect(inner?.all("urn:one", "c")).toHaveLength(1);
    expect(inner?.all("urn:two", "c")).toHaveLength(1);
  });
});

describe("child elements", () => {
  const root = rootOf('<a one="1">text<b> first </b><c/><b>second</b><x:b xmlns:x="urn:x">other</x:b></a>');

  test("are found by name and namespace, in their order", () => {
    expect(root.all(NAMESPACE.none, "b").map(({ element }) => element.text)).toEqual([" first ", "second"]);
    expect(root.all("urn:x", "b").map(({ element }) => element.text)).toEqual(["other"]);
  });

  test("give the text of the first, without white space around it", () => {
    expect(root.text(NAMESPACE.none, "b")).toBe("first");
  });

  test("give no text where there is none", () => {
    expect(root.text(NAMESPACE.none, "c")).toBeNull();
    expect(root.text(NAMESPACE.none, "d")).toBeNull();
  });

  test("stand beside attributes, which may be missing", () => {
    expect([root.attribute("one"), root.attribute("two")]).toEqual(["1", null]);
  });
});
