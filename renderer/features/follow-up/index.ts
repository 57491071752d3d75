export { FilterSelect } from './FilterSelect.tsx'
export { LATE } from './late.ts'
