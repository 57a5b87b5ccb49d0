import { useState } from 'preact/hooks';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { OwnSet } from './own-sets.ts';
import { type ExportFormat, exportSet } from './sets-api.ts';

const FORMATS = [
  ['gift', m.set_export_gift, 'gift.txt'],
  ['moodle', m.set_export_moodle, 'xml'],
  ['json', m.set_export_json, 'json'],
] as const satisfies readonly (readonly [ExportFormat, () => string, string])[];

type Props = { readonly set: OwnSet; readonly onClose: () => void };

/** The set as a file, to keep or to take elsewhere. */
export function ExportSheet({ set, onClose }: Props) {
  const [failed, setFailed] = useState(false);
  const save = async (format: ExportFormat, ending: string): Promise<void> => {
    setFailed(false);
    const file = await exportSet(set.code, set.token, format);
    if (file) download(file, `ackade-${set.code}.${ending}`);
    else setFailed(true);
  };
  return (
    <Sheet title={m.set_export()} closing={m.set_close()} onClose={onClose}>
      {() => (
        <>
          <p>{m.set_export_saved()}</p>
          {FORMATS.map(([format, words, ending]) => (
            <Button key={format} onClick={() => void save(format, ending)}>
              {words()}
            </Button>
          ))}
          <p role="alert">{failed && m.set_export_failed()}</p>
        </>
      )}
    </Sheet>
  );
}

/** What came with a secret in its request has no address that a link could have. */
function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
