import type { Listed } from '#kernel/access/contents.ts'
import type { Role } from '#kernel/access/roles.ts'
import { kebab } from '#kernel/definition/names.ts'
import type { Text } from '#kernel/language/text.ts'
import type { Session } from '#web/api/session.ts'
import type { IconName } from '#web/design/Icon.tsx'

/** A place one can go to from the navigation. */
export interface Place {
  readonly key: string
  readonly label: Text
  readonly href: string
}

/** An area of the product, in the order people think, with its places. */
export interface Area {
  readonly key: string
  readonly label: Text
  readonly icon: IconName
  readonly places: readonly Place[]
}

interface AreaPlan {
  readonly key: string
  readonly label: Text
  readonly icon: IconName
  /** Registers by name, in order. Those the person may not read are left out. */
  readonly registers: readonly string[]
  readonly pages?: readonly (Place & {
    /** Needs the right to read every record of this register, by its plural: what is counted from a part would be taken for the whole. */
    readonly readsAll?: string
    /** Needs the right to read some record of this register, by its plural. */
    readonly reads?: string
    /** Is for those with this role. */
    readonly role?: Role
  })[]
}

const plan: readonly AreaPlan[] = [
  {
    key: 'information',
    label: { sv: 'Information', en: 'Information' },
    icon: 'information',
    registers: [
      'informationAsset',
      'classification',
      'system',
      'activity',
      'measureAssessment',
      'classificationModel',
      'securityMeasure',
      'threat',
      'revaluation',
    ],
    pages: [
      {
        key: 'standing',
        label: { sv: 'Klassningsläget', en: 'Classification standing' },
        href: '/klassningslaget',
        reads: 'informationAssets',
      },
      { key: 'map', label: { sv: 'Vad bär vad', en: 'What carries what' }, href: '/karta', reads: 'systems' },
    ],
  },
  {
    key: 'risk',
    label: { sv: 'Risker', en: 'Risks' },
    icon: 'risk',
    registers: ['risk', 'riskAnalysis', 'riskMethod'],
    pages: [{ key: 'pictures', label: { sv: 'Riskbilden', en: 'Risk picture' }, href: '/riskbild', reads: 'risks' }],
  },
  {
    key: 'actions',
    label: { sv: 'Åtgärder', en: 'Actions' },
    icon: 'action',
    registers: ['action', 'actionPlan'],
    pages: [{ key: 'actionStanding', label: { sv: 'Åtgärdsläget', en: 'Action standing' }, href: '/atgarder', reads: 'actions' }],
  },
  { key: 'incidents', label: { sv: 'Incidenter', en: 'Incidents' }, icon: 'incident', registers: ['incident'] },
  { key: 'awareness', label: { sv: 'Utbildning', en: 'Training' }, icon: 'training', registers: ['enrolment', 'course'] },
  { key: 'documents', label: { sv: 'Styrdokument', en: 'Governing documents' }, icon: 'document', registers: ['document', 'decision'] },
  {
    key: 'requirements',
    label: { sv: 'Krav', en: 'Requirements' },
    icon: 'requirement',
    registers: ['requirement', 'compliance', 'requirementSource', 'interestedParty'],
  },
  {
    key: 'suppliers',
    label: { sv: 'Leverantörer och samverkan', en: 'Suppliers and cooperation' },
    icon: 'supplier',
    registers: ['supplier', 'agreement', 'procurement', 'forum'],
  },
  {
    key: 'continuity',
    label: { sv: 'Beredskap', en: 'Preparedness' },
    icon: 'preparedness',
    registers: ['continuityPlan', 'exercise'],
  },
  {
    key: 'assurance',
    label: { sv: 'Uppföljning', en: 'Follow-up' },
    icon: 'assurance',
    registers: ['selfAssessment', 'assessmentAnswer', 'audit', 'finding', 'managementReview', 'objective', 'measurement'],
  },
  {
    key: 'reporting',
    label: { sv: 'Rapporter', en: 'Reports' },
    icon: 'report',
    registers: ['reportText'],
    pages: [
      {
        key: 'annual',
        label: { sv: 'Årsrapport', en: 'Annual report' },
        href: '/rapporter/arsrapport',
        readsAll: 'reportTexts',
      },
      { key: 'riskReports', label: { sv: 'Riskrapporter', en: 'Risk reports' }, href: '/rapporter/risker', reads: 'risks' },
    ],
  },
  {
    key: 'organisation',
    label: { sv: 'Organisation', en: 'Organisation' },
    icon: 'organisation',
    registers: ['unit', 'person', 'assignment', 'absence'],
    pages: [
      { key: 'access', label: { sv: 'Behörigheter', en: 'Permissions' }, href: '/om/behorigheter' },
      { key: 'mail', label: { sv: 'E-post och frister', en: 'E-mail and deadlines' }, href: '/om/e-post', role: 'administrator' },
    ],
  },
]

/** Whether the person has no part in the work beyond what everyone has: training, and reporting what happens. */
export const isOnlyEmployee = (session: Session): boolean => session.roles.every((role) => role === 'employee')

const forEveryone = ['risk', 'incident', 'enrolment', 'document']

const placeOf = (register: Listed): Place => ({ key: register.name, label: register.label.many, href: `/${kebab(register.plural)}` })

/** The areas a person sees, in order, with only the places that exist and are open to him or her. A register no area names stands last; parts are met with in what they are part of. */
export function areasFor(session: Session): Area[] {
  const only = isOnlyEmployee(session)
  const open = session.registers.filter(
    (register) => session.may[register.plural]?.read && !register.part && (!only || forEveryone.includes(register.name)),
  )
  const named = new Set(plan.flatMap((area) => area.registers))
  const areas = plan.map((area): Area => {
    const pages = only
      ? []
      : (area.pages ?? []).filter(
          (page) =>
            (!page.role || session.roles.includes(page.role)) &&
            (!page.readsAll || Boolean(session.may[page.readsAll]?.readAll)) &&
            (!page.reads || Boolean(session.may[page.reads]?.read)),
        )
    const registers = area.registers.flatMap((name) => open.filter((register) => register.name === name).map(placeOf))
    return {
      key: area.key,
      label: area.label,
      icon: area.icon,
      places: [...(area.key === 'reporting' ? pages : []), ...registers, ...(area.key === 'reporting' ? [] : pages)],
    }
  })
  const rest = open.filter((register) => !named.has(register.name)).map(placeOf)
  if (rest.length) areas.push({ key: 'other', label: { sv: 'Övrigt', en: 'Other' }, icon: 'more', places: rest })
  return areas.filter((area) => area.places.length > 0)
}

/** The order in which the work passes the registers: the chain on a record's page. */
export const chain = ['requirement', 'document', 'informationAsset', 'system', 'risk', 'action', 'incident', 'decision'] as const
