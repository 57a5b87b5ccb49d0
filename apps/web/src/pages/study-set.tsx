import type { SetSummary } from '@ackade/contract';
import { LONGEST_SESSION, SHORTEST_SESSION } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Problem } from '../api.ts';
import { m } from '../messages/sets.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { newId } from '../random.ts';
import { setSummary } from '../sets/sets-api.ts';
import { beginSession, leaveSession, openSession } from '../study/study-api.ts';
import css from './study-set.module.css';

const SESSION = '/study/session';
/** Percent of Ackade's own questions. */
const MIXES = ['0', '25', '50'] as const;
type Mix = (typeof MIXES)[number];
const MIX_WORDS: Readonly<Record<Mix, () => string>> = {
  '0': m.study_mix_none,
  '25': m.study_mix_some,
  '50': m.study_mix_half,
};

/** `/study/set/:code`: where the link of a set leads those who study with it. */
export function StudySetPage({ code }: { readonly code: string }) {
  const [set, setSet] = useState<SetSummary | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    void setSummary(code).then((reply) =>
      reply.ok ? setSet(reply.value) : setProblem(reply.problem),
    );
  }, [code]);
  return (
    <Shell title={m.study_title()}>
      <div class={css.page}>
        {set ? (
          <Start set={set} />
        ) : (
          <>
            <h1>{m.study_title()}</h1>
            <p role="alert">{problem && <ProblemText problem={problem} />}</p>
          </>
        )}
      </div>
    </Shell>
  );
}

function Start({ set }: { readonly set: SetSummary }) {
  const { route } = useLocation();
  const [mix, setMix] = useState<Mix>('0');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What may have come through is asked for again under the same name. */
  const [id, setId] = useState(newId);
  const share = Number(mix) / 100;
  const count = Math.min(LONGEST_SESSION, Math.round(set.count / (1 - share)));

  const begin = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    // A set that has fewer questions gives what it has.
    const reply = await beginSession({
      id,
      skills: [],
      offset: -new Date().getTimezoneOffset(),
      set: set.code,
      count: Math.max(SHORTEST_SESSION, count),
      mix: Number(mix),
    });
    setBusy(false);
    if (reply.ok) route(SESSION);
    else setProblem(reply.problem);
  };
  const leave = async (): Promise<void> => {
    const open = await openSession();
    if (open.ok) await leaveSession(open.value.id);
    await begin();
  };
  return (
    <>
      <h1 lang={set.language}>{set.title}</h1>
      <p class={css.lead}>
        {m.study_count({ count: set.count })} {m.study_session({ count })}
      </p>
      <Choices
        legend={m.study_mix()}
        name="mix"
        value={mix}
        onChoose={(chosen) => {
          setMix(chosen);
          setId(newId());
        }}
        choices={MIXES.map((value) => ({ value, title: MIX_WORDS[value]() }))}
      />
      {problem === 'session-open' ? (
        <div class={css.open} role="alert">
          <p>{m.study_open()}</p>
          <LinkButton kind="primary" href={SESSION}>
            {m.study_go_on()}
          </LinkButton>
          <Button disabled={busy} onClick={() => void leave()}>
            {m.study_leave()}
          </Button>
        </div>
      ) : (
        <p>
          <Button kind="primary" disabled={busy} onClick={() => void begin()}>
            {busy ? m.study_starting() : m.study_start()}
          </Button>
        </p>
      )}
      <p role="alert">
        {problem && problem !== 'session-open' && <ProblemText problem={problem} />}
      </p>
    </>
  );
}
