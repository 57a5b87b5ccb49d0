import type { Sighting } from '@ackade/observer';
import { ENDPOINTS } from '@ackade/tcp';
import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../messages/judge.ts';
import { Button } from '../parts/button.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import type { Spoken } from '../words/notation.ts';
import css from './capture-ladder.module.css';
import type { Outline } from './judgement.ts';
import type { JudgedCapture } from './judging.ts';
import { LongList } from './long-list.tsx';
import { type Numbering, spoken } from './numbering.ts';
import { ReasonCard } from './reason-card.tsx';
import { rowFrame } from './row-frame.ts';
import { SightingView } from './sighting-view.tsx';
import { sightingWords } from './sighting-words.ts';
import { useScroller } from './use-scroller.ts';
import { useSightings } from './use-sightings.ts';
import { windowOf } from './window.ts';

type Props = {
  readonly capture: JudgedCapture;
  readonly outline: Outline;
  /** The segment that is chosen at first; null: the first violation, if there is one. */
  readonly at: number | null;
  readonly onAsk: () => void;
};

/** A conversation as a ladder: a row for each segment, and the reason for the verdict on the chosen one. */
export function CaptureLadder({ capture, outline, at: begin, onAsk }: Props) {
  const { id, segments: count } = outline;
  const [chosen, setChosen] = useState(begin ?? 0);
  const [numbering, setNumbering] = useState<Numbering>('relative');
  const [violations, setViolations] = useState<readonly number[]>([]);
  const scroller = useScroller();
  const frame = rowFrame(scroller.width, numbering);
  const list = { count, row: frame.height, viewport: scroller.height };
  const { first, end } = windowOf(list, scroller.scrolled);
  const at = useSightings(capture, id, Math.max(0, first - 1), end, chosen);
  const written = (sighting: Sighting): Spoken => spoken(sighting, numbering, outline.base);

  useEffect(() => {
    void capture.violations(id).then((found) => {
      setViolations(found);
      if (begin === null) setChosen((now) => found[0] ?? now);
    });
  }, [capture, id]);

  const next = violations.find((v) => v > chosen) ?? violations[0] ?? chosen;
  const previous = violations.findLast((v) => v < chosen) ?? violations.at(-1) ?? chosen;
  const sighting = at(chosen);
  const reason = useRef<HTMLDivElement>(null);
  /** On a phone the reason may stand below the screen. */
  const choose = (index: number): void => {
    setChosen(index);
    reason.current?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <section class={css.page} aria-label={m.judge_ladder()}>
      <div class={css.tools}>
        <label class={css.switch}>
          <input
            type="checkbox"
            checked={numbering === 'absolute'}
            onChange={(e) => setNumbering(e.currentTarget.checked ? 'absolute' : 'relative')}
          />
          {m.judge_absolute()}
        </label>
        <Button kind="quiet" onClick={onAsk}>
          {m.judge_ask()}
        </Button>
        {violations.length > 0 && (
          <div class={css.violations}>
            <Button
              kind="quiet"
              aria-label={m.judge_previous()}
              title={`${m.judge_previous()} (P)`}
              onClick={() => choose(previous)}
            >
              ‹
            </Button>
            <span>{placeWords(violations, chosen)}</span>
            <Button
              kind="quiet"
              aria-label={m.judge_next()}
              title={`${m.judge_next()} (N)`}
              onClick={() => choose(next)}
            >
              ›
            </Button>
          </div>
        )}
      </div>
      <div class={css.ends}>
        {ENDPOINTS.map((role) => (
          <p key={role}>
            <RoleMark end={role} /> {outline[role]}
          </p>
        ))}
      </div>
      <LongList
        label={m.judge_segments()}
        scroller={scroller}
        list={list}
        chosen={chosen}
        onChoose={choose}
        onKey={(key) => {
          if (key === 'n') choose(next);
          if (key === 'p') choose(previous);
        }}
        name={(index) => {
          const known = at(index);
          return known ? sightingWords(known, written(known)) : m.judge_loading();
        }}
      >
        {(index) => {
          const known = at(index);
          return (
            known && (
              <SightingView
                sighting={known}
                before={at(index - 1)}
                segment={written(known)}
                frame={frame}
              />
            )
          );
        }}
      </LongList>
      <div class={css.reason} ref={reason} aria-live="polite">
        {sighting && <ReasonCard sighting={sighting} segment={written(sighting)} />}
      </div>
    </section>
  );
}

function placeWords(violations: readonly number[], chosen: number): string {
  const count = violations.length;
  const place = violations.indexOf(chosen) + 1;
  return place > 0 ? m.judge_place({ place, count }) : m.judge_found({ count });
}
