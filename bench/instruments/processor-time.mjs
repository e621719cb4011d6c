/** How much processor time and memory processes have used, as the kernel counts it; undefined where it does not tell. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticks = (() => {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  } catch {
    return 100;
  }
})();

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1], own: fields[11] + fields[12], reaped: fields[13] + fields[14] };
  } catch {
    return undefined;
  }
}

const milliseconds = (count) => (count * 1000) / ticks;

/** Of one process, all its threads. */
export function processorTime(pid) {
  const stat = statOf(pid);
  return stat && milliseconds(stat.own);
}

/** Of a process and all that it started, living or gone: a PostgreSQL server with its connections. */
export function processorTimeOfTree(pid) {
  const top = statOf(pid);
  if (!top) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      return stat && stat.parent === pid ? [stat.own + stat.reaped] : [];
    });
  return milliseconds(children.reduce((sum, one) => sum + one, top.own + top.reaped));
}

/** Resident memory in MB. */
export function residentMemory(pid) {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes && Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
