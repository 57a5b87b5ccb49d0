import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { m } from '../messages/present.ts';
import { LinkButton } from '../parts/button.tsx';
import { Shell } from '../parts/shell.tsx';
import { Presenting } from '../present/presenting.tsx';
import { screenToken } from '../present/screen-token.ts';

/** `/present/:code`: what the class sees of a race. */
export function PresentPage() {
  const { params } = useRoute();
  const code = (params.code ?? '').toUpperCase();
  return <PresentOf key={code} code={code} />;
}

function PresentOf({ code }: { readonly code: string }) {
  const [token] = useState(() => screenToken(code));
  if (token) return <Presenting code={code} token={token} />;
  return (
    <Shell title={m.present_title()}>
      <h1>{m.present_no_token()}</h1>
      <p>{m.present_no_token_text()}</p>
      <p>
        <LinkButton href="/">{m.present_home()}</LinkButton>
      </p>
    </Shell>
  );
}
