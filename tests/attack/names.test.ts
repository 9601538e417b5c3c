import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "./attack.ts";
import { files, namedInBytes } from "./attack.ts";
import { testSideBySide } from "./side-by-side.ts";

const UNNAMEABLE = "has a name with a backslash, a control character or what is not UTF-8";

const linked =
  (name: string, target: string): Attack["plant"] =>
  (folder) => {
    symlinkSync(target, join(folder, name));
  };

/** Folders in each other whose path is longer than the system takes. */
function deepFolders(folder: string): void {
  const script = `
    for (let depth = 0; depth < 20; depth += 1) {
      fs.mkdirSync("d".repeat(250));
      process.chdir("d".repeat(250));
    }`;
  execFileSync(process.execPath, ["-e", script], { cwd: folder });
}

testSideBySide([
  { name: "a backslash", plant: files({ "a\\b.md": "x" }), told: ["a\\b.md", "error", UNNAMEABLE] },
  {
    name: "backslashes that lead out of the folder",
    plant: files({ "..\\..\\site.toml": 'title = "x"', "a\\..\\..\\b.md": "x" }),
    told: ["a\\..\\..\\b.md", "error", UNNAMEABLE],
  },
  { name: "a newline", plant: files({ "a\nb.md": "x" }), told: ["a\nb.md", "error", UNNAMEABLE] },
  {
    name: "a newline behind which another problem seems to stand",
    plant: files({ "a.md: fine\nb.md:1: error: x.md": "x" }),
    told: ["a.md: fine\nb.md:1: error: x.md", "error", UNNAMEABLE],
  },
  {
    name: "a sequence that clears the terminal",
    plant: files({ "a\u001b[2J.md": "x" }),
    told: ["a\u001b[2J.md", "error", UNNAMEABLE],
  },
  {
    name: "a sequence that names the terminal's window",
    plant: files({ "a\u001b]0;x\u0007.md": "x" }),
    told: ["a\u001b]0;x\u0007.md", "error", UNNAMEABLE],
  },
  {
    name: "a sequence in the control characters of Latin 1",
    plant: files({ "a\u009b31m.md": "x" }),
    told: ["a\u009b31m.md", "error", UNNAMEABLE],
  },
  { name: "a backspace", plant: files({ "a\b.md": "x" }), told: ["a\b.md", "error", UNNAMEABLE] },
  { name: "a deletion", plant: files({ "a\u007f.md": "x" }), told: ["a\u007f.md", "error", UNNAMEABLE] },
  {
    name: "letters that stand the wrong way round",
    plant: files({ "a\u202edm.md": "---\ndate: soon\n---\nText." }),
    told: ["a\u202edm.md", "error", '"date" is "soon"'],
  },
  {
    name: "a line separator",
    plant: files({ "a\u2028b.md": "---\ndate: soon\n---\nText." }),
    told: ["a\u2028b.md", "error", '"date" is "soon"'],
  },
  {
    name: "bytes that are no UTF-8",
    plant: namedInBytes(Buffer.from("a\xff.md", "latin1"), "x"),
    told: ["a\ufffd.md", "error", UNNAMEABLE],
  },
  {
    name: "a folder with a newline in its name",
    plant: files({ "a\nb/c.md": "x" }),
    told: ["a\nb", "error", UNNAMEABLE],
  },
  {
    name: "a section with a newline in its name",
    plant: files({ "_index.md\n.md": "x", "a\r/_index.md": "x" }),
    told: ["a\r", "error", UNNAMEABLE],
  },
  {
    name: "what the Finder keeps of a folder, which is only noted",
    plant: files({ "Icon\r": "x" }),
    told: ["Icon\r", "notice", UNNAMEABLE],
  },
  {
    name: "a name that every object has",
    plant: files({ "constructor/a.md": "x", "constructor/toString.md": "---\ndate: x\n---\n" }),
    told: ["constructor/toString.md", "error", '"date" is "x"'],
  },
  {
    name: "a name of nothing but what addresses leave out",
    plant: files({ "%2e%2e%2f.md": "x", "%00.md": "x", "???.md": "x", "-.md": "---\ndate: x\n---\n" }),
    told: ["-.md", "error", '"date" is "x"'],
  },
  {
    name: "names that differ in their accents' spelling alone",
    plant: files({ "e\u0301.md": "x", "\u00e9.md": "---\ndate: x\n---\n" }),
    told: ["\u00e9.md", "error", '"date" is "x"'],
  },
  {
    name: "a folder that is called as an article is",
    plant: files({ "a.md/b.md": "---\ndate: x\n---\n", "a.md/index.md": "x" }),
    told: ["a.md/b.md", "error", '"date" is "x"'],
  },
  {
    name: "folders that are too deep to be read",
    plant: deepFolders,
    told: [Array(17).fill("d".repeat(250)).join("/"), "error", "cannot be read (ENAMETOOLONG)"],
  },
  {
    name: "a pipe that nobody writes into",
    plant: (folder) => execFileSync("mkfifo", [join(folder, "a.md")]),
    told: ["a.md", "warning", "is neither a file nor a folder"],
  },
  {
    name: "a link to such a pipe",
    plant: (folder) => {
      execFileSync("mkfifo", [join(folder, ".pipe")]);
      symlinkSync(".pipe", join(folder, "a.md"));
    },
    told: ["a.md", "error", "is a symbolic link that leads to what is hidden"],
  },
  {
    name: "a link to nothing",
    plant: linked("a.md", "nothing.md"),
    told: ["a.md", "error", "is a symbolic link that leads nowhere"],
  },
  {
    name: "a link to itself",
    plant: linked("a.md", "a.md"),
    told: ["a.md", "error", "is a symbolic link that leads back to itself"],
  },
  {
    name: "links in a circle",
    plant: (folder) => {
      symlinkSync("b.md", join(folder, "a.md"));
      symlinkSync("a.md", join(folder, "b.md"));
    },
    told: ["b.md", "error", "is a symbolic link that leads back to itself"],
  },
  {
    name: "a link below a file",
    plant: linked("a.md", "../site.toml/b.md"),
    told: ["a.md", "error", "is a symbolic link that leads nowhere"],
  },
  {
    name: "a link to its own folder",
    plant: linked("a", "."),
    told: ["a", "warning", "is a symbolic link to a folder, which is not followed"],
  },
  {
    name: "a link to a folder above",
    plant: linked("a", "../.."),
    told: ["a", "error", "is a symbolic link that leads out of the folder"],
  },
  {
    name: "a link to a file of the system",
    plant: linked("a.txt", "/etc/passwd"),
    told: ["a.txt", "error", "is a symbolic link that leads out of the folder"],
  },
  {
    name: "a link to what the system tells of the process",
    plant: linked("a.txt", "/proc/self/environ"),
    told: ["a.txt", "error", "is a symbolic link that leads out of the folder"],
  },
  {
    name: "a link to an endless device",
    plant: linked("a.txt", "/dev/zero"),
    told: ["a.txt", "error", "is a symbolic link that leads out of the folder"],
  },
  {
    name: "a link over a link out of the folder",
    plant: (folder) => {
      symlinkSync("/etc", join(folder, ".out"));
      symlinkSync(".out/passwd", join(folder, "a.txt"));
    },
    told: ["a.txt", "error", "is a symbolic link that leads out of the folder"],
  },
  {
    name: "a link to a folder whose name only begins as the content folder's does",
    plant: (folder) => {
      mkdirSync(join(folder, "../../content-beside"), { recursive: true });
      files({ "../../content-beside/a.md": "x" })(folder);
      symlinkSync("../../content-beside/a.md", join(folder, "a.md"));
    },
    told: ["a.md", "error", "is a symbolic link that leads out of the folder"],
  },
  {
    name: "a link to a hidden file of the folder, such as a key",
    plant: (folder) => {
      files({ ".git/config": "token = x" })(folder);
      symlinkSync(".git/config", join(folder, "a.txt"));
    },
    told: ["a.txt", "error", "is a symbolic link that leads to what is hidden"],
  },
  {
    name: "a picture that is a link to a hidden file",
    plant: (folder) => {
      files({ ".env": "KEY = x", "a.md": "[x](a.bin)" })(folder);
      symlinkSync(".env", join(folder, "a.bin"));
    },
    told: ["a.bin", "error", "is a symbolic link that leads to what is hidden"],
  },
] satisfies readonly Attack[]);
