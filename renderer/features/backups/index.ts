export { DataPlaceBanner } from './data-place/lazy.ts'
export { HandOverLinkSection } from './hand-over/HandOverLinkSection.tsx'
export { ProfileSection } from './profile/ProfileSection.tsx'
