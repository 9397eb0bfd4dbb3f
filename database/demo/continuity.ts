import { create, did, given, type Moment, plus, to, update } from './script.ts'

const plans: readonly {
  key: string
  name: string
  activity: string
  unit: string
  owner: string
  systems: readonly string[]
  rto: number
  on: string
  body: string
  tested: readonly (readonly [on: string, hours: number, reviewBy: string])[]
  secret?: boolean
}[] = [
  {
    key: 'plan-utbetalning',
    name: 'Utbetalningar',
    activity: 'Att ersättningar betalas ut på utlovad dag',
    unit: 'ers-utb',
    owner: 'information-owner',
    systems: ['sys-utbetalning', 'sys-drift'],
    rto: 4,
    on: '2021-03-15',
    secret: true,
    body: 'Föregående månads fil används som grund. Två personer godkänner beloppen. Banken kontaktas på särskilt nummer.',
    tested: [
      ['2022-06-02', 4, '2023-06-02'],
      ['2022-10-20', 4, '2023-10-20'],
      ['2023-05-11', 9, '2023-11-30'],
      ['2023-11-16', 5, '2024-11-16'],
    ],
  },
  {
    key: 'plan-kundcenter',
    name: 'Kundcenter',
    activity: 'Att enskilda kan få besked',
    unit: 'kun-orebro',
    owner: 'chef-kun-orebro',
    systems: ['sys-samtal'],
    rto: 8,
    on: '2022-05-09',
    body: 'Samtalen styrs om till Malmö. Är båda orterna nere hänvisas till chatt och webbplats.',
    tested: [['2023-04-19', 3, '2024-04-19']],
  },
  {
    key: 'plan-handlaggning',
    name: 'Handläggning av ansökningar',
    activity: 'Att brådskande ärenden kan avgöras',
    unit: 'ers',
    owner: 'department-head',
    systems: ['sys-arende', 'sys-mina'],
    rto: 72,
    on: '2022-08-22',
    body: 'Brådskande ärenden avgörs på papper med två handläggare. Besluten registreras i efterhand.',
    tested: [
      ['2022-11-10', 60, '2023-11-10'],
      ['2023-10-12', 30, '2024-10-12'],
    ],
  },
  {
    key: 'plan-it',
    name: 'It-drift',
    activity: 'Att centrala system kan återställas',
    unit: 'it-drift',
    owner: 'system-owner',
    systems: ['sys-drift', 'sys-nat', 'sys-kopior'],
    rto: 24,
    on: '2022-09-12',
    secret: true,
    body: 'Ordningen är nät, behörigheter, utbetalningar, ärendestöd, Mina ärenden. Återläsning sker från den frånkopplade kopian.',
    tested: [['2023-02-23', 21, '2024-02-23']],
  },
  {
    key: 'plan-personal',
    name: 'Löner',
    activity: 'Att löner betalas ut',
    unit: 'vst-pers',
    owner: 'chef-pers',
    systems: ['sys-lon'],
    rto: 120,
    on: '2022-10-17',
    body: 'Föregående månads löner betalas ut och rättas i efterhand.',
    tested: [['2023-09-19', 24, '2024-09-19']],
  },
]

const exercises: readonly {
  key: string
  title: string
  kind: string
  on: string
  unit: string
  scenario: string
  participants: string
  plans: readonly string[]
  observations: string
  actions?: readonly string[]
  secret?: boolean
}[] = [
  {
    key: 'ovn-2021',
    title: 'Återläsning av ärendestödet',
    kind: 'restore',
    on: '2021-11-25',
    unit: 'it-drift',
    scenario: 'Ärendestödet återläses från säkerhetskopia till tomma servrar.',
    participants: 'It-drift, Systemutveckling',
    plans: ['plan-utbetalning'],
    observations: 'Återläsningen tog femton timmar. Två lösenord saknades i den låsta pärmen.',
  },
  {
    key: 'ovn-2022-1',
    title: 'Elavbrott i Sundsvall',
    kind: 'tabletop',
    on: '2022-05-19',
    unit: 'tv',
    scenario: 'Elen är borta i tre dygn. Reservkraften räcker i åtta timmar.',
    participants: 'Krisledningen, It-avdelningen, Utbetalning, Kommunikation',
    plans: ['plan-utbetalning'],
    observations: 'Vi kan inte betala ut från någon annan ort. Det är oklart vem som får besluta om att stänga av mindre viktiga system.',
    actions: ['atg-orebro', 'atg-branslet'],
  },
  {
    key: 'ovn-2022-2',
    title: 'Larm till krisledningen en lördag',
    kind: 'alarm',
    on: '2022-10-15',
    unit: 'tv',
    scenario: 'Krisledningen larmas utan förvarning klockan sju på morgonen.',
    participants: 'Krisledningen',
    plans: [],
    observations: 'Åtta av elva svarade inom trettio minuter. Mobilnätet var den enda vägen.',
    actions: ['atg-krisradio'],
  },
  {
    key: 'ovn-2022-3',
    title: 'Handläggning på papper',
    kind: 'simulation',
    on: '2022-11-10',
    unit: 'ers-mitt',
    scenario: 'Ärendestödet är borta i tre dygn.',
    participants: 'Handläggning mitt, Särskilda ärenden',
    plans: ['plan-handlaggning'],
    observations: 'Tjugo brådskande ärenden avgjordes. Blanketterna var från 2016 och saknade två uppgifter.',
  },
  {
    key: 'ovn-2023-1',
    title: 'Återläsning från frånkopplad kopia',
    kind: 'restore',
    on: '2023-02-23',
    unit: 'it-drift',
    scenario: 'Driftplattformen är krypterad av en angripare.',
    participants: 'It-drift, It-säkerhet',
    plans: ['plan-it'],
    observations: 'Alla centrala system var i gång efter tjugoen timmar. Ordningen i planen höll.',
    secret: true,
  },
  {
    key: 'ovn-2023-2',
    title: 'Utbetalning från Örebro',
    kind: 'simulation',
    on: '2023-05-11',
    unit: 'ers-utb',
    scenario: 'Datahallen i Sundsvall går inte att använda.',
    participants: 'Utbetalning, It-drift, banken',
    plans: ['plan-utbetalning'],
    observations: 'Det tog nio timmar. Kapaciteten i Örebro räckte inte.',
    actions: ['atg-orebro'],
  },
  {
    key: 'ovn-2023-3',
    title: 'Sektorns samverkansövning',
    kind: 'joint',
    on: '2023-10-26',
    unit: 'tv',
    scenario: 'Flera myndigheter utsätts samtidigt för angrepp mot sina utbetalningar.',
    participants: 'Myndigheterna i sektorn Ekonomisk säkerhet',
    plans: ['plan-utbetalning', 'plan-kundcenter'],
    observations: 'Lägesbilden delades inom två timmar. Budskapen till allmänheten var inte samordnade från början.',
  },
  {
    key: 'ovn-2023-4',
    title: 'Ett dygn utan Sundsvall',
    kind: 'simulation',
    on: '2023-11-16',
    unit: 'ers-utb',
    scenario: 'Ett helt dygns utbetalningar görs från Örebro.',
    participants: 'Utbetalning, It-drift, krisledningen',
    plans: ['plan-utbetalning', 'plan-it'],
    observations: 'Utbetalningarna var klara på fem timmar. Reservsambandet höll.',
    actions: ['atg-orebro', 'atg-krisradio'],
  },
]

const marked = (on: string) => ({ provision: '18 kap. 13 § OSL', markedOn: on, authority: 'Trygghetsverket' })

/** Continuity plans with their tests, and the exercises. */
export const continuity: readonly Moment[] = [
  ...plans.flatMap(({ key, name, activity, unit, owner, systems, rto, on, body, tested, secret }) => [
    did(on, 'preparedness', [
      create(
        'continuityPlan',
        key,
        given({
          name,
          activity,
          unit: `@${unit}`,
          owner: `@${owner}`,
          systems: to(...systems),
          rto,
          body,
          reviewBy: `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`,
          marking: secret ? marked(on) : undefined,
        }),
      ),
    ]),
    ...tested.map(([day, hours, reviewBy]) =>
      did(day, 'preparedness', [update(key, { testedOn: day, rtoTested: hours, reviewBy })], 'Planen är prövad.'),
    ),
  ]),
  ...exercises.flatMap(({ key, title, kind, on, unit, scenario, participants, plans: tried, observations, actions, secret }) => [
    did(on, 'preparedness', [
      create(
        'exercise',
        key,
        given({
          title,
          kind,
          heldOn: on,
          unit: `@${unit}`,
          owner: '@preparedness',
          scenario,
          participants,
          plans: to(...tried),
          marking: secret ? marked(on) : undefined,
        }),
      ),
    ]),
    did(plus(on, 27), 'preparedness', [update(key, given({ observations, actions: actions && to(...actions) }))], 'Utvärderingen är klar.'),
  ]),
]
