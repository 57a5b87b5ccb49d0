import type { StaffRaces } from '@ackade/contract';
import { useRef, useState } from 'preact/hooks';
import { fragmentOf, keptSecrets } from '../host/host-secrets.ts';
import { hostedRaces } from '../host/hosted.ts';
import { m } from '../messages/staff.ts';
import { Button } from '../parts/button.tsx';
import { useDoing } from '../study/use-doing.ts';
import { Panel } from './panel.tsx';
import rows from './rows.module.css';
import { keepRace, staffRaces } from './staff-api.ts';
import { useFetched } from './use-fetched.ts';
import { minuteWords } from './words.ts';

/** At first. */
const SHOWN = 10;

/** The races of the account, on whatever device they were hosted, and those of this browser that are not in it. */
export function RacesPanel() {
  const { value, problem, look } = useFetched(staffRaces);
  const doing = useDoing();
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  const races = value?.races ?? [];
  const owned = new Set(races.map(({ code }) => code));
  const here = value ? hostedRaces().filter((code) => !owned.has(code)) : [];
  const keep = (code: string): void =>
    doing.run(
      () => keepRace({ code, host: keptSecrets(code)?.host ?? '' }),
      () => {
        look();
        heading.current?.focus();
      },
    );
  return (
    <Panel
      title={m.staff_races()}
      text={races.length + here.length > 0 ? m.staff_races_text() : m.staff_races_none()}
      heading={heading}
      problem={doing.problem ?? problem}
      done={doing.done ? m.staff_race_kept() : ''}
    >
      <ul class={rows.rows}>
        {here.map((code) => (
          <li key={code}>
            <div>
              <a href={`/host/${code}`}>{m.staff_race({ code })}</a>
              <small>{m.staff_race_here()}</small>
            </div>
            <div class={rows.doing}>
              <Button kind="quiet" disabled={doing.busy} onClick={() => keep(code)}>
                {m.staff_race_keep()}
                <span class="visually-hidden">: {code}</span>
              </Button>
            </div>
          </li>
        ))}
        {races.slice(0, all ? races.length : SHOWN).map((race) => (
          <Row key={race.code} race={race} />
        ))}
      </ul>
      {!all && races.length > SHOWN && (
        <p>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {m.staff_races_all({ count: races.length })}
          </Button>
        </p>
      )}
    </Panel>
  );
}

const Row = ({ race }: { readonly race: StaffRaces['races'][number] }) => (
  <li>
    <div>
      <a href={`/host/${race.code}${fragmentOf(race)}`}>{m.staff_race({ code: race.code })}</a>
      {race.endedAt === null && <span class={rows.own}>{m.staff_race_on()}</span>}
      <small>
        {m.staff_race_times({ date: minuteWords(race.createdAt), players: race.players })}
      </small>
    </div>
  </li>
);
