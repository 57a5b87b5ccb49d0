import { m } from '../messages/staff.ts';
import css from './tools.module.css';

const TOOLS = [
  { href: '/host', name: m.staff_host, text: m.staff_host_text },
  { href: '/sets', name: m.staff_sets, text: m.staff_sets_text },
  { href: '/judge', name: m.staff_judge, text: m.staff_judge_text },
] as const;

/** What there is for a lesson. */
export const Tools = () => (
  <nav class={css.tools} aria-labelledby="tools">
    <h2 id="tools">{m.staff_tools()}</h2>
    <ul>
      {TOOLS.map(({ href, name, text }) => (
        <li key={href}>
          <a href={href}>
            <b>{name()}</b>
            <small>{text()}</small>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
