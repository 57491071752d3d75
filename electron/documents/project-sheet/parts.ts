import type { Project, ProjectAudience, ProjectStep } from '../../domain/projects/project.ts'
import { formatNarrowDate } from '../../domain/text/french.ts'
import { count } from '../../domain/text/plural.ts'
import { plainLines } from '../blocks.ts'
import { joined, typed } from '../head.ts'
import { projectSheetText as text } from '../text/project-sheet.ts'

type Part = { heading: string; lines: string[] }

/** Only those that say something. */
export function partsOf(file: {
  project: Project
  steps: readonly ProjectStep[]
  audiences: readonly ProjectAudience[]
}): Part[] {
  const { project, steps, audiences } = file
  const written = (field: keyof typeof text.parts): Part => ({
    heading: text.parts[field],
    lines: plainLines(project[field]),
  })
  const regulatory = written('regulatorySide')
  return [
    written('purpose'),
    written('localImpact'),
    { heading: text.audiences, lines: audiences.map(audienceLine) },
    written('costs'),
    written('savings'),
    written('staffing'),
    written('leadTime'),
    written('concertation'),
    written('alternatives'),
    written('support'),
    { ...regulatory, lines: [...regulatory.lines, ...opinionLines(project)] },
    { heading: text.schedule, lines: steps.map(stepLine) },
    written('askedOfBody'),
  ].filter(({ lines }) => lines.length > 0)
}

function audienceLine({ kind, label, headcount, yearlyCost, yearlySaving }: ProjectAudience): string {
  const name = joined([text.audienceKinds[kind], typed(label)], ', ')
  return joined(
    [
      headcount === null ? name : text.headcount(name, count(headcount)),
      yearlyCost === null ? '' : text.yearlyCost(count(yearlyCost)),
      yearlySaving === null ? '' : text.yearlySaving(count(yearlySaving)),
    ],
    '\u202f; ',
  )
}

function opinionLines(project: Project): string[] {
  return (['cnenOpinion', 'cnilOpinion', 'conseilEtatOpinion'] as const).flatMap((field) => {
    const words = text.needs[project[field]]
    return words === '' ? [] : [text.opinion(text.authorities[field], words)]
  })
}

function stepLine({ label, plannedOn, doneOn }: ProjectStep): string {
  const day =
    doneOn !== null
      ? text.done(formatNarrowDate(doneOn))
      : plannedOn === null
        ? text.undated
        : text.planned(formatNarrowDate(plannedOn))
  return text.step(typed(label), day)
}
