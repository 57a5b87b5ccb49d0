// npm start: from a fresh clone to a running server. It runs in this very process, so signals,
// exit code and terminal are its own.
import { build, checkNode, install } from './prepare.mjs';

checkNode();
await install();
await build();
await import('../apps/server/dist/main.js');
