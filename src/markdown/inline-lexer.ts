/** What stands within a line: marked's tokens, with footnote references and language marks as extensions. */

import { Lexer, Marked, type Token, Tokenizer, type TokenizerAndRendererExtension, type Tokens } from "marked";
import type { LinkTarget } from "./block.ts";

/** `[^label]` */
export interface NoteReferenceToken extends Tokens.Generic {
  readonly type: "note-reference";
  readonly label: string;
}

/** `[text]{lang=en}` */
export interface LanguageToken extends Tokens.Generic {
  readonly type: "language";
  readonly lang: string;
  readonly tokens: Token[];
}

const noteReference: TokenizerAndRendererExtension = {
  name: "note-reference",
  level: "inline",
  start: (text) => text.indexOf("[^"),
  tokenizer(text) {
    const match = /^\[\^( {0,3}[^\][\s][^\][\n]{0,81})\]/.exec(text);
    return match ? { type: "note-reference", raw: match[0], label: match[1] ?? "" } : undefined;
  },
};

const language: TokenizerAndRendererExtension = {
  name: "language",
  level: "inline",
  start: (text) => text.indexOf("["),
  tokenizer(text) {
    const match = /^\[((?:\\.|\[[^[\]]*\]|[^[\]\\])+)\]\{lang=([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\}/.exec(text);
    if (!match) return undefined;
    const [raw, inner = "", lang = ""] = match;
    return { type: "language", raw, lang, text: inner, tokens: this.lexer.inlineTokens(inner, []) };
  },
};

/**
 * marked's tokenizer, but an asterisk within a word stays one („Bürger*innen und Schüler*innen“ says nothing in italics),
 * and only two tildes strike through, not those of „H~2~O“.
 */
class WordAwareTokenizer extends Tokenizer {
  override emStrong(text: string, masked: string, before = ""): Tokens.Em | Tokens.Strong | undefined {
    if (/[\p{L}\p{N}]$/u.test(before) && /^\*[\p{L}\p{N}]/u.test(text)) {
      // The loop that calls this takes tokens of text too, which its declared type leaves out.
      return { type: "text", raw: "*", text: "*" } as unknown as Tokens.Em;
    }
    return super.emStrong(text, masked, before);
  }

  override del(text: string, masked: string, before = ""): Tokens.Del | undefined {
    return text.startsWith("~~") ? super.del(text, masked, before) : undefined;
  }
}

const { defaults } = new Marked({ gfm: true, extensions: [noteReference, language] });

/** Reads the text of one block; its link definitions are those of the whole body. */
export interface InlineLexer {
  read(text: string): Token[];
  /** Definitions that no link has used so far. */
  unused(): readonly LinkTarget[];
}

/** What can be more than characters; marked need not look at the words before it. */
const SPECIAL = /[\\`*_<[]|~~|www\.|:\/\/|@| {2,}\n/;

function plain(text: string): Token {
  return { type: "text", raw: text, text };
}

/** Tokens of a text behind words that were kept from marked; it makes one token of adjoining text, too. */
function withWords(words: string, tokens: readonly Token[]): Token[] {
  const [first, ...rest] = tokens;
  if (first?.type !== "text" || !("text" in first)) return [plain(words), ...tokens];
  return [{ ...first, raw: words + first.raw, text: words + first.text }, ...rest];
}

/** Makes a lexer for a body with these link definitions; of two with one label the first counts. */
export function createInlineLexer(targets: readonly LinkTarget[]): InlineLexer {
  const used = new Set<LinkTarget>();
  const lexer = new Lexer({ ...defaults, tokenizer: new WordAwareTokenizer() });
  for (const target of targets) {
    if (Object.hasOwn(lexer.tokens.links, target.label)) continue;
    const value = { href: target.href, title: target.title };
    // A getter, because marked does not tell which definition a link has used.
    Object.defineProperty(lexer.tokens.links, target.label, {
      enumerable: true,
      get: () => {
        used.add(target);
        return value;
      },
    });
  }
  return {
    read(text) {
      const special = SPECIAL.exec(text);
      if (!special) return text === "" ? [] : [plain(text)];
      const words = text.slice(0, text.slice(0, special.index).lastIndexOf(" ") + 1);
      lexer.state.inLink = false;
      lexer.state.inRawBlock = false;
      const tokens = lexer.inlineTokens(text.slice(words.length), []);
      return words === "" ? tokens : withWords(words, tokens);
    },
    unused: () => targets.filter((target) => !used.has(target)),
  };
}
