export { AttendanceList } from './AttendanceList.tsx'
export { presentAmong } from './attendance-groups.ts'
export { RulesSection } from './RulesSection.tsx'
