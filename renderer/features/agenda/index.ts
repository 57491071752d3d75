export { AgendaTemplateSection } from './AgendaTemplateSection.tsx'
