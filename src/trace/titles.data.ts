/** Capitalised words that stand before or in a name and tell nobody apart; lower case. */
export const TITLES: ReadonlySet<string> = new Set(
  [
    'the a an mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister captain capt colonel col',
    'commander commodore admiral general gen major sergeant lieutenant inspector superintendent constable president',
    'minister secretary senator councillor mayor governor judge justice director chief chairman chairwoman spokesman',
    'spokeswoman spokesperson',
  ]
    .join(' ')
    .split(' '),
)
