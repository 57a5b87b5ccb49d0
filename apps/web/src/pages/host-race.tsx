import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { Controls } from '../host/controls.tsx';
import { type HostSecrets, keepSecrets, keptSecrets, secretsIn } from '../host/host-secrets.ts';
import { markHosted } from '../host/hosted.ts';
import { Shut } from '../host/shut.tsx';

/** `/host/:code`: the race in the hand of its host, and afterwards its results. */
export function HostRacePage() {
  const { params } = useRoute();
  const code = (params.code ?? '').toUpperCase();
  return <HostOf key={code} code={code} />;
}

function HostOf({ code }: { readonly code: string }) {
  const [secrets, setSecrets] = useState(() => received(code) ?? keptSecrets(code));
  useEffect(() => {
    // The host's link, put into the address of this very page, loads nothing anew.
    const changed = (): void => setSecrets((known) => received(code) ?? known);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, [code]);
  return secrets ? (
    <Controls key={secrets.host} code={code} secrets={secrets} />
  ) : (
    <Shut code={code} problem={null} />
  );
}

/** What the link has brought. It leaves the address, for others see that, unless there is nowhere else to keep it. */
function received(code: string): HostSecrets | null {
  const brought = secretsIn(location.hash);
  if (!brought || !keepSecrets(code, brought)) return brought;
  markHosted(code);
  history.replaceState(null, '', location.pathname + location.search);
  return keptSecrets(code);
}
