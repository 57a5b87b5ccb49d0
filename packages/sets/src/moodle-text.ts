/** Texts of Moodle XML. */
import { TEXT_FORMATS, type TextFormat } from './plain-text.ts';
import type { Report } from './report.ts';
import { childOf, type Element } from './xml-tree.ts';

/** What stands in `element`, or in the `text` in it; '' where there is none. */
export const innerText = (element: Element | undefined): string =>
  element ? (childOf(element, 'text') ?? element).text.trim() : '';

const NAMES: Readonly<Record<string, TextFormat>> = {
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  ...Object.fromEntries(TEXT_FORMATS.map((format) => [format, format])),
};

/** The same in plain text, out of the format that `element` names. Files in it are pictures and the like. */
export function formattedText(report: Report, element: Element): string {
  const file = childOf(element, 'file');
  if (file) {
    report.fault(file.place, 'picture');
    return innerText(element);
  }
  return report.plain(innerText(element), formatOf(element), element.place);
}

const formatOf = ({ attributes }: Element): TextFormat =>
  NAMES[attributes['format'] ?? 'html'] ?? 'html';
