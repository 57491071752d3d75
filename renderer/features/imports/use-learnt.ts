import { habitsOf, labelsOf } from '../../../electron/domain/agenda/reading-habits.ts'
import { useWrite } from '../../api/use-write.ts'
import { lineId, type ShownLine } from './source-roles.ts'
import type { SaidReview } from './use-said.ts'

/** Keeps what was said of the lines for the next file laid out like this one. */
export function useLearnt({ file, said }: SaidReview, lines: readonly ShownLine[]): () => void {
  const learn = useWrite('imports.learn')
  return () => {
    const roles = new Map(
      lines.map(({ id, role, standing }) => [
        id,
        standing === 'left' ? 'nothing' : role === 'meeting' || role === 'text' ? null : role,
      ]),
    )
    const habits = habitsOf(file.blocks, said.lines, (place) => roles.get(lineId(place)) ?? null)
    const labels = labelsOf(file.blocks)
    if (habits.length > 0 && labels.length > 1) learn.mutate({ fileName: file.fileName, labels, habits })
  }
}
