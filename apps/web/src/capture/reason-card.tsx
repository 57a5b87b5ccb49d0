import type { Sighting } from '@ackade/observer';
import { peerOf } from '@ackade/tcp';
import { m } from '../messages/judge.ts';
import type { Spoken } from '../words/notation.ts';
import { roleWords } from '../words/role.ts';
import { segmentWords } from '../words/segment.ts';
import css from './reason-card.module.css';
import { reasonWords } from './reason-words.ts';
import { timeText } from './sighting-words.ts';
import { VerdictMark, verdictClass } from './verdict-mark.tsx';
import { verdictWords } from './verdict-words.ts';

type Props = { readonly sighting: Sighting; readonly segment: Spoken };

/** Why a segment got its verdict, where RFC 9293 says so, and what a row has no room for. */
export function ReasonCard({ sighting, segment }: Props) {
  const { title, text } = reasonWords(sighting);
  const [section = '', step] = sighting.rule.split('-');
  return (
    <div class={css.card} data-verdict={sighting.verdict}>
      <p>
        <strong class={verdictClass(sighting.verdict)}>
          <VerdictMark verdict={sighting.verdict} />{' '}
          {m.judge_why({ verdict: verdictWords(sighting.verdict), title })}
        </strong>{' '}
        {text}{' '}
        <a
          class={css.rule}
          href={`https://www.rfc-editor.org/rfc/rfc9293#section-${section}`}
          target="_blank"
          rel="noreferrer"
        >
          {step ? m.judge_rule_step({ section, step }) : m.judge_rule({ section })}
        </a>
      </p>
      <p class={css.facts}>
        {m.judge_facts({
          frame: sighting.frame,
          time: timeText(sighting.time),
          from: roleWords(sighting.from),
          to: roleWords(peerOf(sighting.from)),
          segment: segmentWords(segment, 'numbers'),
          window: sighting.segment.wnd,
        })}
      </p>
    </div>
  );
}
