import { ColleaguesPanel } from './colleagues-panel.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { colleagues } from './staff-api.ts';
import { useFetched } from './use-fetched.ts';

type Props = {
  /** The id of who is looking. */
  readonly own: string;
  readonly onOwnChange: () => void;
};

/** For admins: who has an account, and who may make one. */
export function Institution({ own, onOwnChange }: Props) {
  const { value, problem, look } = useFetched(colleagues);
  return (
    <>
      <ColleaguesPanel
        own={own}
        colleagues={value?.colleagues ?? []}
        problem={problem}
        onChanged={(id) => (id === own ? onOwnChange() : look())}
      />
      <InvitationsPanel invitations={value?.invitations ?? null} onChanged={look} />
    </>
  );
}
