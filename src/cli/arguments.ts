/** Command-line arguments, read with node's own parser; wrong usage is a {@link UsageError}. */

import { availableParallelism } from "node:os";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../diagnostics/nearest.ts";
import type { MessageLocale } from "../model/diagnostic.ts";

/** Wrong usage: exit code 2, one line. */
export class UsageError extends Error {}

/** Names of commands. */
const commandNames = ["init", "new", "check", "build", "watch", "verify", "schema"] as const;

/** A command. */
export type CommandName = (typeof commandNames)[number];

/** Options after reading. */
export interface Options {
  readonly content: string;
  readonly templates: string;
  readonly output: string;
  readonly format: "text" | "json";
  readonly locale: MessageLocale;
  readonly meeting?: string;
  readonly draft: boolean;
  /** As many as there are processors, if nobody asks for another number. */
  readonly jobs: number;
  readonly failFast: boolean;
  readonly poll: boolean;
  /** 0: one that is free. */
  readonly port: number;
  readonly preview: boolean;
}

/** What the user typed. */
export interface Invocation {
  readonly command: CommandName | "help" | "version";
  /** The command that help was asked for. */
  readonly topic?: CommandName;
  readonly words: readonly string[];
  readonly options: Options;
}

/** More threads than this help nobody: each can take a gigabyte. */
export const MOST_JOBS = 64;

const options = {
  content: { type: "string", default: "content" },
  templates: { type: "string", default: "templates" },
  output: { type: "string", default: "output" },
  format: { type: "string", default: "text" },
  locale: { type: "string" },
  meeting: { type: "string" },
  draft: { type: "boolean", default: false },
  jobs: { type: "string", short: "j" },
  "fail-fast": { type: "boolean", default: false },
  poll: { type: "boolean", default: false },
  port: { type: "string", default: "0" },
  "no-preview": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const satisfies ParseArgsConfig["options"];

/** Options that only some commands know. */
const ownOptions: Readonly<Record<string, readonly CommandName[]>> = {
  meeting: ["build", "check", "watch"],
  draft: ["build"],
  jobs: ["build", "watch"],
  "fail-fast": ["build"],
  output: ["build", "watch", "verify"],
  poll: ["watch"],
  port: ["watch"],
  "no-preview": ["watch"],
};

/** The language of messages: German, unless asked for English or in an English environment. */
export function detectLocale(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): MessageLocale {
  const at = argv.findIndex((word) => word === "--locale" || word.startsWith("--locale="));
  const asked = at === -1 ? undefined : argv[at]?.split("=")[1] || argv[at + 1];
  if (asked === "de" || asked === "en") return asked;
  const language = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(language) ? "en" : "de";
}

/** Says in the language of messages what is wrong, and ends the command. */
type Say = (de: string, en: string) => never;

/** Reads the arguments. */
export function readArguments(argv: readonly string[], locale: MessageLocale): Invocation {
  const say: Say = (de, en) => {
    throw new UsageError(locale === "de" ? de : en);
  };
  const { values, positionals, tokens } = parse(argv, say);
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
  refuseEmptyAndContrary(given, say);
  const [name, ...words] = positionals;
  const command = commandNames.find((one) => one === name);
  const read = readOptions(values, locale, say);
  if (values.version) return { command: "version", words, options: read };
  if (values.help || name === undefined || name === "help") {
    const topic = command ?? commandNames.find((one) => one === words[0]);
    return { command: "help", words, options: read, ...(topic && { topic }) };
  }
  if (!command) {
    const suggestion = nearest(name, commandNames);
    const all = commandNames.join(", ");
    return say(
      `Den Befehl „${name}“ gibt es nicht. ${suggestion ? `Meinten Sie „${suggestion}“?` : `Es gibt: ${all}.`}`,
      `There is no command “${name}”. ${suggestion ? `Did you mean “${suggestion}”?` : `There are: ${all}.`}`,
    );
  }
  for (const [option, commands] of Object.entries(ownOptions)) {
    if (given.some(({ name }) => name === option) && !commands.includes(command))
      say(`„vorlage ${command}“ kennt --${option} nicht.`, `“vorlage ${command}” has no --${option}.`);
  }
  return { command, words, options: read };
}

/** Checks the values of options. */
function readOptions(values: ReturnType<typeof parse>["values"], locale: MessageLocale, say: Say): Options {
  const { format, jobs, port } = values;
  if (format !== "text" && format !== "json")
    return say(
      `--format kennt „text“ und „json“, nicht „${format}“.`,
      `--format takes “text” or “json”, not “${format}”.`,
    );
  if (values.locale !== undefined && values.locale !== "de" && values.locale !== "en") {
    return say(
      `--locale kennt „de“ und „en“, nicht „${values.locale}“.`,
      `--locale takes “de” or “en”, not “${values.locale}”.`,
    );
  }
  if (jobs !== undefined && (!/^[1-9]\d?$/.test(jobs) || Number(jobs) > MOST_JOBS)) {
    return say(
      `--jobs nimmt eine Zahl von 1 bis ${MOST_JOBS}, nicht „${jobs}“.`,
      `--jobs takes a number from 1 to ${MOST_JOBS}, not “${jobs}”.`,
    );
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    return say(
      `--port nimmt eine Zahl von 1 bis 65535, nicht „${port}“.`,
      `--port takes a number from 1 to 65535, not “${port}”.`,
    );
  }
  return {
    content: values.content,
    templates: values.templates,
    output: values.output,
    format,
    locale,
    draft: values.draft,
    jobs: jobs === undefined ? Math.min(availableParallelism(), MOST_JOBS) : Number(jobs),
    failFast: values["fail-fast"],
    poll: values.poll,
    port: Number(port),
    preview: !values["no-preview"],
    ...(values.meeting !== undefined && { meeting: values.meeting }),
  };
}

function parse(argv: readonly string[], say: Say) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true });
  } catch (fault) {
    return refuseUnreadable(fault, argv, say);
  }
}

/** Says in words what node's own parser says. */
function refuseUnreadable(fault: unknown, argv: readonly string[], say: Say): never {
  // Where an option has a short name too, it names both: '-j, --jobs <value>'.
  const option = fault instanceof Error ? /'(?:-\w, )?(-[^' ]*)/.exec(fault.message)?.[1] : undefined;
  const given = option ?? argv.join(" ");
  if (fault instanceof Error && "code" in fault && fault.code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    // A switch that was given a value fails in the same way.
    const isSwitch = Object.entries(options).some(([name, { type }]) => given === `--${name}` && type === "boolean");
    if (isSwitch) return say(`Die Angabe „${given}“ nimmt keinen Wert.`, `The option “${given}” takes no value.`);
    return say(`Zur Angabe „${given}“ fehlt der Wert.`, `The option “${given}” lacks its value.`);
  }
  const names = Object.keys(options).map((one) => `--${one}`);
  const suggestion = nearest(given, names);
  return say(
    `Die Angabe „${given}“ gibt es nicht.${suggestion ? ` Meinten Sie „${suggestion}“?` : ""}`,
    `There is no option “${given}”.${suggestion ? ` Did you mean “${suggestion}”?` : ""}`,
  );
}

/** An option as it was typed. */
interface Given {
  readonly name: string;
  readonly value?: string | undefined;
}

/** An empty value, as of a variable that a script never set, would mean the working folder; of two values one would be ignored. */
function refuseEmptyAndContrary(given: readonly Given[], say: Say): void {
  const values = new Map<string, string>();
  for (const { name, value } of given) {
    if (value === undefined) continue;
    if (value.trim() === "") say(`Der Wert von --${name} ist leer.`, `The value of --${name} is empty.`);
    const before = values.get(name);
    if (before !== undefined && before !== value) {
      say(
        `--${name} nimmt nur einen Wert, nicht „${before}“ und „${value}“.`,
        `--${name} takes one value only, not “${before}” and “${value}”.`,
      );
    }
    values.set(name, value);
  }
}
