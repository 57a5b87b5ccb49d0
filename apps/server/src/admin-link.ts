/** Prints a link with which one more admin makes an account: for who has lost the password of the only one. */
import { parseConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { openStaffLinks } from './staff-links.ts';

const parsed = parseConfig(process.env);
if (!parsed.ok) {
  for (const problem of parsed.problems) console.error(problem);
  process.exit(1);
}
const { publicUrl, port } = parsed.config;
const database = await openDatabase(parsed.config);
const { token } = await openStaffLinks(database, Date.now).invite('invitation', 'admin', '');
console.log(`${publicUrl ?? `http://localhost:${port}`}/welcome#${token}`);
await database.close();
