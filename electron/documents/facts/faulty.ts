/** Thrown when facts are not what the printed words of the same model say: somebody wrote one of them by hand. */
export class FaultyFacts extends Error {}

export function expect(isSame: boolean): asserts isSame {
  if (!isSame) throw new FaultyFacts()
}
