/** A lock on a folder that is not let in the way of anybody when waiting for it is ended. */

import { chmodSync, existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockFolder } from "../../src/node/lock.ts";
import { asSomebodyElse } from "../as-somebody-else.ts";

const folderAndLock = (): readonly [folder: string, lock: string] => {
  const folder = mkdtempSync(join(tmpdir(), "vorlage-lock-"));
  return [folder, join(folder, ".vorlage.lock")];
};

const silent = (): void => undefined;

it("keeps another one waiting until it is released", async () => {
  const [folder] = folderAndLock();
  const first = await lockFolder(folder, silent);
  let waits = 0;
  const second = lockFolder(folder, () => waits++);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(waits).toBe(1);
  first?.release();
  const held = await second;
  expect(held?.isInherited).toBe(false);
  held?.release();
});

it("is not left behind by one that no longer wants it when it is free", async () => {
  const [folder, lock] = folderAndLock();
  expect(await lockFolder(folder, silent, AbortSignal.abort())).toBeUndefined();
  expect(existsSync(lock)).toBe(false);

  const first = await lockFolder(folder, silent);
  const interruption = new AbortController();
  const second = lockFolder(folder, () => interruption.abort(), interruption.signal);
  // Free at the very moment at which the other one looks again.
  await new Promise((resolve) => setTimeout(resolve, 20));
  first?.release();
  expect(await second).toBeUndefined();
  expect(existsSync(lock)).toBe(false);
});

it("is left to another one that took it meanwhile", async () => {
  const [folder, lock] = folderAndLock();
  const held = await lockFolder(folder, silent);
  const other = JSON.stringify({ pid: 1, host: "anderswo" });
  writeFileSync(lock, other);
  held?.release();
  expect(readFileSync(lock, "utf8")).toBe(other);
});

describe("of a process that was killed, whose number another one has by now, is taken", () => {
  /** The file that this process writes. */
  const own = async (): Promise<readonly [folder: string, lock: string, text: string]> => {
    const [folder, lock] = folderAndLock();
    const held = await lockFolder(folder, silent);
    const text = readFileSync(lock, "utf8");
    held?.release();
    return [folder, lock, text];
  };
  /** Gives it up when it is told to wait. */
  const taken = async (folder: string): Promise<boolean | undefined> => {
    const interruption = new AbortController();
    const held = await lockFolder(folder, () => interruption.abort(), interruption.signal);
    held?.release();
    return held?.isInherited;
  };

  it("but not as long as it is the same one", async () => {
    const [folder, lock, text] = await own();
    writeFileSync(lock, text);
    expect(await taken(folder)).toBeUndefined();
    expect(readFileSync(lock, "utf8")).toBe(text);
  });

  it.runIf(process.platform === "linux")("since it began at another time", async () => {
    const [folder, lock, text] = await own();
    writeFileSync(lock, text.replace(/"began":"\d+"/, '"began":"1"'));
    expect(await taken(folder)).toBe(true);
  });

  it("since it was before the machine was started", async () => {
    const [folder, lock, text] = await own();
    writeFileSync(lock, text);
    utimesSync(lock, 1e9, 1e9);
    expect(await taken(folder)).toBe(true);
  });
});

it.skipIf(process.platform === "win32")(
  "is no reason to wait for somebody who was killed and may not write",
  async () => {
    const [folder, lock] = folderAndLock();
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 30, host: hostname() }));
    chmodSync(folder, 0o555);
    await expect(asSomebodyElse(() => lockFolder(folder, silent))).rejects.toMatchObject({ code: "EACCES" });
    expect(existsSync(lock)).toBe(true);
    chmodSync(folder, 0o755);
  },
);
