/** XML as a tree that knows where its elements stand. Document types are refused, so that no entity is ever made. */
import { SaxesParser } from 'saxes';
import type { Fault, Place } from './fault.ts';

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** What stands directly in it. */
  readonly text: string;
  readonly place: Place;
};

type Growing = Omit<Element, 'children' | 'text'> & { children: Growing[]; text: string };

/** Deeper ones are no quiz. */
const DEEPEST = 50;
/** Neither a quiz nor a spreadsheet of one has as many, and each takes its time. */
const MOST = 100_000;

/** The root of `source`, or what is wrong with it: the first thing only, since the rest follows from it. */
export function readXml(source: string): Element | Fault {
  const parser = new SaxesParser({ xmlns: false });
  let fault: Fault | null = null;
  let root: Growing | null = null;
  const open: Growing[] = [];
  let count = 0;
  const here = (): Place => ({ line: parser.line, column: parser.column + 1 });
  const stop = (code: Fault['code'], params: Fault['params'] = {}): never => {
    fault = { ...here(), code, params };
    throw new Stopped();
  };
  parser.on('error', ({ message }) => stop('bad-xml', { reason: message.slice(0, 200) }));
  parser.on('doctype', () => stop('doctype'));
  let start = here();
  parser.on('opentagstart', ({ name }) => {
    start = { line: parser.line, column: parser.column - name.length };
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST) stop('bad-xml', { reason: 'nested too deep' });
    if (++count > MOST) stop('bad-xml', { reason: 'too many elements' });
    const element: Growing = { name, attributes, children: [], text: '', place: start };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const append = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return fault ?? root ?? { line: 1, column: 1, code: 'bad-xml', params: { reason: 'empty' } };
}

class Stopped extends Error {}

export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);
