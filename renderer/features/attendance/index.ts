export { AttendanceList } from './AttendanceList.tsx'
export { RulesSection } from './RulesSection.tsx'
