import { lazy } from 'react'
import type { Panels } from '#kernel/screens/catalogue.tsx'

const ClassifyAsset = lazy(() => import('#areas/information/web/flow/ClassifyAsset.tsx'))
const ContinueFlow = lazy(() => import('#areas/information/web/flow/ContinueFlow.tsx'))
const GetReport = lazy(() => import('#areas/information/web/report/GetReport.tsx'))
const ShowOnMap = lazy(() => import('#areas/information/web/map/ShowOnMap.tsx'))
const NeedPanel = lazy(() => import('#areas/information/web/map/NeedPanel.tsx'))
const CampaignPanel = lazy(() => import('#areas/information/web/model/CampaignPanel.tsx'))

const GetRisk = lazy(() => import('#areas/risk/web/risk/GetReport.tsx'))
const AboveRisks = lazy(() => import('#areas/scales/web/NoRiskMethod.tsx'))
const RiskPeek = lazy(() => import('#areas/risk/web/risk/RiskPeek.tsx'))
const RiskValuing = lazy(() => import('#areas/scales/web/RiskValuing.tsx').then((module) => ({ default: module.RiskValuing })))
const OptionValuing = lazy(() => import('#areas/scales/web/RiskValuing.tsx').then((module) => ({ default: module.OneValuing })))
const AddAction = lazy(() => import('#areas/actions/web/AddAction.tsx'))
const AddPlan = lazy(() => import('#areas/actions/web/AddPlan.tsx'))
const ActionPanel = lazy(() => import('#areas/actions/web/ActionPanel.tsx'))
const PlanPanel = lazy(() => import('#areas/actions/web/plan/PlanPanel.tsx'))

const needs = ['Confidentiality', 'Integrity', 'Availability', 'Traceability']
const needFields = [...needs.flatMap((aspect) => [`inherited${aspect}`, `set${aspect}`, aspect.toLowerCase()]), 'level', 'setGrounds']

const valuation = ['', 'inherent', 'target'].flatMap((before) =>
  ['Consequence', 'Likelihood'].map((axis) => (before ? `${before}${axis}` : axis.toLowerCase())),
)
valuation.unshift('category')

/** What the areas add to the pages of records, by the name of the register. A new panel is one line here. */
export const panels: Readonly<Record<string, Panels>> = {
  informationAsset: { actions: [ClassifyAsset, ShowOnMap] },
  classification: { actions: [ContinueFlow, GetReport] },
  system: { actions: [ShowOnMap], before: [NeedPanel], covers: needFields },
  supplier: { actions: [ShowOnMap], before: [NeedPanel], covers: needFields },
  activity: { actions: [ShowOnMap] },
  risk: { actions: [GetRisk], above: AboveRisks, peek: RiskPeek, inputs: [{ fields: valuation, Input: RiskValuing }] },
  riskOption: { inputs: [{ fields: ['consequence', 'likelihood'], Input: OptionValuing }] },
  revaluation: { before: [CampaignPanel] },
  measureAssessment: { actions: [AddAction] },
  riskAnalysis: { actions: [AddPlan] },
  action: { before: [ActionPanel], covers: ['risks', 'dependsOn', 'effective', 'effect'] },
  actionPlan: { before: [PlanPanel], covers: ['actions', 'actionsDone', 'costEstimated', 'costActual'] },
  incident: { actions: [AddAction] },
  exercise: { actions: [AddAction] },
  selfAssessment: { actions: [AddAction, AddPlan] },
  finding: { actions: [AddAction] },
  managementReview: { actions: [AddAction] },
}
