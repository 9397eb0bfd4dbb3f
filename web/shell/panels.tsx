import { lazy } from 'react'
import type { Panels } from '#kernel/screens/catalogue.tsx'

const ClassifyAsset = lazy(() => import('#areas/information/web/flow/ClassifyAsset.tsx'))
const ContinueFlow = lazy(() => import('#areas/information/web/flow/ContinueFlow.tsx'))
const GetReport = lazy(() => import('#areas/information/web/report/GetReport.tsx'))
const ShowOnMap = lazy(() => import('#areas/information/web/map/ShowOnMap.tsx'))
const NeedPanel = lazy(() => import('#areas/information/web/map/NeedPanel.tsx'))
const CampaignPanel = lazy(() => import('#areas/information/web/model/CampaignPanel.tsx'))

const needs = ['Confidentiality', 'Integrity', 'Availability', 'Traceability']
const needFields = [...needs.flatMap((aspect) => [`inherited${aspect}`, `set${aspect}`, aspect.toLowerCase()]), 'level', 'setGrounds']

/** What the areas add to the pages of records, by the name of the register. A new panel is one line here. */
export const panels: Readonly<Record<string, Panels>> = {
  informationAsset: { actions: [ClassifyAsset, ShowOnMap] },
  classification: { actions: [ContinueFlow, GetReport] },
  system: { actions: [ShowOnMap], before: [NeedPanel], covers: needFields },
  supplier: { actions: [ShowOnMap], before: [NeedPanel], covers: needFields },
  activity: { actions: [ShowOnMap] },
  revaluation: { before: [CampaignPanel] },
}
