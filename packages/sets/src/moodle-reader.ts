/** Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. */
import type { Place, Reading } from './fault.ts';
import { type Answers, readAnswers } from './moodle-answers.ts';
import { formattedText, innerText } from './moodle-text.ts';
import type { OwnQuestion } from './question.ts';
import { newReport, type Report } from './report.ts';
import { readTags } from './tags.ts';
import { childOf, childrenOf, type Element, readXml } from './xml-tree.ts';

/** Reads `source`. Never throws; takes time in proportion to its length. */
export function readMoodleXml(source: string): Reading {
  const root = readXml(source.replace(/^\uFEFF/, ''));
  if ('code' in root) return { ok: false, faults: [root] };
  const report = newReport();
  if (root.name !== 'quiz')
    report.fault(root.place, 'not-a-quiz', { what: root.name.slice(0, 40) });
  let category = '';
  for (const element of childrenOf(root, 'question')) {
    if (report.full()) break;
    if (element.attributes['type'] === 'category') category = categoryOf(element);
    else readQuestion(report, element, category);
  }
  return report.reading();
}

/** `$course$/top/` is where Moodle's categories begin. */
const categoryOf = (element: Element): string =>
  innerText(childOf(element, 'category')).replace(
    /^\$(?:course|module|system)\$(?:\/top)?(?:\/|$)/,
    '',
  );

function readQuestion(report: Report, element: Element, category: string) {
  const { place } = element;
  const prompt = childOf(element, 'questiontext');
  if (!prompt) return report.fault(place, 'missing-element', { what: 'questiontext' });
  const answers = readAnswers(report, element);
  if (!answers) return;
  const explanation = childOf(element, 'generalfeedback');
  const tagged = childrenOf(childOf(element, 'tags') ?? NOTHING, 'tag').map(innerText);
  const { caseSensitive: _, ...tags } = readTags(tagged);
  report.question(
    {
      name: innerText(childOf(element, 'name')).replace(/\n\s*/g, ' '),
      prompt: formattedText(report, prompt),
      explanation: explanation ? formattedText(report, explanation) : '',
      category,
      idnumber: innerText(childOf(element, 'idnumber')),
      ...tags,
      ...answers.of,
    } as OwnQuestion,
    placesOf(element, prompt, explanation, answers),
  );
  for (const child of element.children)
    if (SAYS_MORE.has(child.name) && innerText(child) !== '')
      report.note(child.place, 'left-out', { what: child.name });
}

const NOTHING: Element = {
  name: '',
  attributes: {},
  children: [],
  text: '',
  place: { line: 1, column: null },
};

/** What students would have been told, for which there is no place here. */
const SAYS_MORE = new Set([
  'hint',
  'correctfeedback',
  'partiallycorrectfeedback',
  'incorrectfeedback',
]);

const placesOf = (
  { place }: Element,
  prompt: Element,
  explanation: Element | undefined,
  answers: Answers,
): ReadonlyMap<string, Place> =>
  new Map([
    ...answers.places,
    ['', place],
    ['prompt', prompt.place],
    ...(explanation ? [['explanation', explanation.place] as const] : []),
  ]);
