/** A lock on a folder that is not let in the way of anybody when waiting for it is ended. */

import { chmodSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
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
