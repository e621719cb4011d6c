/** The first thing that any command runs, so it is written in words that every Node since 12 understands. */

/** Ends with a sentence when this Node is too old to run the project: 20.19 is the floor for the launcher. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Samnav needs Node 20.19 or newer; this is Node ${version}. Install a newer one from nodejs.org and try again.\n`,
  );
  process.exit(1);
}
