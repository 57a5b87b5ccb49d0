import { ENDPOINTS } from '@ackade/tcp';
import { useMemo, useState } from 'preact/hooks';
import { m } from '../messages/judge.ts';
import { RoleMark } from '../parts/role-mark.tsx';
import css from './conversation-list.module.css';
import type { Outline } from './judgement.ts';
import { LongList } from './long-list.tsx';
import { outlineWords, violationWords } from './summary-words.ts';
import { useScroller } from './use-scroller.ts';
import { VerdictMark, verdictClass } from './verdict-mark.tsx';

type Props = {
  readonly conversations: readonly Outline[];
  readonly chosen: Outline | undefined;
  readonly onChoose: (outline: Outline) => void;
};

/** In ems: four lines and some air. */
const ROW = 6.5;

/** So many are found by looking. */
const FEW = 8;

/** Who spoke with whom, how it ended, and how many violations there were. */
export function ConversationList({ conversations, chosen, onChoose }: Props) {
  const scroller = useScroller();
  const [part, setPart] = useState('');
  const shown = useMemo(
    () => conversations.filter((c) => c.client.includes(part) || c.server.includes(part)),
    [conversations, part],
  );
  return (
    <section class={css.page}>
      <h2>{m.judge_conversations()}</h2>
      {conversations.length > FEW && (
        <input
          type="search"
          class={css.search}
          aria-label={m.judge_search()}
          placeholder={m.judge_search()}
          value={part}
          onInput={(e) => setPart(e.currentTarget.value.trim())}
        />
      )}
      <LongList
        label={m.judge_conversations()}
        scroller={scroller}
        list={{
          count: shown.length,
          row: Math.max(1, Math.ceil(ROW * scroller.em)),
          viewport: scroller.height,
        }}
        chosen={chosen ? shown.indexOf(chosen) : -1}
        onChoose={(index) => {
          const outline = shown[index];
          if (outline) onChoose(outline);
        }}
        name={(index) => nameOf(shown[index])}
      >
        {(index) => {
          const outline = shown[index];
          return outline && <Line outline={outline} />;
        }}
      </LongList>
      <p class={css.none} role="status">
        {shown.length === 0 && m.judge_none()}
      </p>
    </section>
  );
}

const nameOf = (outline: Outline | undefined): string =>
  outline
    ? [
        outline.client,
        outline.server,
        violationWords(outline.violations),
        outlineWords(outline),
      ].join(', ')
    : '';

const Line = ({ outline }: { readonly outline: Outline }) => {
  const verdict = outline.violations > 0 ? 'violation' : 'ok';
  return (
    <div class={css.line}>
      {ENDPOINTS.map((end) => (
        <p key={end} class={css.socket}>
          <RoleMark end={end} /> {outline[end]}
        </p>
      ))}
      <p class={`${css.verdict} ${verdictClass(verdict)}`}>
        <VerdictMark verdict={verdict} /> {violationWords(outline.violations)}
      </p>
      <p class={css.facts}>{outlineWords(outline)}</p>
    </div>
  );
};
