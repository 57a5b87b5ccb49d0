import type { Replay } from '@ackade/game';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { Problem } from '../api.ts';
import { scenarioName } from '../messages/catalogue.ts';
import { m } from '../messages/replay.ts';
import { Shell } from '../parts/shell.tsx';
import { Missing } from '../replay/missing.tsx';
import { replay } from '../replay/replay-api.ts';
import { Watched } from '../replay/watched.tsx';

/** `/replay/:replay`: a finished match as a film. */
export function ReplayPage() {
  const { params } = useRoute();
  const name = params.replay ?? '';
  return <ReplayOf key={name} name={name} />;
}

function ReplayOf({ name }: { readonly name: string }) {
  const [found, setFound] = useState<Replay | Problem | null>(null);
  useEffect(() => {
    void replay(name).then((reply) => setFound(reply.ok ? reply.value : reply.problem));
  }, [name]);
  return (
    <Shell title={titleOf(found)}>
      {found === null && <p role="status">{m.replay_loading()}</p>}
      {typeof found === 'string' && <Missing problem={found} />}
      {found !== null && typeof found === 'object' && <Watched replay={found} />}
    </Shell>
  );
}

function titleOf(found: Replay | Problem | null): string {
  if (found === null) return m.replay_kind();
  if (typeof found === 'string') return m.replay_problem_title();
  return m.replay_title({ scenario: scenarioName(found.scenario) });
}
