/** Workbooks, as programs write them. */
import { strToU8, zipSync } from 'fflate';

type Value = string | number | null;

/** `rows`: from the first row on, null for an empty cell; `shared`: whether texts stand in a table of their own. */
export function workbook(rows: readonly (readonly Value[])[], shared = true): Uint8Array {
  const strings: string[] = [];
  const cell = (value: Value, at: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (!shared) return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    strings.push(value);
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheet = rows
    .map((row, y) => {
      const cells = row.map((value, x) => cell(value, `${String.fromCharCode(65 + x)}${y + 1}`));
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('');
  return archive({
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings
      .map((s, i) =>
        // Every other one in two runs, as after a change of its font.
        i % 2 === 0
          ? `<si><t>${escaped(s)}</t></si>`
          : `<si><r><t>${escaped(s.slice(0, 1))}</t></r><r><t>${escaped(s.slice(1))}</t></r></si>`,
      )
      .join('')}</sst>`,
  });
}

export const archive = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...FRAME, ...parts }).map(([path, xml]) => [path, strToU8(xml)]),
    ),
  );

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const FRAME = {
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Quiz" sheetId="1" r:id="rId7"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
