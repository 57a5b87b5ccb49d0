// Installs the dependencies unless they are there already.
import { checkNode, install } from './prepare.mjs';

checkNode();
await install();
