import type { FaultCode, Reading } from './fault.ts';
import { readGift } from './gift-reader.ts';
import { readKahoot } from './kahoot-reader.ts';
import { readMoodleXml } from './moodle-reader.ts';

/** Browsers and Node both have it; the language's own library has not. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode: (octets: Uint8Array) => string };

export const FILE_FORMATS = ['gift', 'moodle', 'kahoot'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Octets. */
export const LARGEST_FILE = 1024 * 1024;

/** Reads a file, of `format` or of the format that it looks like. Never throws. */
export function readFile(octets: Uint8Array, format: FileFormat | null): Reading {
  if (octets.length > LARGEST_FILE) return refused('too-large', { most: LARGEST_FILE });
  if (format === 'kahoot' || (format === null && isArchive(octets))) return readKahoot(octets);
  const text = textOf(octets);
  if (text === null) return refused('not-utf8');
  return (format ?? formatOf(text)) === 'moodle' ? readMoodleXml(text) : readGift(text);
}

/** A ZIP archive, which an `.xlsx` file is. */
const isArchive = (octets: Uint8Array): boolean => octets[0] === 0x50 && octets[1] === 0x4b;

const formatOf = (text: string): FileFormat => (/^\uFEFF?\s*</.test(text) ? 'moodle' : 'gift');

/** Windows' editors write UTF-16 with a mark in front; everybody else UTF-8. */
function textOf(octets: Uint8Array): string | null {
  const [a, b] = octets;
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(octets);
  } catch {
    return null;
  }
}

const refused = (code: FaultCode, params = {}): Reading => ({
  ok: false,
  faults: [{ line: 1, column: null, code, params }],
});
