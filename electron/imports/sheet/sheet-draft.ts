import type { ItemNature } from '../../domain/agenda/agenda.ts'
import type { SheetAnswers } from '../../domain/attendance/sheet.ts'
import type { ReadSheet } from '../../domain/attendance/sheet-draft.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../domain/limits.ts'
import type { ProjectStage } from '../../domain/projects/project.ts'
import { projectStageWords } from '../../domain/projects/project-words.ts'
import { wholeDuration } from '../understanding/durations.ts'
import { wholeNature } from '../understanding/natures.ts'
import { oneLine, plainLine } from '../understanding/plain-line.ts'
import { readSheet, unanswered } from './read-sheet.ts'

/** Reads a filled sheet as a draft. */
export function sheetDraft(file: { fileName: string; bytes: Uint8Array }): ReadSheet {
  const answers = readSheet(file)
  const line = (field: keyof SheetAnswers) => oneLine(answers[field]).slice(0, LINE_LENGTH)
  const text = (field: keyof SheetAnswers) => answers[field].slice(0, TEXT_LENGTH)
  return {
    subject: {
      title: line('title'),
      requester: line('requester'),
      organisation: line('organisation'),
      durationMinutes: wholeDuration(line('duration'), true)?.minutes ?? null,
      nature: natureOf(line('nature')),
    },
    project: {
      title: line('projectTitle'),
      projectOwner: line('projectOwner'),
      organisation: line('projectOrganisation') || (line('projectOwner') === '' ? '' : line('organisation')),
      stage: stageOf(line('stage')),
      purpose: text('purpose'),
      localImpact: text('localImpact'),
      regulatorySide: text('regulatorySide'),
      askedOfBody: text('askedOfBody'),
    },
    missing: unanswered(answers),
  }
}

/** "Pour avis", or the one nature that a longer answer names. */
function natureOf(answer: string): ItemNature | null {
  const whole = wholeNature(answer)
  if (whole !== null || answer === '') return whole
  const named = answer.split(/[^\p{L}]+/u).flatMap((word) => wholeNature(word) ?? [])
  return new Set(named).size === 1 ? (named[0] ?? null) : null
}

function stageOf(answer: string): ProjectStage | null {
  const words = plainLine(answer)
  const stages = Object.entries(projectStageWords) as [ProjectStage, string][]
  return stages.find(([, label]) => words !== '' && words.includes(plainLine(label)))?.[0] ?? null
}
