import { lazy, useRoute } from 'preact-iso';
import { NotFound } from './not-found.tsx';

const Home = lazy(() => import('../study/study-home.tsx').then((part) => part.StudyHome));
const Session = lazy(() => import('../study/session-page.tsx').then((part) => part.SessionPage));
const SetSession = lazy(() => import('./study-set.tsx').then((page) => page.StudySetPage));
const Devices = lazy(() => import('../study/devices.tsx').then((part) => part.Devices));

/**
 * `/study`: what to do now and what is known; `/study/session`: the questions; `/study/devices`: what is kept;
 * `/study/set/:code`: the way in with a question set.
 */
export function StudyPage() {
  const { part, code = '' } = useRoute().params;
  switch (part) {
    case undefined:
      return <Home />;
    case 'session':
      return <Session />;
    case 'set':
      return <SetSession code={code.toUpperCase()} />;
    case 'devices':
      return <Devices />;
    default:
      return <NotFound />;
  }
}
