/**
 * Writes files in groups: beside their targets, flushed together, then renamed, then their folders flushed. Flushing waits
 * for the disk, so it is done aside; what is to be written meanwhile is the next group, which takes no longer than one file.
 */

import {
  close,
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { FileWrite, WriteFailure } from "../model/host.ts";
import { attempt, codeOf, failureOf, isMissing } from "./write-failure.ts";

const flushed = promisify(fsync);
const closed = promisify(close);

/** So many files are open at once; systems allow a process some hundreds. */
const GROUP = 128;

/** What a file is called until it may have its own name. */
export function temporaryName(name: string): string {
  return `.${process.pid}-${name}.tmp`;
}

/** True for {@link temporaryName} of any process. */
export function isTemporary(name: string): boolean {
  return /^\.\d+-.*\.tmp$/.test(name);
}

/** A file on its way. */
interface Waiting extends FileWrite {
  done(failure: WriteFailure | undefined): void;
  failed(fault: unknown): void;
}

/** A file that lies beside its target. */
interface Temporary {
  readonly waiting: Waiting;
  readonly path: string;
  readonly file: number;
}

/** All changes of one folder that have to outlive a power cut in their order. */
export class AtomicWrites {
  readonly #root: string;
  #queue: Waiting[] = [];
  #isBusy = false;
  /** Files that grew, and folders that lost files, since they were flushed. */
  readonly #grown = new Set<string>();
  readonly #emptied = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Resolves with what failed when all of it is safe. What was appended before is safe before any of them has its name. */
  async write(files: readonly FileWrite[]): Promise<readonly WriteFailure[]> {
    const results = files.map(
      (file) =>
        new Promise<WriteFailure | undefined>((done, failed) => {
          this.#queue.push({ ...file, done, failed });
        }),
    );
    if (!this.#isBusy) void this.#run();
    return (await Promise.all(results)).filter((failure) => failure !== undefined);
  }

  /** One system call: another run that appends at the same moment does not get in between. */
  append(path: string, bytes: Uint8Array): void {
    // What was removed must not come back when it is already told that it is gone.
    for (const folder of this.#emptied) flushFolder(folder);
    this.#emptied.clear();
    const target = join(this.#root, path);
    makeFolder(dirname(target));
    const file = openSync(target, "a");
    try {
      writeWhole(file, bytes);
    } finally {
      closeSync(file);
    }
    this.#grown.add(target);
  }

  /** Removes a file if there is one. */
  remove(path: string): void {
    const target = join(this.#root, path);
    removeIfThere(target);
    this.#emptied.add(dirname(target));
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    while (this.#queue.length > 0) {
      const group = this.#nextGroup();
      try {
        await this.#writeGroup(group);
      } catch (fault) {
        for (const one of group) one.failed(fault);
      }
    }
    this.#isBusy = false;
  }

  /** A file that is written twice is in two groups: the second is to stay. */
  #nextGroup(): readonly Waiting[] {
    const paths = new Set<string>();
    for (const { path } of this.#queue) {
      if (paths.size === GROUP || paths.has(path)) break;
      paths.add(path);
    }
    return this.#queue.splice(0, paths.size);
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    const temporary = group.flatMap((one) => this.#begin(one));
    const grown = await Promise.allSettled([...this.#grown].map(flushFileAside));
    this.#grown.clear();
    const fault = grown.find(({ status }) => status === "rejected");
    // Network drives may refuse only when a file is closed.
    const states = await Promise.allSettled(temporary.map(({ file }) => flushed(file).finally(() => closed(file))));
    const named = temporary.filter((one, index) =>
      finish(one, join(this.#root, one.waiting.path), fault ?? states[index]),
    );
    const folders = new Set(named.map(({ path }) => dirname(path)));
    await Promise.all([...folders].map(flushFolderAside));
    for (const { waiting } of named) waiting.done(undefined);
  }

  #begin(waiting: Waiting): readonly Temporary[] {
    const target = join(this.#root, waiting.path);
    const path = join(dirname(target), temporaryName(basename(target)));
    let file: number | undefined;
    const failure = attempt(waiting.path, () => {
      makeFolder(dirname(target));
      try {
        file = openSync(path, "w");
        writeWhole(file, waiting.bytes);
      } catch (fault) {
        if (file !== undefined) closeSync(file);
        removeIfThere(path);
        throw fault;
      }
    });
    if (failure) waiting.done(failure);
    return failure || file === undefined ? [] : [{ waiting, path, file }];
  }
}

/** A rename within one folder is one step for every reader. False if it failed, which is told. */
function finish({ waiting, path }: Temporary, target: string, state: PromiseSettledResult<void> | undefined): boolean {
  try {
    if (state?.status === "rejected") throw state.reason;
    renameSync(path, target);
    return true;
  } catch (fault) {
    try {
      waiting.done(failureOf(waiting.path, fault));
      removeIfThere(path);
    } catch {
      // Does nothing if only the removing failed, which then has the same cause.
      waiting.failed(fault);
    }
    return false;
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

async function flushFileAside(path: string): Promise<void> {
  const file = openSync(path, "r+");
  await flushed(file).finally(() => closeSync(file));
}

/** Not every system has folders that can be flushed; there a rename is safe by itself or not at all. */
async function flushFolderAside(path: string): Promise<void> {
  try {
    const folder = openSync(path, "r");
    await flushed(folder).finally(() => closeSync(folder));
  } catch {
    // As said.
  }
}

function flushFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // As above; or it went with its last file.
  }
}

/** Not Node's `recursive`, which never returns below folders such as `/proc` that hold what cannot be made. */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another run may have made it meanwhile.
    if (codeOf(fault) !== "EEXIST" || !isFolder(path)) throw fault;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Removes a file, also one that is gone already. */
export function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (fault) {
    if (!isMissing(fault)) throw fault;
  }
}
