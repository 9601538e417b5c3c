import { expect, test } from "vitest";
import type { Generator } from "../../src/article/setting-choices.ts";
import { ourPattern, servedPermalink } from "../../src/source/values/generator-permalink.ts";

const jekyll: Generator = "jekyll";
const hugo: Generator = "hugo";

test.for([
  {
    written: "/:categories/:year/:month/:day/:title:output_ext",
    generator: jekyll,
    is: "/{categories}/{year}/{month}/{day}/{slug}.html",
  },
  { written: ":year/:title", generator: jekyll, is: "/{year}/{slug}" },
  { written: "pretty", generator: jekyll, is: "/{categories}/{year}/{month}/{day}/{slug}/" },
  { written: "date", generator: jekyll, is: "/{categories}/{year}/{month}/{day}/{slug}.html" },
  {
    written: "/:year/:i_month/:i_day/:title",
    generator: jekyll,
    is: "/{year}/{plainmonth}/{plainday}/{slug}",
  },
  { written: "ordinal", generator: jekyll, is: "/{categories}/{year}/{yearday}/{slug}.html" },
  {
    written: "weekdate",
    generator: jekyll,
    is: "/{categories}/{year}/W{week}/{shortday}/{slug}.html",
  },
  {
    written: "/:w_year/:week/:w_day/:short_year-:y_day/:title",
    generator: jekyll,
    is: "/{weekyear}/{week}/{weekday}/{shortyear}-{yearday}/{slug}",
  },
  {
    written: "/:long_month/:short_month/:long_day/:short_day/:hour:minute:second/:title",
    generator: jekyll,
    is: "/{monthname}/{shortmonth}/{dayname}/{shortday}/{hour}{minute}{second}/{slug}",
  },
  {
    written: "/:monthname/:weekdayname/:yearday/:slugorfilename/",
    generator: hugo,
    is: "/{monthname}/{dayname}/{plainyearday}/{slug}/",
  },
  { written: "none", generator: jekyll, is: "/{categories}/{slug}.html" },
  { written: "/:section/:year/:slug/", generator: hugo, is: "/{section}/{year}/{title}/" },
  { written: "/:sections/:contentbasename/", generator: hugo, is: "/{folders}/{filename}/" },
  { written: "/blog/:slugorfilename", generator: hugo, is: "/blog/{slug}" },
  {
    written: "/:hour/:minute/:y_day/:name/:slug/:collection/:slugified_categories/:path",
    generator: jekyll,
    is: "/{hour}/{minute}/{yearday}/{slug}/{slug}/posts/{categories}/{path}",
  },
  {
    written: "/:year/:month/:day/:yearday/:filename/:slugorcontentbasename",
    generator: hugo,
    is: "/{year}/{month}/{day}/{plainyearday}/{filename}/{slug}",
  },
  { written: "/:year/:slug/", generator: hugo, is: "/{year}/{title}/" },
  { written: " /:year/:title ", generator: jekyll, is: "/{year}/{slug}" },
  { written: "//:year//:title", generator: jekyll, is: "/{year}/{slug}" },
  { written: "/:year/:title/", generator: null, is: "/{year}/{slug}/" },
  { written: "/:sections/:title/", generator: null, is: "/{folders}/{title}/" },
])("$written of $generator is $is", ({ written, generator, is }) => {
  expect(ourPattern(written, generator)).toBe(is);
});

test.for([
  { rule: "a token without a like here", written: "/:weekday/:title/", generator: hugo },
  { rule: "another generator's", written: "/:sections/:title/", generator: jekyll },
  { rule: "a style that is no word of Hugo's", written: "pretty", generator: hugo },
  { rule: "a path", written: "/2025/lock/", generator: jekyll },
  { rule: "a template", written: "/{{ page.fileSlug }}/:title", generator: jekyll },
  { rule: "a name that every object has", written: "/:constructor/", generator: null },
])("$rule is no pattern: $written", ({ written, generator }) => {
  expect(ourPattern(written, generator)).toBeNull();
});

test.for([
  { path: "/2025/v1.2", generator: "zola", is: "/2025/v1.2/" },
  { path: "/lock/", generator: "zola", is: "/lock/" },
  { path: "/lock", generator: "hugo", is: "/lock/" },
  { path: "/lock.html", generator: "hugo", is: "/lock.html" },
  { path: "/lock", generator: "jekyll", is: "/lock" },
  { path: "/lock", generator: null, is: "/lock" },
] as const)("$generator serves $path at $is", ({ path, generator, is }) => {
  expect(servedPermalink(path, generator)).toBe(is);
});
