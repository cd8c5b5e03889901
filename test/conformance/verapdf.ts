/** Runs veraPDF, the reference validator of PDF/UA and PDF/A, over a folder. It needs Java, and Maven to fetch it. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The profiles that every file is to be held against, as veraPDF calls them. Files that declare less are not. */
const PROFILES = ["PDF/UA-1 validation profile", "PDF/A-2A validation profile"];

/** A rule that a file breaks. */
export interface BrokenRule {
  /** E.g. `ISO 14289-1:2014 7.2, test 20`. */
  readonly rule: string;
  readonly description: string;
  readonly times: number;
  /** Where in the file, and what exactly; a few of all. */
  readonly contexts: readonly string[];
}

/** What veraPDF says of a file. */
export interface Verdict {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly broken: readonly BrokenRule[];
}

/** What is missing on this machine; undefined if all is there. */
export function missingTools(): string | undefined {
  const isMissing = (command: string, argument: string): boolean =>
    spawnSync(command, [argument], { stdio: "ignore" }).status !== 0;
  const missing = [isMissing("java", "-version") && "Java", isMissing("mvn", "--version") && "Maven"].filter(Boolean);
  if (missing.length === 0) return undefined;
  return `${missing.join(" and ")} not found: conformance is proven by veraPDF, which needs Java 11 or newer and Maven (on Debian and Ubuntu: apt-get install default-jre-headless maven).`;
}

/** Validates every PDF below `folder`. `pom` names veraPDF for Maven. */
export function runVeraPdf(folder: string, pom: string): readonly Verdict[] {
  const list = join(folder, "classpath.txt");
  run("mvn", ["--quiet", "--batch-mode", "--file", pom, "dependency:build-classpath", `-Dmdep.outputFile=${list}`]);
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  // Flavour 0: every profile that a file declares. More than one cannot be named.
  const options = ["--flavour", "0", "--format", "json", "--maxfailuresdisplayed", "3", "--recurse", "--loglevel", "0"];
  const report = run("java", ["-cp", readFileSync(list, "utf8").trim(), main, ...options, folder]);
  const verdicts = (JSON.parse(report) as VeraReport).report.jobs.map((job) => verdictOf(job, folder));
  return verdicts.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function run(command: string, options: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, options, { encoding: "utf8", maxBuffer: 2 ** 29 });
  // veraPDF's exit code says whether files failed, and its report says so better.
  const isDone = command === "java" ? stdout.startsWith("{") : status === 0;
  if (error || !isDone) {
    throw new Error(`${command} failed: ${error?.message ?? ""}\n${stdout.slice(0, 5000)}\n${stderr.slice(0, 5000)}`);
  }
  return stdout;
}

/** The part of veraPDF's report that is read here. */
interface VeraReport {
  readonly report: { readonly jobs: readonly VeraJob[] };
}

interface VeraJob {
  readonly itemDetails: { readonly name: string };
  readonly validationResult?: readonly VeraResult[];
  readonly taskException?: unknown;
}

interface VeraResult {
  readonly profileName: string;
  readonly compliant: boolean;
  readonly jobEndStatus: string;
  readonly details: { readonly ruleSummaries: readonly VeraRule[] };
}

interface VeraRule {
  readonly ruleStatus: string;
  readonly specification: string;
  readonly clause: string;
  readonly testNumber: number;
  readonly description: string;
  readonly failedChecks: number;
  readonly checks: readonly { readonly context: string; readonly errorMessage?: string }[];
}

function verdictOf(job: VeraJob, folder: string): Verdict {
  const results = job.validationResult ?? [];
  const unheld = PROFILES.filter((name) => !results.some(({ profileName }) => profileName === name));
  const broken: BrokenRule[] = unheld.map((name) => ({
    rule: name,
    description: "The file was not held against this profile: it does not declare it, or cannot be read.",
    times: 1,
    contexts: job.taskException === undefined ? [] : [JSON.stringify(job.taskException)],
  }));
  for (const { compliant, jobEndStatus, profileName, details } of results) {
    const rules = details.ruleSummaries.filter(({ ruleStatus }) => ruleStatus === "FAILED");
    for (const rule of rules) {
      broken.push({
        rule: `${rule.specification} ${rule.clause}, test ${rule.testNumber}`,
        description: rule.description,
        times: rule.failedChecks,
        contexts: rule.checks.map(({ context, errorMessage = "" }) => `${context} ${errorMessage}`.trim()),
      });
    }
    if (rules.length === 0 && (!compliant || jobEndStatus !== "normal")) {
      broken.push({ rule: profileName, description: `Validation ended as “${jobEndStatus}”.`, times: 1, contexts: [] });
    }
  }
  return { file: relative(folder, job.itemDetails.name).replaceAll("\\", "/"), broken };
}
