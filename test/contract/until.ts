// Waits for what happens beside the calls; the suite also runs where vitest's own polling does not exist.

/** @throws Error when it has not come about in time */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it never came about')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until the clock shows another millisecond: what is written then is later than what was written before. */
export async function nextMoment(): Promise<void> {
  const now = Date.now()
  await until(() => Date.now() > now)
}
