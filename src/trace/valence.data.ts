/** Words that speak ill of whoever did it or let it happen. A star stands for any ending. */
export const HARMFUL: readonly string[] = [
  'fail* kill* injur* infect* contaminat* pollut* leak* spill* poison* steal* stole stolen theft brib* corrupt* fraud* cheat*',
  'hid hides hidden conceal* deceiv* lied lying mislead* misled illegal* unlawful* breach* broke violat* attack* bomb*',
  'shot shoot* struck hit collid* crash* sank sunk destroy* damag* burned burnt burning abus* harass* assault* arrest* convict* guilty',
  'false falsif* fake* forged forges forgery sack* evict* neglig* neglect* unsafe danger* defect* faulty warned ignor* knew blame* caused causes',
  'overcharg* underpaid bankrupt* insolven* smuggl* dump* doctored manipulat* rigg* shut closed closing',
  'withheld',
]
  .join(' ')
  .split(' ')

/** Words that speak well of whoever did it. A star stands for any ending. */
export const FLATTERING: readonly string[] = [
  'win wins winning won pass passed passes safe safely save* saving rescu* clean cure* healed heals succeeded success successful achiev* repair* fixed honest*',
  'innocent complied complies improv* reduc* award* donat* freed protect* restor* invented discover*',
]
  .join(' ')
  .split(' ')
