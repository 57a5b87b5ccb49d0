import { m } from '../messages/judge.ts';

export type Example = { readonly file: string; readonly name: () => string };

/** Small captures of real stacks, for whoever has none at hand. */
export const EXAMPLES: readonly Example[] = [
  { file: 'forged-resets.pcap', name: m.example_forged_resets },
  { file: 'greeting-and-farewell.pcap', name: m.example_greeting_and_farewell },
  { file: 'fin-overtakes-data.pcap', name: m.example_fin_overtakes_data },
];

/** The octets of an example; null where the server did not give them. */
export async function exampleFile({ file }: Example): Promise<Blob | null> {
  try {
    const response = await fetch(`/examples/${file}`);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}
