/** Medians, percentiles and ratios: every figure of the benchmarks is made here. */

/** The value that `share` (0 to 1) of the numbers do not exceed. */
export function percentile(numbers, share) {
  if (numbers.length === 0) throw new Error('nothing was measured');
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(numbers) {
  if (numbers.length === 0) throw new Error('nothing was measured');
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the rounds with the least and the most of them. */
export const spread = (numbers) => ({
  median: median(numbers),
  least: Math.min(...numbers),
  most: Math.max(...numbers),
});

/** Round by round, so that a machine that slows down slows both. */
export const ratios = (ours, floor) => spread(ours.map((one, round) => one / floor[round]));
