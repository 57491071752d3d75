export { plannedTasks } from './back-planning/queries.ts'
export { createMeeting, toldMeeting } from './create.ts'
export { handlers } from './handlers.ts'
