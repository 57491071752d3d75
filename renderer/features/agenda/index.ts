export { AgendaTemplateSection } from './AgendaTemplateSection.tsx'
export { carryOverHref } from './carry-over/place.ts'
export { ToTakeUp } from './carry-over/ToTakeUp.tsx'
