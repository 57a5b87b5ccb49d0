import type { StaffRefusalCode } from '@ackade/contract';
import type { Problem } from '../api.ts';
import { m } from '../messages/staff.ts';
import { ProblemText } from '../parts/problem-text.tsx';

const WORDS: Readonly<Record<StaffRefusalCode, () => string>> = {
  'not-signed-in': m.refused_not_signed_in,
  'wrong-credentials': m.refused_wrong_credentials,
  'wrong-password': m.refused_wrong_password,
  'admin-only': m.refused_admin_only,
  'foreign-page': m.refused_foreign_page,
  'link-over': m.refused_link_over,
  'email-taken': m.refused_email_taken,
  'unknown-colleague': m.refused_unknown_colleague,
  'last-admin': m.refused_last_admin,
};

const isStaffs = (problem: Problem): problem is StaffRefusalCode => problem in WORDS;

/** What went wrong and what to do, also where only instructors are told. */
export function StaffProblemText({ problem }: { readonly problem: Problem }) {
  if (!isStaffs(problem)) return <ProblemText problem={problem} />;
  return (
    <>
      {WORDS[problem]()}
      {problem === 'not-signed-in' && (
        <>
          {' '}
          <a href="/sign-in?next=/staff">{m.staff_sign_in_again()}</a>
        </>
      )}
    </>
  );
}
