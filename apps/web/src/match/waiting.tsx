import type { View } from '@ackade/game';
import { m } from '../messages/pages.ts';
import { Button } from '../parts/button.tsx';
import { CopyLink } from '../parts/copy-link.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import { useSharedOrigin } from '../parts/shared-origin.ts';
import { Shell } from '../parts/shell.tsx';
import { useScenarioWords } from '../words/scenario.ts';
import type { Live } from './live.ts';
import { bareRole, farOf } from './role.ts';
import css from './waiting.module.css';

type Props = { readonly code: string; readonly view: View; readonly live: Live };

/** The code and the link, for as long as one sits alone. */
export function Waiting({ code, view, live }: Props) {
  const link = `${useSharedOrigin()}/m/${code}`;
  const words = useScenarioWords(view.scenario);
  const partner = view.seats[farOf(view)];
  return (
    <Shell title={m.waiting_title()}>
      <div class={css.waiting}>
        <h1>{partner ? m.waiting_expected({ name: partner.name }) : m.waiting_headline()}</h1>
        <p class={css.role}>
          <RoleMark end={view.you} /> {m.waiting_you_are({ role: bareRole(view.you) })} ·{' '}
          {words.name}
        </p>
        {!partner && <p>{m.waiting_begins()}</p>}
        {!partner && (
          <div class={css.invitation}>
            <div class={css.told}>
              <h2>{m.waiting_code()}</h2>
              <p class={css.code}>{code}</p>
              <CopyLink label={m.waiting_link()} link={link} />
            </div>
            <img
              class={css.qr}
              src={`/m/${code}/qr.svg`}
              alt={m.waiting_qr()}
              width="240"
              height="240"
            />
          </div>
        )}
        <p class={css.alone}>
          {m.waiting_nobody()}{' '}
          <Button kind="quiet" onClick={() => void live.callBot()}>
            {m.waiting_bot()}
          </Button>
        </p>
      </div>
    </Shell>
  );
}
