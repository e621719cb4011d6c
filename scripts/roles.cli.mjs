/**
 * `npm run roles`: makes roles and database on a server of one's own, and prints the addresses for the program.
 * ADMIN_DATABASE_URL names the server as superuser; passwords may be given as SAMNAV_OWNER_PASSWORD and so on.
 * With `--print` it only prints the SQL, for those who run it themselves.
 */
import { requireNode } from './require-node.mjs';

requireNode();
void import('./make-roles.mjs').then(({ makeRoles }) => makeRoles(process.argv.slice(2)));
