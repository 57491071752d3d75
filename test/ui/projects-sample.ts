import type { Output } from '../../electron/contract/index.ts'
import { id, longTitle, projectRow } from './sample.ts'

export const axis = (n: number, title: string, projects = 0): Output<'projectReferences.list'>[number] => ({
  id: id(500 + n),
  version: 1,
  kind: 'axis',
  number: String(n),
  title,
  wording: '',
  position: n,
  archivedOn: null,
  projects,
})
export const heard = {
  meetingId: id(9),
  meetingDate: '2026-10-08',
  meetingNumber: 9,
  itemId: id(90),
  itemTitle: longTitle,
  outcome: 'avisAvecReserves' as const,
  state: 'heard' as const,
}
export const asked = { subjectId: id(70), version: 1, receivedOn: '2026-10-20', wishedOn: null }
export const guichet = projectRow(1, 'Guichet unique', { organisation: 'Région d’exemple', axisId: id(501) })
export const identite = projectRow(2, 'Identité numérique', {
  stage: 'design',
  hearings: [heard],
  heardTimes: 1,
  asked,
  cnenOpinion: 'needed',
})
export const registre = projectRow(3, 'Registre des délibérations', {
  stage: 'design',
  projectOwner: 'Anne Modèle',
})
