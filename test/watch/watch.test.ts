/** Whatever editors do to files: the drafts end equal to a build from nothing, and nothing but drafts is touched. */

import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createHost } from "../../src/node/host.ts";
import { shippedFonts } from "../../src/node/shipped.ts";
import { watchFolders } from "../../src/node/watch-folders.ts";
import { buildProject } from "../../src/project/build.ts";
import { smallBody } from "../project/small-body.ts";
import { untilQuiet, WatchedFolder } from "./watched-folder.ts";

const item = "content/s/top-1.md";
let folder: WatchedFolder;

afterEach(() => folder.stop());

async function watching(options?: { poll: boolean }): Promise<WatchedFolder> {
  folder = new WatchedFolder(smallBody());
  await folder.start(options);
  return folder;
}

const edited = (path: string, words: string): string =>
  readFileSync(folder.path(path), "utf8").replace(/\n$/, ` ${words}\n`);

const builtIds = (): readonly (readonly string[])[] =>
  folder.reports.map(({ documents }) => documents.filter(({ outcome }) => outcome === "built").map(({ id }) => id));

/** Waits until a run has seen these words in an item's draft. */
async function untilPrinted(words: string): Promise<void> {
  const draft = "output/draft/public/sitzung-1/01-tagesordnungspunkt-top-1.html";
  await folder.until(() => existsSync(folder.path(draft)) && readFileSync(folder.path(draft), "utf8").includes(words));
}

const saves: Readonly<Record<string, (text: string) => void>> = {
  "in place"(text) {
    writeFileSync(folder.path(item), text);
  },
  "as Vim does: backup, new file, probe"(text) {
    writeFileSync(folder.path("content/s/4913"), "");
    unlinkSync(folder.path("content/s/4913"));
    renameSync(folder.path(item), folder.path(`${item}~`));
    writeFileSync(folder.path(item), text);
    unlinkSync(folder.path(`${item}~`));
  },
  "by a rename over it"(text) {
    writeFileSync(folder.path(`${item}.tmp`), text);
    renameSync(folder.path(`${item}.tmp`), folder.path(item));
  },
  "empty first"(text) {
    truncateSync(folder.path(item));
    setTimeout(() => writeFileSync(folder.path(item), text), 10);
  },
  "with sed -i"() {
    execFileSync("sed", ["-i", "s/Der Text\\./Der Text. Neues Wort/", folder.path(item)]);
  },
  "beside a lock file"(text) {
    writeFileSync(folder.path("content/s/.~lock.top-1.md#"), "x");
    writeFileSync(folder.path(item), text);
    unlinkSync(folder.path("content/s/.~lock.top-1.md#"));
  },
};

describe("a file that is saved", () => {
  it.each(Object.keys(saves))("%s is printed anew, and nothing else", async (how) => {
    await watching();
    saves[how]?.(edited(item, "Neues Wort"));
    await untilPrinted("Neues Wort");
    await folder.settle();
    expect(new Set(builtIds().slice(1).flat())).toEqual(new Set(["top-1"]));
  });

  it("is noticed where one looks again and again", async () => {
    await watching({ poll: true });
    saves["by a rename over it"]?.(edited(item, "Neues Wort"));
    await untilPrinted("Neues Wort");
    await folder.settle();
  });

  it("twice within a few milliseconds ends with the second", async () => {
    await watching();
    for (let round = 1; round <= 5; round++) {
      const before = folder.reports.length;
      const text = edited(item, `Erstens ${round}.`);
      folder.write(item, text);
      // Just after the first was printed, and shortly before that.
      if (round % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 25));
      else await folder.until(() => folder.reports.length > before);
      folder.write(item, text.replace(/Erstens \d/, `Zweitens ${round}`));
      await untilPrinted(`Zweitens ${round}`);
    }
    await folder.settle();
  });

  it("a hundred times in a row ends with what was saved last", async () => {
    await watching();
    for (let round = 1; round <= 100; round++) {
      writeFileSync(folder.path(item), edited(item, `Runde${round}.`));
      await new Promise((resolve) => setTimeout(resolve, round % 7));
    }
    await untilPrinted("Runde100.");
    await folder.settle();
  });
});

describe("mistakes", () => {
  it("do not end it, and the last good draft stays", async () => {
    await watching();
    const good = folder.drafts();
    const text = readFileSync(folder.path(item), "utf8");
    folder.write(item, text.replace("nummer: 1", "nummer: [1"));
    await folder.until(() => folder.reports.at(-1)?.outcome === "failed");
    expect(folder.drafts()).toEqual(good);
    folder.write(item, edited(item, "Geheilt.").replace("nummer: [1", "nummer: 1"));
    await untilPrinted("Geheilt.");
    await folder.settle();
    expect(folder.reports.at(-1)?.outcome).toBe("succeeded");
  });

  it("are over when a file that was missing appears", async () => {
    folder = new WatchedFolder(smallBody());
    const picture = readFileSync(folder.path("content/s/punkt.png"));
    rmSync(folder.path("content/s/punkt.png"));
    await folder.start();
    expect(folder.reports[0]?.documents.find(({ id }) => id === "top-2")?.outcome).toBe("failed");
    folder.write("content/s/punkt.png", picture);
    await folder.until(() => folder.reports.at(-1)?.outcome === "succeeded");
    await folder.settle();
  });
});

describe("folders", () => {
  it("that are deleted and restored are watched on", async () => {
    await watching();
    cpSync(folder.path("content/s"), folder.path("aside"), { recursive: true });
    rmSync(folder.path("content/s"), { recursive: true });
    await folder.until(() => folder.reports.at(-1)?.documents.every(({ id }) => id !== "top-1") === true);
    cpSync(folder.path("aside"), folder.path("content/s"), { recursive: true });
    await folder.settle();
    folder.write(item, edited(item, "Danach."));
    await untilPrinted("Danach.");
  });

  it("that are moved, with all that is in them, are watched on", async () => {
    await watching();
    renameSync(folder.path("content/s"), folder.path("content/verschoben"));
    await folder.until(() => folder.reports.at(-1)?.documents.some(({ file }) => /verschoben/.test(file)) === true);
    await folder.settle();
    const moved = "content/verschoben/top-1.md";
    folder.write(moved, edited(moved, "Danach."));
    await untilPrinted("Danach.");
  });

  it("of all content may be exchanged for another", async () => {
    await watching();
    cpSync(folder.path("content"), folder.path("other"), { recursive: true });
    folder.write("other/s/top-1.md", edited("other/s/top-1.md", "Getauscht."));
    renameSync(folder.path("content"), folder.path("old"));
    renameSync(folder.path("other"), folder.path("content"));
    await untilPrinted("Getauscht.");
    folder.write(item, edited(item, "Danach."));
    await untilPrinted("Danach.");
    await folder.settle();
  });

  it.each([
    [
      "exchanged",
      (path: string): void => {
        renameSync(path, `${path}.old`);
        renameSync(folder.path("copy"), path);
      },
    ],
    [
      "deleted and copied back at once",
      (path: string): void => {
        rmSync(path, { recursive: true });
        cpSync(folder.path("copy"), path, { recursive: true });
      },
    ],
  ])("of sources that are %s are watched on", async (_, exchange) => {
    await watching();
    cpSync(folder.path("content/s"), folder.path("copy"), { recursive: true });
    exchange(folder.path("content/s"));
    rmSync(folder.path("content/s.old"), { recursive: true, force: true });
    // Told when all of what is there now is watched.
    await folder.until(() => folder.changed.includes(folder.path("content")));
    folder.write(item, edited(item, "Danach."));
    await untilPrinted("Danach.");
    folder.write("content/s/neu/x.md", readFileSync(folder.path(item), "utf8").replace("top-1", "top-77"));
    await folder.until(() => folder.reports.at(-1)?.documents.some(({ id }) => id === "top-77") === true);
  });

  it("may be links to folders elsewhere", async () => {
    folder = new WatchedFolder(smallBody());
    renameSync(folder.path("content"), folder.path("elsewhere"));
    symlinkSync(folder.path("elsewhere"), folder.path("content"));
    await folder.start();
    folder.write(item, edited(item, "Danach."));
    await untilPrinted("Danach.");
  });

  it("of pictures that become links out of the content are refused, as a build does", async () => {
    await watching();
    const picture = readFileSync(folder.path("content/s/punkt.png"));
    folder.write("content/bilder/punkt.png", picture);
    folder.write(
      "content/s/top-2.md",
      readFileSync(folder.path("content/s/top-2.md"), "utf8").replace("punkt.png", "../bilder/punkt.png"),
    );
    await folder.settle();
    renameSync(folder.path("content/bilder"), folder.path("bilder"));
    symlinkSync(folder.path("bilder"), folder.path("content/bilder"));
    const last = (): readonly string[] =>
      folder.reports.at(-1)?.documents.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)) ?? [];
    await folder.until(() => last().includes("file-outside"));
  });

  it("that come while watching begins are watched, too", async () => {
    await watching();
    const root = folder.path("many");
    for (let index = 0; index < 200; index++) folder.write(`many/${index}/a.md`, "x");
    const told: string[] = [];
    const begun = watchFolders([root], { poll: false, onChange: (path) => told.push(path), onLimit: () => undefined });
    for (let index = 0; index < 40; index++) {
      folder.write(`many/new-${index}/a/b.md`, "x");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const stop = await begun;
    await untilQuiet(told);
    told.length = 0;
    folder.write("many/new-39/a/b.md", "y");
    while (!told.some((path) => path.endsWith("new-39/a/b.md")))
      await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
  });

  it("that are not there bring nothing in that lies beside them", async () => {
    await watching();
    const told: string[] = [];
    const stop = await watchFolders([folder.path("later")], {
      poll: false,
      onChange: (path) => told.push(path),
      onLimit: () => undefined,
    });
    folder.write("beside.log", "x");
    await untilQuiet(told);
    expect(told).toEqual([]);
    folder.write("later/a.md", "x");
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    expect(told.every((path) => path.startsWith(folder.path("later")))).toBe(true);
  });

  it("of templates may come later", async () => {
    await watching();
    rmSync(folder.path("templates"), { recursive: true });
    await folder.settle();
    folder.write("templates/theme.yaml", 'colors:\n  accent: "#7a1f1f"\n');
    await folder.settle();
  });
});

it("a font that is exchanged is the one that is printed with", async () => {
  const fonts = shippedFonts();
  const font = (name: string): Uint8Array => {
    const read = fonts.read(`fonts/${name}.ttf`);
    return "bytes" in read ? read.bytes : new Uint8Array();
  };
  const theme = "fonts:\n  text: {regular: f.ttf, bold: f.ttf, italic: f.ttf, boldItalic: f.ttf}\n";
  folder = new WatchedFolder({ ...smallBody(), "templates/theme.yaml": theme, "templates/f.ttf": font("DejaVuSans") });
  await folder.start();
  expect(folder.reports[0]?.outcome).toBe("succeeded");
  const before = folder.drafts();
  folder.write("templates/f.ttf", font("DejaVuSerif"));
  await folder.until(() => folder.reports.length > 1);
  const path = Object.keys(before).find((one) => one.endsWith(".pdf")) ?? "";
  expect(folder.drafts()[path]).not.toBe(before[path]);
});

it("two hundred files at once are few runs, and all of them are printed", async () => {
  await watching();
  const text = readFileSync(folder.path("content/s/top-3.md"), "utf8");
  for (let number = 10; number < 210; number++) {
    const copy = text.replace("top-3", `top-${number}`).replace("nummer: 3", `nummer: ${number}`);
    folder.write(`content/neu-${number % 5}/top-${number}.md`, copy.replace(/^sachstandsberichte:.*\n/m, ""));
  }
  await folder.until(() => folder.reports.at(-1)?.documents.some(({ id }) => id === "top-209") === true);
  await folder.settle();
  expect(folder.reports.length).toBeLessThan(10);
});

it("papers that were printed stay as they are, also when their source goes", async () => {
  folder = new WatchedFolder(smallBody());
  const host = createHost({
    content: folder.path("content"),
    templates: folder.path("templates"),
    output: folder.path("output"),
  });
  await buildProject(host);
  const paper = "output/public/sitzung-1/01-tagesordnungspunkt-top-1.pdf";
  const before = readFileSync(folder.path(paper));
  await folder.start();
  rmSync(folder.path(item));
  await folder.until(() => folder.reports.at(-1)?.documents.every(({ id }) => id !== "top-1") === true);
  expect(Object.keys(folder.drafts()).some((path) => path.includes("top-1."))).toBe(false);
  expect(readFileSync(folder.path(paper)).equals(before)).toBe(true);
  // And a build afterwards prints nothing that it had printed, but for the agenda.
  const { documents } = await buildProject(
    createHost({
      content: folder.path("content"),
      templates: folder.path("templates"),
      output: folder.path("output"),
    }),
  );
  expect(documents.filter(({ outcome }) => outcome === "built").map(({ id }) => id)).toEqual(["sitzung-1"]);
});

it("editors' own files start no run", async () => {
  await watching();
  for (const name of ["top-1.md~", ".top-1.md.swp", ".#top-1.md", "~$top-1.docx", "top-1.md.tmp", "4913", "sedAb12Cd"])
    folder.write(`content/s/${name}`, "x");
  await untilQuiet(folder.reports);
  const runs = folder.reports.length;
  folder.write(item, edited(item, "Danach."));
  await untilPrinted("Danach.");
  expect([runs, folder.reports.length]).toEqual([1, 2]);
});
