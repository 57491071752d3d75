export { RetentionSection } from './archive/RetentionSection.tsx'
export { AgendaReturns } from './observations/AgendaReturns.tsx'
export { useReturned } from './observations/use-returned.ts'
export { organisationName, ownerChoices } from './owner-choices.ts'
