/**
 * The first sheet of a workbook (ECMA-376, part 1), as texts. Libraries for it unpack whatever they are given, and lay out
 * a table as wide and as high as the farthest cell says; here a cell costs what a cell costs.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { Fault } from './fault.ts';
import { childOf, childrenOf, type Element, readXml } from './xml-tree.ts';

/** Unpacked, octets. */
const LARGEST = 4 * 1024 * 1024;
const PARTS =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** `text`: as it is stored, so a number has a decimal point, and a date is a number of days. */
export type Cell = { readonly text: string; readonly number: boolean };
/** By their columns, from 1. */
export type Row = { readonly row: number; readonly cells: ReadonlyMap<number, Cell> };

export function readSheet(octets: Uint8Array): readonly Row[] | Fault {
  const bad: Fault = { line: 1, column: null, code: 'bad-spreadsheet', params: {} };
  const parts = unpacked(octets);
  const path = parts && firstSheet(parts);
  const sheet = path ? xmlOf(parts, path) : null;
  const data = sheet && childOf(sheet, 'sheetData');
  if (!parts || !data) return bad;
  const strings = xmlOf(parts, 'xl/sharedStrings.xml');
  const shared = strings ? childrenOf(strings, 'si').map(stringOf) : [];
  return childrenOf(data, 'row').map((row, i) => ({
    row: Number(row.attributes['r']) || i + 1,
    cells: new Map(
      childrenOf(row, 'c').flatMap((c, k) => {
        const cell = cellOf(c, shared);
        return cell ? [[columnOf(c.attributes['r']) ?? k + 1, cell] as const] : [];
      }),
    ),
  }));
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** Nothing where it is no archive, or one that would be too large: sizes are those that it declares, and no more is unpacked. */
function unpacked(octets: Uint8Array): Parts | null {
  let size = 0;
  try {
    return unzipSync(octets, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        size += originalSize;
        return size <= LARGEST;
      },
    });
  } catch {
    return null;
  }
}

/** Names without their namespace: some programs write one in front. */
function xmlOf(parts: Parts, path: string): Element | null {
  const octets = Object.hasOwn(parts, path) ? parts[path] : undefined;
  const root = octets && readXml(strFromU8(octets));
  return root && !('code' in root) ? withoutPrefix(root) : null;
}

const withoutPrefix = (element: Element): Element => ({
  ...element,
  name: element.name.replace(/^.*:/, ''),
  children: element.children.map(withoutPrefix),
});

/** Where the first sheet of the workbook is, which need not be `sheet1.xml`. */
function firstSheet(parts: Parts): string | null {
  const workbook = xmlOf(parts, 'xl/workbook.xml');
  const relations = xmlOf(parts, 'xl/_rels/workbook.xml.rels');
  const sheets = workbook && childOf(workbook, 'sheets');
  const first = sheets && childOf(sheets, 'sheet');
  const id = first?.attributes['r:id'];
  const target = relations?.children.find((r) => r.attributes['Id'] === id)?.attributes['Target'];
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Of a shared string: runs of it may look different; readings of Chinese characters are no part of it. */
const stringOf = (element: Element): string =>
  element.children
    .map((child) =>
      child.name === 't' ? child.text : child.name === 'r' ? (childOf(child, 't')?.text ?? '') : '',
    )
    .join('');

function cellOf(c: Element, shared: readonly string[]): Cell | null {
  const inline = childOf(c, 'is');
  const value = childOf(c, 'v')?.text ?? '';
  const type = c.attributes['t'] ?? 'n';
  const text = inline ? stringOf(inline) : type === 's' ? sharedIn(shared, value) : value;
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', number: false };
  return text.trim() === '' ? null : { text: text.trim(), number: type === 'n' };
}

const sharedIn = (shared: readonly string[], value: string): string =>
  value === '' ? '' : (shared[Number(value)] ?? '');

/** `B12` is in column 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
}
