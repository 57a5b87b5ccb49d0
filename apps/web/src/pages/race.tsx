import { useState } from 'preact/hooks';
import { lazy, useRoute } from 'preact-iso';
import { loadAnew } from '../load-anew.ts';
import { rememberPlace, storedPlace } from '../race/place.ts';
import { Racing } from '../race/racing.tsx';

const Entrance = lazy(() => import('../race/entrance.tsx').then((part) => part.Entrance, loadAnew));

/** `/r/:code`: a race as its players see it, from the invitation to what is left of it. */
export function RacePage() {
  const { params } = useRoute();
  const code = (params.code ?? '').toUpperCase();
  return <RaceOf key={code} code={code} />;
}

function RaceOf({ code }: { readonly code: string }) {
  const [token, setToken] = useState(() => storedPlace(code));
  const take = (place: string): void => {
    rememberPlace(code, place);
    setToken(place);
  };
  return token === null ? (
    <Entrance code={code} onPlace={take} />
  ) : (
    <Racing key={token} code={code} token={token} onJoinAnew={() => setToken(null)} />
  );
}
