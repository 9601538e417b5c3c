import { describe, expect, test } from "vitest";
import { countWords } from "../../src/source/text/word-count.ts";

describe("countWords", () => {
  test.for([
    { name: "nothing", text: "", words: 0 },
    { name: "white space alone", text: " \n ", words: 0 },
    { name: "one word", text: "one", words: 1 },
    { name: "words between spaces", text: "one two  three", words: 3 },
    { name: "white space around them", text: " one two ", words: 2 },
    { name: "lines", text: "one\ntwo", words: 2 },
    { name: "tabs, form feeds and carriage returns", text: "a\tb\u000bc\fd\re", words: 5 },
    { name: "no-break spaces", text: "one\u00a0two", words: 2 },
    { name: "control characters beside them as letters", text: "a\bb\u000ec", words: 1 },
    { name: "hyphened words as one", text: "twenty-one", words: 1 },
    { name: "punctuation by itself as a word", text: "one – two", words: 3 },
  ])("counts $name", ({ text, words }) => {
    expect(countWords(text, "en")).toBe(words);
  });

  test.for([
    { script: "Chinese", text: "我爱北京。", language: "zh", words: 3 },
    { script: "Hiragana", text: "わたしはねこです", language: "ja", words: 4 },
    { script: "Katakana", text: "コーヒー・ケーキ", language: "ja", words: 2 },
    { script: "Thai", text: "ฉันรักทะเล", language: "th", words: 3 },
    { script: "Lao", text: "ຂ້ອຍຮັກທະເລ", language: "lo", words: 3 },
    { script: "Khmer", text: "ខ្ញុំស្រឡាញ់សមុទ្រ", language: "km", words: 3 },
    { script: "Burmese", text: "ကျွန်တော်ပင်လယ်", language: "my", words: 2 },
  ])("counts words of $script where its own segmentation finds them", ({ text, language, words }) => {
    expect(countWords(text, language)).toBe(words);
  });

  test.for([
    { script: "Greek with all its accents", text: "ἐν ἀρχῇ twenty-one", words: 3 },
    { script: "Arabic in its forms for print", text: "ﻣﻴﻨﺎﺀ twenty-one", words: 2 },
    { script: "pictures", text: "🎶 twenty-one", words: 2 },
  ])("counts words of $script between white space", ({ text, words }) => {
    expect(countWords(text, "en")).toBe(words);
  });
});
