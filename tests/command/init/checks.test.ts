import { expect, test } from "vitest";
import { checkAddress } from "../../../src/command/init/check-address.ts";
import { checkLanguage } from "../../../src/command/init/check-language.ts";
import { checkTitle } from "../../../src/command/init/check-title.ts";

test.for([
  { name: "an origin", text: "https://quay.example", origin: "https://quay.example" },
  { name: "a slash behind it", text: "https://quay.example/", origin: "https://quay.example" },
  { name: "a bare host", text: " Quay.Example ", origin: "https://quay.example" },
  { name: "a port", text: "quay.example:8443", origin: "https://quay.example:8443" },
  { name: "plain HTTP", text: "http://quay.example", origin: "http://quay.example" },
  {
    name: "a host in another script",
    text: "https://bücher.example",
    origin: "https://xn--bcher-kva.example",
  },
])("an address may be written as $name", ({ text, origin }) => {
  expect(checkAddress(text)).toEqual({ kind: "accepted", value: origin });
});

test.for([
  { name: "words", text: "my site", fix: "write it as https://quay.example" },
  { name: "no host", text: "https://", fix: "write it as https://quay.example" },
  {
    name: "a single name",
    text: "quay",
    fix: "write the whole name of the host, such as https://quay.example",
  },
  { name: "a dot at its end", text: "quay.", fix: "write the whole name of the host" },
  { name: "another scheme", text: "ftp://quay.example", fix: "write it with https://" },
  {
    name: "a path",
    text: "https://quay.example/blog",
    fix: "without what follows the host: https://quay.example;",
  },
  { name: "a query", text: "quay.example?p=1", fix: "without what follows the host" },
  {
    name: "a password",
    text: "https://a:b@quay.example",
    fix: "without a name or password: https://quay.example",
  },
  { name: "a number", text: "http://192.0.2.7", fix: "write the name of a host, not its number" },
  { name: "a number of IPv6", text: "http://[2001:db8::7]", fix: "write the name of a host, not its number" },
  { name: "this machine", text: "http://localhost:8787", fix: "write one that others can reach" },
  { name: "a name of this network", text: "printer.local", fix: "write one that others can reach" },
])("an address is rejected that has $name: how to write it is told", ({ text, fix }) => {
  expect(checkAddress(text)).toEqual({ kind: "rejected", fix: expect.stringContaining(fix) });
});

test.for([
  { text: "en", tag: "en" },
  { text: "PT-br", tag: "pt-BR" },
  { text: "zh-hant-hk", tag: "zh-Hant-HK" },
  { text: " ar ", tag: "ar" },
  { text: "en_GB", tag: "en-GB" },
])("the language $text is $tag", ({ text, tag }) => {
  expect(checkLanguage(text)).toEqual({ kind: "accepted", value: tag });
});

test.for([
  { text: "english", fix: 'write its tag, "en"' },
  { text: "Deutsch", fix: 'write its tag, "de"' },
  { text: "klingon language", fix: "write a language tag such as en or pt-BR" },
])("the language $text is rejected, and the tag told where it is known", ({ text, fix }) => {
  expect(checkLanguage(text)).toEqual({ kind: "rejected", fix });
});

test("a title is one line of text", () => {
  expect(checkTitle('  Tea & "Rain" ')).toEqual({ kind: "accepted", value: 'Tea & "Rain"' });
  expect(checkTitle(" ")).toEqual({ kind: "rejected", fix: "write a word or more" });
  expect(checkTitle("a\nb")).toEqual({ kind: "rejected", fix: "write it in one line" });
});
