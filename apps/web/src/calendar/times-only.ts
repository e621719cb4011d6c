/** What of a calendar file leaves the computer: when things are, and no line of what they are, where, or with whom. */

const KEPT =
  /^(BEGIN|END|VERSION|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|X-MICROSOFT-CDO-BUSYSTATUS|FREEBUSY|TZID|TZOFFSETFROM|TZOFFSETTO)[;:]/i;
/** Parts in which nobody is busy. */
const LEFT_OUT = /^(VALARM|VTODO|VJOURNAL)$/i;

/** Lines of RFC 5545: a line that begins with a space or a tab goes on from the one before. */
export function timesOnly(calendar: string): string {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const uids = new Map<string, string>();
  const kept: string[] = [];
  let within: string | undefined;
  for (const line of lines) {
    const [, edge, part = ''] = /^(BEGIN|END):(\w+)\s*$/i.exec(line) ?? [];
    if (within === undefined && edge?.toUpperCase() === 'BEGIN' && LEFT_OUT.test(part)) within = part.toUpperCase();
    if (within === undefined && KEPT.test(line)) kept.push(numbered(line, uids));
    if (edge?.toUpperCase() === 'END' && part.toUpperCase() === within) within = undefined;
  }
  return kept.join('\r\n') + '\r\n';
}

/** A UID may hold an address of mail; a number holds a series together as well. */
function numbered(line: string, uids: Map<string, string>): string {
  const uid = /^UID[^:]*:(.*)$/i.exec(line)?.[1];
  if (uid === undefined) return line;
  const number = uids.get(uid) ?? String(uids.size + 1);
  uids.set(uid, number);
  return `UID:${number}`;
}
