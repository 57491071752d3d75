export { DataPlaceBanner } from './data-place/lazy.ts'
export { ProfileSection } from './profile/ProfileSection.tsx'
