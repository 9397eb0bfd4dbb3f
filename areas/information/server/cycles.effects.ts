import { cyclesRefusedIn } from '#kernel/gate/cycles.ts'

/** Refuses systems that depend on themselves, directly or through others. */
export const cyclesRefused = cyclesRefusedIn('system', 'dependsOn', {
  itself: { sv: 'Ett system kan inte vara beroende av sig självt.', en: 'A system cannot depend on itself.' },
  another: { sv: 'ett annat system', en: 'another system' },
})
