import type { AnswerQuestion, Response } from '@ackade/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../api.ts';
import { type Asking, going } from './asking.ts';
import { dropAnswer, dropTold, isTold, keepAnswer, keptAnswer, markTold } from './kept.ts';
import { pause, persist } from './persist.ts';
import { answerQuestion, openSession, sessionReview } from './study-api.ts';

export type Session = {
  readonly asking: Asking;
  /** The server is away; what is asked of it is asked again. */
  readonly waiting: boolean;
  /** The session went on elsewhere. */
  readonly moved: boolean;
  /** `took`: ms; null where nobody looked at the clock. */
  readonly give: (response: Response, took: number | null) => void;
  readonly next: () => void;
  /** Looks anew where one stands. */
  readonly enter: () => void;
};

/** The session of this learner, whatever happens to the network, the server and this page meanwhile. */
export function useAsking(): Session {
  const [asking, setAsking] = useState<Asking>({ stage: 'loading' });
  const [waiting, setWaiting] = useState(false);
  const [moved, setMoved] = useState(false);
  const gone = useRef(false);
  const until = <T>(ask: () => Promise<Reply<T>>): Promise<Reply<T> | null> =>
    persist(ask, { waiting: setWaiting, pause, gone: () => gone.current });

  /** Brings what is kept to the server; false where it does not fit there any more. */
  const deliver = async (answer: AnswerQuestion) => {
    const reply = await until(() => answerQuestion(answer));
    if (reply === null) return null;
    dropAnswer();
    if (reply.ok) markTold(answer.session, answer.position);
    return reply;
  };

  const enter = async (): Promise<void> => {
    const kept = keptAnswer();
    if (kept) await deliver(kept);
    const reply = await until(openSession);
    if (reply === null) return;
    if (!reply.ok) return setAsking({ stage: 'refused', problem: reply.problem });
    const session = reply.value;
    const last = session.answers.length - 1;
    if (!isTold(session.id, last)) return setAsking(going(session));
    const review = await until(sessionReview);
    const told = review?.ok
      ? review.value.questions.find(({ posed }) => posed.position === last)
      : undefined;
    if (review !== null) setAsking(told ? { stage: 'told', session, ...told } : going(session));
  };

  useEffect(() => {
    void enter();
    return () => {
      gone.current = true;
    };
  }, []);

  return {
    asking,
    waiting,
    moved,
    async give(response, took) {
      if (asking.stage !== 'asked') return;
      const { session, posed } = asking;
      const answer = { session: session.id, position: posed.position, response, took };
      setMoved(false);
      setAsking({ ...asking, stage: 'given', response });
      keepAnswer(answer);
      const reply = await deliver(answer);
      if (reply === null) return;
      if (reply.ok) return setAsking({ stage: 'told', posed, ...reply.value });
      setMoved(true);
      await enter();
    },
    next() {
      if (asking.stage !== 'told') return;
      dropTold();
      setAsking(going(asking.session));
    },
    enter: () => void enter(),
  };
}
