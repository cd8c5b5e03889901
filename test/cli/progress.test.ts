/** What a build shows while it runs, on a terminal as wide and as narrow as they come. */

import { expect, it, vi } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";
import { columnsOf, shortened, shownText } from "../../src/cli/shown-text.ts";
import { CLEAR_LINE } from "../../src/cli/terminal.ts";
import type { DocumentReport } from "../../src/model/report.ts";

const options = { locale: "de", output: "output" } as const;

const paper: DocumentReport = {
  id: "top-1",
  kind: "agenda-item",
  file: "content/top-1.md",
  outcome: "built",
  outputs: [],
  diagnostics: [],
  blockedBy: [],
};

/** A terminal that keeps what goes to each stream, and both as they arrive; each look at the clock takes a second. */
function recorded(columns: number) {
  const written = { out: "", all: "", frames: [] as string[] };
  const terminal = {
    out: (text: string) => {
      written.out += text;
      written.all += text;
    },
    err: (text: string) => {
      written.all += text;
      if (text !== CLEAR_LINE) written.frames.push(text.replace(CLEAR_LINE, ""));
    },
    isInteractive: true,
    columns,
    color: false,
    rows: 24,
  };
  let seconds = 0;
  const { show, end } = showProgress(options, terminal, () => 1000 * seconds++);
  const build = (title: string, upTo: number, documents: number, document = paper): void => {
    show({ type: "started", documents });
    for (let number = 1; number <= documents; number++) show({ type: "document-started", id: `top-${number}`, title });
    for (let finished = 1; finished <= upTo; finished++)
      show({ type: "document-finished", document: { ...document, id: `top-${finished}` }, finished, documents });
  };
  return { written, terminal, show, end, build };
}

/** The lines that stand on a screen in the end. */
function screenOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.slice(line.lastIndexOf(CLEAR_LINE) + 1).replace(CLEAR_LINE.slice(1), ""));
}

it("leaves a clean line behind, also after Ctrl-C and the first mistake", () => {
  const { written, terminal, build, end } = recorded(80);
  build("Titel", 19, 300);
  expect(written.frames.at(-1)).toMatch(/^██░+ 19\/300 .* Titel$/);
  terminal.err("^C");
  end();
  terminal.out("Abgebrochen.\n");
  expect(screenOf(written.all)).toEqual(["Abgebrochen.", ""]);
});

it("names the paper that all others wait for, while nothing happens too", () => {
  vi.useFakeTimers();
  const { written, show, end } = recorded(80);
  show({ type: "started", documents: 3 });
  for (const id of ["top-1", "top-2", "top-3"]) show({ type: "document-started", id, title: `Titel von ${id}` });
  show({ type: "document-finished", document: paper, finished: 1, documents: 3 });
  expect(written.frames.at(-1)).toMatch(/ 1\/3 {2}Titel von top-2$/);
  vi.advanceTimersByTime(3000);
  expect(written.frames).toHaveLength(4);
  expect(written.frames.at(-1)).toMatch(/ 1\/3 {2}Titel von top-2$/);
  end();
  vi.advanceTimersByTime(3000);
  expect(written.frames).toHaveLength(4);
  vi.useRealTimers();
});

it("writes lines without any escape sequence, for they may go to a file", () => {
  const { written, build, show, end } = recorded(80);
  build("Titel", 100, 300, { ...paper, outcome: "failed", blockedBy: ["content/kreis.md"] });
  show({ type: "removed", path: "public/papers/x.pdf" });
  end();
  expect(written.frames.length).toBeGreaterThan(50);
  expect(written.out.split("\n").slice(-3)).toEqual([
    "nicht gebaut  content/top-1.md (wegen Fehlern in content/kreis.md)",
    "entfernt  output/public/papers/x.pdf",
    "",
  ]);
  expect(written.out).not.toMatch(/\r|\p{Cc}\[/u);
  expect(screenOf(written.all)).toEqual(written.out.split("\n"));
});

it("fits into the terminal less one column, with wide characters too", () => {
  for (const title of ["Ein Titel, der länger ist als jede Zeile ".repeat(9), "個人情報保護条例の一部改正".repeat(9)]) {
    for (let columns = 4; columns <= 120; columns++) {
      const { written, build } = recorded(columns);
      build(title, 25, 100);
      expect(written.frames).toHaveLength(25);
      for (const frame of written.frames)
        expect({ columns, frame, fits: columnsOf(frame) < columns }).toMatchObject({ fits: true });
      // A count always; a bar where there is any room; the rest where it tells something.
      if (columns >= 7) expect(written.frames.at(-1)).toContain("25/100");
      if (columns >= 20) expect(written.frames.at(-1)).toContain("░ 25/100");
      if (columns >= 80) expect(written.frames.at(-1)).toContain("░ 25/100  ");
    }
  }
});

it("never lets a title order the terminal about", () => {
  const { written, build } = recorded(100);
  build("a\u001b]0;x\u0007b\r\nc\u009b2J\u202ed", 3, 100);
  expect(written.frames[0]).toMatch(/ {2}a\ufffd\]0;x\ufffdb c\ufffd2J\ufffdd$/);
});

it("lists removed data as long as they are few, and counts more of them after all else", () => {
  const data = (count: number): readonly string[] => {
    const { written, show, end } = recorded(80);
    for (let number = 0; number < count; number++) show({ type: "removed", path: `public/oparl/paper/${number}.json` });
    show({ type: "removed", path: "public/s/index.html" });
    end();
    return written.out.split("\n").slice(0, -1);
  };
  expect(data(2)).toEqual([
    "entfernt  output/public/s/index.html",
    "entfernt  output/public/oparl/paper/0.json",
    "entfernt  output/public/oparl/paper/1.json",
  ]);
  expect(data(57)).toEqual(["entfernt  output/public/s/index.html", "entfernt  output/public/oparl (57 Dateien)"]);
});

it.each([
  ["plain", 5, "pla…"],
  ["Größe", 5, "Grö…"],
  ["Gro\u0308ße", 5, "Gro\u0308…"],
  ["日本語", 6, "日…"],
  ["ｶﾀｶﾅ", 4, "ｶﾀｶ…"],
  ["カタカナ", 8, "カ…"],
  ["한국어", 6, "한…"],
  ["📎 Plan", 7, "📎 …"],
])("%s takes %d columns, and in four of them it is %s", (text, columns, short) => {
  expect(columnsOf(text)).toBe(columns);
  expect(shortened(text, columns)).toBe(text);
  expect(shortened(text, 4)).toBe(columns > 4 ? short : text);
  expect(columnsOf(shortened(text, 4))).toBeLessThanOrEqual(4);
});

it("shows text as one line of what can be seen", () => {
  expect(shownText("a\tb\r\nc\u2028d\u0000e\u007ff\u0085g")).toBe("a b c d\ufffde\ufffdf g");
  expect(shownText("Straße „Köln“ – 日本語 📎")).toBe("Straße „Köln“ – 日本語 📎");
});
