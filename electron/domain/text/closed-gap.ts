/** What stands before and after words that go: one space is left between them, and none before a sign. */
export function closedGap(before: string, after: string): string {
  if (!/(?:^| )$/u.test(before)) return before + after
  const rest = after.replace(/^ +/u, '')
  return (/^[.,)]/u.test(rest) ? before.replace(/ +$/u, '') : before) + rest
}
