const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words before a name that are no part of it. */
export const TITLES = words(
  'mr mrs ms miss dr prof professor sir dame lord lady president minister premier chancellor governor mayor senator councillor cllr judge justice king queen prince princess general gen colonel col major captain capt lieutenant lt sergeant sgt admiral commander inspector superintendent constable chief secretary ambassador rev reverend father sister bishop imam rabbi chairman chairwoman chair director head spokesman spokeswoman spokesperson deputy vice prime foreign defence defense interior energy finance health transport justice environment rep representative congressman congresswoman sen gov pres attorney detective nurse doctor engineer',
)

/** Words in the name of a body. */
export const BODY_WORDS = words(
  'ministry agency authority service department office bureau commission committee council board court parliament senate assembly government administration university college school institute academy laboratory lab hospital clinic trust company corporation corp inc ltd plc limited group holdings bank fund union association federation league club society foundation party police force army navy guard coastguard inspectorate directorate secretariat registry station centre center museum church port marine maritime airlines airways railway railways rail energy oil gas power water electric systems technologies partners brothers consortium alliance coalition organisation organization network team command regiment brigade division customs treasury exchange chamber fire rescue ombudsman tribunal prosecutor abbey airport harbour harbor hotel inn restaurant cathedral street road bridge river lake valley county island islands bay sound farm castle house hall park theatre gallery library festival prize square mill mine forest mountain hill beach',
)

/** Words in the name of an outlet. */
export const OUTLET_WORDS = words(
  'times post herald courier dispatch radio news telegraph letter gazette journal tribune wire newswire broadcasting tv television magazine chronicle observer guardian mirror sun star mail express echo sentinel examiner inquirer record argus packet bulletin review digest press newspaper daily weekly blog podcast channel broadcaster today standard advertiser monitor reporter globe voice',
)

/** Nouns that say that a name is an outlet's: "the daily Le Fanal", "the magazine". */
export const OUTLET_NOUNS = words(
  'newspaper paper daily weekly magazine broadcaster channel station website site blog outlet tabloid newswire article newsletter podcast journal programme',
)

/** Nouns for things with words in them that can speak. */
export const DOCUMENT_NOUNS = words(
  'memo memorandum letter e-mail email log logbook report document documents certificate filing minutes note notes statement study survey poll notice draft paper dossier transcript register record records invoice contract diary book guide message post text leaflet brochure file files spreadsheet presentation manual agreement warrant order ruling judgment decree',
)

/** Nouns for bodies that stand without a name. */
export const BODY_NOUNS = words(
  'ministry agency authority authorities service department office bureau commission committee council board court parliament government administration university college school institute laboratory lab hospital clinic trust company firm corporation group bank fund union association federation league club society foundation party police force army navy guard coastguard inspectorate directorate regulator operator owner owners manufacturer maker airline railway charterer insurer publisher team court prosecutor prosecutors county city town utility developer contractor supplier charity military intelligence',
)

/** Nouns that point back to a body just named; others ("the police", "the army") name a body of their own. */
export const POINTING_NOUNS = words(
  'company firm group corporation manufacturer maker operator owner owners airline railway charterer insurer publisher club charity regulator developer contractor supplier utility trust museum gallery hotel restaurant college school hospital',
)

/** Nouns for somebody who speaks for a body: unnamed, they are the body. */
export const SPOKESPERSON = words('spokesman spokeswoman spokesperson spokespeople spokesmen press')

/** Nouns for somebody who, named, answers for a body. */
export const OFFICERS = words(
  'spokesman spokeswoman spokesperson director chief chairman chairwoman chair president ceo head manager secretary executive lawyer solicitor attorney owner founder commissioner superintendent officer inspector editor registrar treasurer captain commander curator principal headteacher dean rector',
)

/** Nouns too thin to tell one unnamed voice from another. */
export const THIN_NOUNS = words(
  'source sources official officials person people man woman insider insiders witness witnesses expert experts analyst analysts observer observers resident residents local locals one some many others somebody someone reporter reporters',
)

/** Pronouns for one person, for a body or thing, for several, and for the speaker. */
export const PERSONAL = words('he she him her his hers himself herself')
export const IMPERSONAL = words('it its itself which this that')
export const PLURAL = words('they them their theirs themselves both who')
export const FIRST_PERSON = words('i we me us my our mine ours')

/** Capitalised words that name a time, nobody. */
export const CALENDAR = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december easter christmas',
)
