export { plannedTasks } from './back-planning/queries.ts'
export { createMeeting } from './create.ts'
export { handlers } from './handlers.ts'
