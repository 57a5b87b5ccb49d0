import type { View } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { where } from '../api.ts';
import { m } from '../messages/pages.ts';
import { Button } from '../parts/button.tsx';
import { RoleMark } from '../parts/role-mark.tsx';
import { Shell } from '../parts/shell.tsx';
import { scenarioWords } from '../words/scenario.ts';
import type { Live } from './live.ts';
import { bareRole, farOf } from './role.ts';
import css from './waiting.module.css';

type Props = { readonly code: string; readonly view: View; readonly live: Live };

/** The code and the link, for as long as one sits alone. */
export function Waiting({ code, view, live }: Props) {
  const link = useLink(code);
  const words = scenarioWords(view.scenario);
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
              <CopyLink link={link} />
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

/** How long "copied" stands, ms. */
const PRAISE = 2500;

function CopyLink({ link }: { readonly link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), PRAISE);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    field.current?.select();
    // On plain http there is no clipboard; the link is then selected, and the old command copies it.
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(link).then(
          () => true,
          () => false,
        )
      : document.execCommand('copy');
    setCopied(done);
  };
  return (
    <div class={css.link}>
      <label for="link">{m.waiting_link()}</label>
      <div>
        <input
          id="link"
          ref={field}
          readOnly
          value={link}
          onFocus={(e) => e.currentTarget.select()}
        />
        <Button kind="primary" onClick={() => void copy()}>
          {copied ? m.waiting_copied() : m.waiting_copy()}
        </Button>
      </div>
      <p class="visually-hidden" role="status">
        {copied ? m.waiting_copied() : ''}
      </p>
    </div>
  );
}

/** The link under which others reach this match: `localhost` would lead them to their own computer. */
function useLink(code: string): string {
  const [base, setBase] = useState(location.origin);
  useEffect(() => {
    if (!['localhost', '127.0.0.1'].includes(location.hostname)) return;
    void where().then((reply) => {
      const [first] = reply.ok ? reply.value.urls : [];
      if (first) setBase(first);
    });
  }, []);
  return `${base}/m/${code}`;
}
