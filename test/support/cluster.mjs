/** Jest's global set-up: the tests' cluster runs, and its template database is migrated, before the first test. */
import { Obstacle } from '../../scripts/say.mjs';
import { joinTestCluster } from '../../scripts/test-cluster.mjs';

export default async function setUp() {
  try {
    Object.assign(process.env, await joinTestCluster());
  } catch (error) {
    // A sentence tells more than the way through the program to it.
    if (error instanceof Obstacle) error.stack = error.message;
    throw error;
  }
}
