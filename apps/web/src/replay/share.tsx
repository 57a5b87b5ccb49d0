import type { Replay } from '@ackade/game';
import { useState } from 'preact/hooks';
import { m } from '../messages/replay.ts';
import { LinkButton } from '../parts/button.tsx';
import { CopyLink } from '../parts/copy-link.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { searchFor } from './film.ts';
import css from './share.module.css';

type Props = { readonly replay: Replay; readonly at: number };

/** The link to pass on, and the files to take along. */
export function Share({ replay, at }: Props) {
  const origin = useSharedOrigin();
  const [fromHere, setFromHere] = useState(false);
  const [mistakes, setMistakes] = useState(false);
  const { scenario, result } = replay;
  const api = `/api/replays/${result.replay}`;
  const name = `ackade-${scenario}`;
  const link = `${origin}/replay/${result.replay}${fromHere ? searchFor(at) : ''}`;
  return (
    <section class={css.share}>
      <h2>{m.replay_share()}</h2>
      <CopyLink label={m.replay_link()} link={link} />
      <Check on={fromHere} onCheck={setFromHere} words={m.replay_moment({ step: at + 1 })} />
      <p class={css.note}>{m.replay_whoever()}</p>
      <p class={css.files}>
        <LinkButton
          href={`${api}/capture.pcapng${mistakes ? '?mistakes=in' : ''}`}
          download={`${name}.pcapng`}
        >
          {m.replay_capture()}
        </LinkButton>
        <LinkButton href={`${api}/ladder.txt`} download={`${name}.txt`}>
          {m.replay_text()}
        </LinkButton>
        <LinkButton href={api} download={`${name}.json`}>
          {m.replay_json()}
        </LinkButton>
      </p>
      <Check on={mistakes} onCheck={setMistakes} words={m.replay_capture_with()} />
      <p class={css.note}>
        {m.replay_capture_text()} <a href="/judge">{m.replay_judge()}</a>
      </p>
      <p class={css.note}>
        {m.replay_command()} <code>npx ackade judge {name}.pcapng</code>
      </p>
    </section>
  );
}

type CheckProps = {
  readonly on: boolean;
  readonly words: string;
  readonly onCheck: (on: boolean) => void;
};

const Check = ({ on, words, onCheck }: CheckProps) => (
  <label class={css.check}>
    <input type="checkbox" checked={on} onChange={(e) => onCheck(e.currentTarget.checked)} />
    {words}
  </label>
);
