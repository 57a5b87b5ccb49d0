/** Writes docs/catalogue.md, every scenario with its ideal play, from the code: `npm run catalogue`. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FAMILIES, SCENARIOS, type Scenario, type ScriptLine } from '@ackade/game';
import { controlText, ENDPOINTS } from '@ackade/tcp';
import { IDEALS, type Ideal } from '../packages/game/test/ideals.ts';

const INTRODUCTION = `Every scenario with what its applications do, what the network does, and the **ideal play**: the shortest
right one, in the notation of RFC 9293's figures. Other plays are right too, wherever the RFC leaves a choice.
The numbers are those of the figures; a match draws its own. \`~\` marks a segment that the network loses.

Where a recording of two Linux kernels exists, the ideal play equals it but for what is said. A test holds all
of this: \`packages/game/src/ideal.test.ts\`.`;

/** The whole document. */
export function catalogueDocument(): string {
  const families = FAMILIES.map((family) => {
    const scenarios = SCENARIOS.filter((s) => s.family === family);
    return [`## ${family}`, ...scenarios.map(section)].join('\n\n');
  });
  return `${[
    '# The catalogue',
    '<!-- Written by `npm run catalogue` from packages/game. Do not edit. -->',
    INTRODUCTION,
    ...families,
  ].join('\n\n')}\n`;
}

function section(scenario: Scenario): string {
  const ideal = IDEALS[scenario.id];
  if (!ideal) throw new Error(`no ideal play is written down for ${scenario.id}`);
  const ends = `${scenario.ends.client} and ${scenario.ends.server}`;
  return [
    `### ${nameOf(scenario.id)} (\`${scenario.id}\`)`,
    [
      `- RFC 9293 ${scenario.rfc}; levels: ${scenario.levels.join(', ')}; skills: ${scenario.skills.join(', ')}`,
      `- begins ${scenario.start === 'closed' ? 'CLOSED' : 'ESTABLISHED'}, ends ${ends}`,
      ...ENDPOINTS.map(
        (e) => `- ${e}: ${scenario.script[e].map(callText).join('; ') || 'nothing'}`,
      ),
      ...scenario.link.map((line) => `- network: ${linkText(line)}`),
    ].join('\n'),
    `\`\`\`text\n${ideal.lines.join('\n')}\n\`\`\``,
    ...sources(ideal),
  ].join('\n\n');
}

function callText(line: ScriptLine): string {
  const after =
    typeof line.after === 'string' ? line.after : `received ${line.after.received} octets`;
  const wait = line.wait === undefined ? '' : ` and ${line.wait} ms more`;
  const what =
    line.call === 'OPEN'
      ? `${line.mode} OPEN`
      : line.call === 'SEND'
        ? `SEND “${line.text}”`
        : line.call === 'RECEIVE'
          ? `RECEIVE ${line.len} octets`
          : line.call;
  return after === 'start' && wait === '' ? what : `after ${after}${wait} ${what}`;
}

function linkText(line: Scenario['link'][number]): string {
  const bits = controlText(line.ctl);
  if ('seq' in line) return `at ${line.time} ms a ${bits} that nobody sent comes to the ${line.at}`;
  const way = `${bits} number ${line.nth} of the ${line.from}`;
  if (line.transit.length === 0) return `${way} is lost`;
  return line.transit.length > 1
    ? `${way} arrives twice, after ${line.transit.join(' and ')} ms`
    : `${way} takes ${line.transit[0]} ms instead of 50`;
}

function sources({ figure, kernel }: Ideal): string[] {
  const text = figure ? [`This is RFC 9293's ${figure}.`] : [];
  if (!kernel) return text;
  const [first, last] = kernel.frames;
  const frames = `Linux: \`${kernel.file}.pcap\`, frames ${first} to ${last}, seen at the ${kernel.at}`;
  if (kernel.differs.length === 0) return [...text, `${frames}: the same.`];
  const differs = kernel.differs.map(
    ({ at, ours, theirs, why }) =>
      `- ${ours > 0 ? `in place of segment ${at}` : `before segment ${at}`}: ${theirs.join(', ')}. ${why}`,
  );
  return [...text, `${frames}, but for\n\n${differs.join('\n')}`];
}

function nameOf(id: string): string {
  const file = new URL(`../apps/web/messages/scenarios/en/${id}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { name: string }).name;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(new URL('../docs/catalogue.md', import.meta.url), catalogueDocument());
