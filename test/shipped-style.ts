import type { DocumentStyle } from '../electron/domain/documents/document-style.ts'

export const shippedStyle: DocumentStyle = {
  version: 1,
  accent: '#0a5a66',
  decisionColour: '#76306a',
  actionColour: '#1d558f',
  footer: '',
  attendanceList: 'names',
  recordWord: 'décisions',
  positions: 'text',
  emptyItems: 'silent',
  publicNames: 'names',
  recordPlace: 'afterItems',
  hiddenSections: [],
  minutesTemplate: '',
  minutesTemplateSha256: null,
  agendaTemplate: '',
  agendaTemplateSha256: null,
  embedsData: true,
}
