import { lazy, useRoute } from 'preact-iso';

const Setup = lazy(() => import('./host.tsx').then((page) => page.HostPage));
const Race = lazy(() => import('./host-race.tsx').then((page) => page.HostRacePage));

/** `/host`: what a class is to play; `/host/:code`: its race. One page for both, as players' phones load its name. */
export const HostingPage = () => (useRoute().params.code ? <Race /> : <Setup />);
