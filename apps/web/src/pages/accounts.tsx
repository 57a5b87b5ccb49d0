import { lazy, useLocation } from 'preact-iso';

const SignIn = lazy(() => import('./sign-in.tsx').then((page) => page.SignInPage));
const Welcome = lazy(() => import('./welcome.tsx').then((page) => page.WelcomePage));
const Staff = lazy(() => import('./staff.tsx').then((page) => page.StaffPage));

/** `/sign-in`, `/welcome` and `/staff`. One page for all three, as players' phones load its name. */
export function AccountsPage() {
  switch (useLocation().path) {
    case '/sign-in':
      return <SignIn />;
    case '/welcome':
      return <Welcome />;
    default:
      return <Staff />;
  }
}
