import { useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { Failure } from './pages/failure.tsx';

const Home = lazy(() => import('./pages/home.tsx').then((page) => page.Home));
const NotFound = lazy(() => import('./pages/not-found.tsx').then((page) => page.NotFound));
const PracticePage = lazy(() => import('./pages/practice.tsx').then((page) => page.PracticePage));
const NewMatch = lazy(() => import('./pages/new-match.tsx').then((page) => page.NewMatch));
const JudgePage = lazy(() => import('./pages/judge.tsx').then((page) => page.JudgePage));
const HostingPage = lazy(() => import('./pages/hosting.tsx').then((page) => page.HostingPage));
const ReplayPage = lazy(() => import('./pages/replay.tsx').then((page) => page.ReplayPage));
const PresentPage = lazy(() => import('./pages/present.tsx').then((page) => page.PresentPage));
const LearnPage = lazy(() => import('./pages/learn.tsx').then((page) => page.LearnPage));
const CheckPage = lazy(() => import('./pages/check.tsx').then((page) => page.CheckPage));
const RacePage = lazy(() => import('./pages/race.tsx').then((page) => page.RacePage));
const StudyPage = lazy(() => import('./pages/study.tsx').then((page) => page.StudyPage));
const SetsPage = lazy(() => import('./pages/sets.tsx').then((page) => page.SetsPage));
const AccountsPage = lazy(() => import('./pages/accounts.tsx').then((page) => page.AccountsPage));
const MatchPage = lazy(() => import('./pages/match.tsx').then((page) => page.MatchPage));

export function App() {
  // A chunk is gone, after an update of the server perhaps; only a fresh page knows the new names.
  const [failed, setFailed] = useState(false);
  if (failed) return <Failure />;
  return (
    <LocationProvider>
      <ErrorBoundary onError={() => setFailed(true)}>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/new/friend" component={NewMatch} />
          <Route path="/practice" component={PracticePage} />
          <Route path="/m/:code" component={MatchPage} />
          <Route path="/r/:code" component={RacePage} />
          <Route path="/replay/:replay" component={ReplayPage} />
          <Route path="/host/:code?" component={HostingPage} />
          <Route path="/present/:code" component={PresentPage} />
          <Route path="/study/:part?/:code?" component={StudyPage} />
          <Route path="/sets/:code?" component={SetsPage} />
          <Route path="/judge" component={JudgePage} />
          <Route path="/learn/:step?" component={LearnPage} />
          <Route path="/check" component={CheckPage} />
          <Route path="/sign-in" component={AccountsPage} />
          <Route path="/welcome" component={AccountsPage} />
          <Route path="/staff" component={AccountsPage} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </LocationProvider>
  );
}
