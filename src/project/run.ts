/** What all steps of one build share. */

import type { Host } from "../model/host.ts";
import type { Breath } from "./breath.ts";
import type { Cache } from "./cache.ts";
import type { Checksums } from "./checksum.ts";
import type { Gate } from "./gate/gate.ts";
import type { Ledger } from "./outputs.ts";
import type { Project } from "./project.ts";
import type { States } from "./recording.ts";

/** One build from its beginning to its end. */
export interface Run {
  readonly host: Host;
  readonly project: Project;
  readonly ledger: Ledger;
  readonly cache: Cache;
  readonly states: States;
  readonly gate: Gate;
  /** Of sources and of all else in the content folder. */
  readonly checksums: Checksums;
  /** To be taken wherever work may be long. */
  readonly breath: Breath;
}
