import { problemsOfSet } from '@ackade/sets';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Problem } from '../api.ts';
import { locale } from '../locale.ts';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Shell } from '../parts/shell.tsx';
import { type Draft, draftOf, newDraft, setOf } from '../sets/draft.ts';
import { Editor } from '../sets/editor.tsx';
import { ExportSheet } from '../sets/export-sheet.tsx';
import { type KeptDraft, keepDraft, keptDraft } from '../sets/kept-draft.ts';
import { dropSet, keepSet, type OwnSet, ownSet } from '../sets/own-sets.ts';
import { makeSet, removeSet, replaceSet, wholeSet } from '../sets/sets-api.ts';
import { ShareSheet } from '../sets/share-sheet.tsx';
import css from './set.module.css';

/** `/sets/new`: a set that is not there yet. */
export function NewSetPage() {
  const { route } = useLocation();
  const [draft, setDraft] = useState(() => keptDraft('new')?.draft ?? newDraft(locale));
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft('new', { draft: next, version: 0 });
  };
  const save = async (): Promise<Problem | null> => {
    const reply = await makeSet(setOf(draft));
    if (!reply.ok) return reply.problem;
    const { code, token } = reply.value;
    const kept = keepSet({ code, token, title: draft.title });
    keepDraft('new', null);
    route(`/sets/${code}${kept ? '' : `#${token}`}`, true);
    return null;
  };
  return (
    <Shell title={m.set_new_title()}>
      <div class={css.page}>
        <h1>{m.set_new_title()}</h1>
        <Editor draft={draft} onDraft={change} saved={draft.questions.length === 0} onSave={save} />
      </div>
    </Shell>
  );
}

/** `/sets/:code`: a set in the hand of its owner. */
export function SetPage({ code }: { readonly code: string }) {
  const [own] = useState(() => received(code) ?? ownSet(code) ?? null);
  return (
    <Shell title={own?.title || m.sets_title()}>
      <div class={css.page}>
        {own ? (
          <Loading key={code} own={own} />
        ) : (
          <p role="alert">
            <ProblemText problem="not-the-owner" />
          </p>
        )}
      </div>
    </Shell>
  );
}

/** What the owner's link has brought. It leaves the address, unless there is nowhere else to keep it. */
function received(code: string): OwnSet | null {
  const token = location.hash.slice(1);
  if (token === '') return null;
  const brought = { code, token, title: ownSet(code)?.title ?? code };
  if (keepSet(brought)) history.replaceState(null, '', location.pathname + location.search);
  return brought;
}

function Loading({ own }: { readonly own: OwnSet }) {
  const [loaded, setLoaded] = useState<KeptDraft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    void wholeSet(own.code, own.token).then((reply) => {
      if (!reply.ok) return setProblem(reply.problem);
      const { set, version } = reply.value;
      keepSet({ ...own, title: set.title });
      setLoaded({ draft: draftOf(set), version });
    });
  }, [own]);
  if (loaded) return <Owned own={own} loaded={loaded} />;
  return (
    <>
      <p role="status">{problem === null && m.set_loading()}</p>
      <p role="alert">{problem && <ProblemText problem={problem} />}</p>
    </>
  );
}

type OwnedProps = { readonly own: OwnSet; readonly loaded: KeptDraft };

function Owned({ own, loaded }: OwnedProps) {
  const { route } = useLocation();
  const [begun] = useState(() => keptDraft(own.code) ?? loaded);
  const [draft, setDraft] = useState(begun.draft);
  // What was begun with an older version must not write over what has come since.
  const [kept, setKept] = useState<KeptDraft>({ ...loaded, version: begun.version });
  const [loads, setLoads] = useState(0);
  const [sheet, setSheet] = useState<'share' | 'export' | null>(null);
  const [asking, setAsking] = useState(false);
  const saved = draft === kept.draft;
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(own.code, { draft: next, version: kept.version });
  };
  const save = async (): Promise<Problem | null> => {
    const set = setOf(draft);
    if (problemsOfSet(set).length > 0) return 'bad-set';
    const reply = await replaceSet(own.code, own.token, { set, version: kept.version });
    if (!reply.ok) return reply.problem;
    keepSet({ ...own, title: draft.title });
    keepDraft(own.code, null);
    setKept({ draft, version: reply.value.version });
    return null;
  };
  const loadAnew = (): void => {
    keepDraft(own.code, null);
    setDraft(loaded.draft);
    setKept(loaded);
    setLoads(loads + 1);
  };
  const remove = async (): Promise<void> => {
    const reply = await removeSet(own.code, own.token);
    if (!reply.ok && reply.problem !== 'unknown-set') return;
    dropSet(own.code);
    keepDraft(own.code, null);
    route('/sets', true);
  };
  return (
    <>
      <header class={css.head}>
        <h1>{draft.title || m.sets_title()}</h1>
        <p>
          <Button onClick={() => setSheet('share')}>{m.set_share()}</Button>
          <Button onClick={() => setSheet('export')}>{m.set_export()}</Button>
          {asking ? (
            <span class={css.asking}>
              {m.set_delete_sure()}
              <Button onClick={() => setAsking(false)}>{m.set_delete_no()}</Button>
              <Button kind="primary" onClick={() => void remove()}>
                {m.set_delete()}
              </Button>
            </span>
          ) : (
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {m.set_delete()}
            </Button>
          )}
        </p>
        {kept.version < loaded.version && (
          <p role="alert">
            <ProblemText problem="set-changed" />
            <Button onClick={loadAnew}>{m.set_load_anew()}</Button>
          </p>
        )}
        {ownSet(own.code) === undefined && <p role="alert">{m.set_kept_nowhere()}</p>}
      </header>
      <Editor key={loads} draft={draft} onDraft={change} saved={saved} onSave={save} />
      {sheet === 'share' && <ShareSheet set={own} onClose={() => setSheet(null)} />}
      {sheet === 'export' && <ExportSheet set={own} onClose={() => setSheet(null)} />}
    </>
  );
}
