/** `vorlage schema` */

import { jsonSchemaOf } from "../../kinds/json-schema.ts";
import { kindOrder } from "../../kinds/kinds.ts";
import { findKind, kindName } from "../../kinds/vocabulary.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import type { Terminal } from "../terminal.ts";
import { words } from "../words.ts";

/** Prints the JSON Schema of one kind, or of all as alternatives. */
export async function run({ words: [word, ...others], options }: Invocation, terminal: Terminal): Promise<number> {
  const { locale } = options;
  const kind = word === undefined ? undefined : findKind(word);
  if ((word !== undefined && !kind) || others.length > 0) {
    const kinds = kindOrder.map((one) => kindName(one, locale));
    throw new UsageError(
      others.length > 0 ? words[locale].nameKind(kinds) : words[locale].unknownKind(word ?? "", kinds),
    );
  }
  const schema = kind ? jsonSchemaOf(kind, locale) : { oneOf: kindOrder.map((one) => jsonSchemaOf(one, locale)) };
  terminal.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}
