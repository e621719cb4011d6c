/** Jest's global set-up: the tests' cluster runs, and its template database is migrated, before the first test. */
import { joinTestCluster } from '../../scripts/test-cluster.mjs';

export default async function setUp() {
  Object.assign(process.env, await joinTestCluster());
}
