/** A rule in plain words: "4 timmar", "14 dagar", "2 timmar av öppettiden". */
import type { CountedRuleFragment } from '../graphql/generated/deadline/graphql.js';

type Say = (key: string, values: { readonly count: number }) => string;

export function ruleWords(rule: CountedRuleFragment, say: Say): string {
  if (rule.unit === 'elapsed') {
    const parts = [
      ...(rule.hours === null ? [] : [say('unit.hours', { count: rule.hours })]),
      ...(rule.minutes === null ? [] : [say('unit.minutes', { count: rule.minutes })]),
    ];
    return parts.join(' ');
  }
  if (rule.unit === 'dutyHours') return say('unit.dutyHours', { count: rule.hours ?? 0 });
  return say(`unit.${rule.unit}`, { count: rule.count ?? 0 });
}
