/** What `vorlage new` writes is valid, and fits the JSON Schema that `vorlage schema` prints. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonSchemaOf } from "../../src/kinds/json-schema.ts";
import { kindOrder } from "../../src/kinds/kinds.ts";
import { stubOf } from "../../src/kinds/stub.ts";
import { keyNames } from "../../src/kinds/vocabulary.ts";
import type { Host } from "../../src/model/host.ts";
import { checkProject } from "../../src/project/check.ts";
import { openProject } from "../../src/project/project.ts";
import { filesIn, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";

const base = filesIn(join(import.meta.dirname, "../diagnostics/base"));
const { tree } = openProject(memoryHost(base));
const cases = kindOrder.flatMap((kind) => (["de", "en"] as const).map((language) => [kind, language] as const));

/** Keys at the top of a stub, also those that are commented out. */
function keysOf(stub: string): readonly string[] {
  const head = stub.split("---")[1] ?? "";
  return [...head.matchAll(/^(?:# )?(\p{Ll}[\p{L}-]*):(?: |$)/gmu)].map(([, key = ""]) => key);
}

/** What is wrong with a host's sources, and whether the stub is among them. */
function check(host: Host) {
  const report = checkProject(host);
  return {
    found: diagnosticsOf(report).map(({ code, place, message }) => `${code} ${place?.line} ${message.de}`),
    isRead: report.documents.some(({ file }) => file === "content/neu.md"),
  };
}

describe("stubs", () => {
  it.each(cases)("are valid as they are: %s (%s)", (kind, language) => {
    const stub = stubOf(kind, { id: "neues-papier", language, today: "2026-03-02", tree });
    const files = { ...base, "content/neu.md": stub };
    // A body stands alone: there is one already.
    const host = memoryHost(kind === "body" ? { "content/neu.md": stub } : files);
    expect(check(host)).toEqual({ found: [], isRead: true });
  });

  it.each(cases)("are valid with every field that they offer: %s (%s)", (kind, language) => {
    // The day of the meeting that stubs name: a resolution of another day would be warned of.
    const stub = stubOf(kind, { id: "neues-papier", language, today: "2026-03-12", tree });
    // Fields begin with a small letter or an indentation, descriptions with a capital.
    const whole = stub.replace(/^# (?=\p{Ll}| )/gmu, "");
    expect(whole).not.toBe(stub);
    const picture = base["content/wappen.svg"] ?? "";
    const named = { "wappen.svg": picture, "logo.svg": picture, "anlage.pdf": "", "attachment.pdf": "" };
    const files = Object.fromEntries(Object.entries(named).map(([name, bytes]) => [`content/${name}`, bytes]));
    const others = kind === "body" ? {} : base;
    const host = memoryHost({ ...others, ...files, "content/neu.md": whole });
    expect(check(host)).toEqual({ found: [], isRead: true });
  });

  it.each(cases)("show every field of the JSON Schema: %s (%s)", (kind, language) => {
    const { properties, additionalProperties } = jsonSchemaOf(kind, language) as {
      properties: Record<string, { title?: string; description?: string }>;
      additionalProperties: boolean;
    };
    const shown = keysOf(stubOf(kind, { id: "neues-papier", language, today: "2026-03-02", tree }));
    expect(additionalProperties).toBe(false);
    for (const key of shown) expect(properties[key]?.description).toBeTruthy();
    const german: Readonly<Record<string, string>> = {
      ...keyNames,
      date: kind === "status-report" ? "stand" : "datum",
    };
    const both = shown.length * 2 - shown.filter((key) => german[key] === key).length;
    expect(Object.keys(properties)).toHaveLength(both);
  });
});
