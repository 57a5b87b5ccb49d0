/** Formatted text as plain text. */
import { decodeHTMLStrict } from 'entities';

/** What texts of question banks are written in; `moodle` is text in which HTML is understood. */
export const TEXT_FORMATS = ['moodle', 'html', 'plain', 'markdown'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** `formatting`: whether something was lost that one would have seen; `picture`: whether it has one. */
type PlainText = {
  readonly text: string;
  readonly formatting: boolean;
  readonly picture: boolean;
};

/** Longer ones are left as they are: they are too long for anything, and are refused for it. */
const LONGEST = 20_000;

/** Elements after which a line ends. */
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Elements without a look that matters. */
const UNSEEN = new Set([...BLOCKS, 'span', 'font', 'meta', 'link', 'wbr']);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark meta link nolink q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
const PICTURES = new Set('img picture svg canvas audio video object embed iframe'.split(' '));
/** Where a block begins or ends, until it is known what stands beside it. */
const BLOCK = '\f';
/** Elements whose content nobody reads. */
const SILENT = /<(script|style)\b/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;

/**
 * What `source` says. Tags that HTML does not know stay as they are in `moodle`: that is how `a <b` is written by people
 * who do not think of HTML.
 */
export function plainText(source: string, format: TextFormat): PlainText {
  const literal = format === 'plain' || format === 'markdown' || source.length > LONGEST;
  if (literal || (format === 'moodle' && !/[<&]/.test(source)))
    return { text: source.trim(), formatting: false, picture: false };
  let formatting = false;
  let picture = source.includes('@@PLUGINFILE@@');
  const html = format === 'html';
  const bare = source.includes('<') ? withoutSilent(withoutComments(source)) : source;
  const text = (html ? bare.replace(/[ \t\n\r\f]+/g, ' ') : bare).replace(
    TAG,
    (tag: string, _closing: string, called: string) => {
      const name = called.toLowerCase();
      if (PICTURES.has(name)) picture = true;
      else if (!BLOCKS.has(name) && !INLINE.has(name)) return html ? '' : tag;
      formatting ||= !UNSEEN.has(name);
      return name === 'br' ? '\n' : BLOCKS.has(name) ? BLOCK : '';
    },
  );
  const blocks = text.split(BLOCK).map((block) => block.split('\n').map(withoutSpaces).join('\n'));
  const lines = blocks.filter((block) => block !== '').join('\n');
  return { text: decodeHTMLStrict(lines).trim(), formatting, picture };
}

function withoutComments(html: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<!--', at);
    const close = open === -1 ? -1 : html.indexOf('-->', open + 4);
    if (close === -1) return kept + html.slice(at);
    kept += html.slice(at, open);
    at = close + 3;
  }
}

/** What was once not found further on is not looked for again: an expression would, from every beginning. */
function withoutSilent(html: string): string {
  const unclosed = new Set<string>();
  let kept = '';
  let at = 0;
  for (const { index, 1: called = '' } of html.matchAll(SILENT)) {
    const name = called.toLowerCase();
    if (index < at || unclosed.has(name)) continue;
    const content = html.indexOf('>', index);
    if (content === -1) break;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = content;
    if (closing.test(html)) {
      kept += html.slice(at, index);
      at = closing.lastIndex;
    } else unclosed.add(name);
  }
  return kept + html.slice(at);
}

/** `trim` would take more than spaces, and an expression more than linear time. */
function withoutSpaces(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && line[from] === ' ') from++;
  while (to > from && line[to - 1] === ' ') to--;
  return line.slice(from, to);
}

/** `text` as HTML of which `plainText` makes it again. */
export const htmlOf = (text: string): string =>
  text
    .replace(/[&<>]|[ \t]{2,}|\t| (?=\n)|(?<=\n) /g, (c) => ENTITIES[c] ?? spaces(c))
    .replaceAll('\n', '<br>');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const spaces = (all: string): string =>
  all.replace(/[ \t]/g, (space) => `&#${space.charCodeAt(0)};`);
