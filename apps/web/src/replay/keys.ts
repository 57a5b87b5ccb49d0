/** What a key asks of a film. */
export type Wish = 'first' | 'previous' | 'next' | 'last' | 'toggle';

/** What has the focus, as far as it has uses of its own for keys. */
type Focus = 'field' | 'scrubber' | 'button' | 'nothing';

const TRAVEL: Readonly<Record<string, Wish>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
};

/** The scrubber travels by itself, a button is pressed by Space, and a field keeps every key. */
export function wishOf(key: string, focus: Focus): Wish | null {
  if (key === ' ') return focus === 'nothing' || focus === 'scrubber' ? 'toggle' : null;
  return focus === 'nothing' || focus === 'button' ? (TRAVEL[key] ?? null) : null;
}

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'nothing';
  if (target.matches('input[type=range]')) return 'scrubber';
  if (target.matches('input, select, textarea')) return 'field';
  return target.closest('button, a') ? 'button' : 'nothing';
}
