package careplanhub.lab;

/** How often a service comes. */
enum Rhythm {
  /** On some days of the week, with a time. */
  WEEKLY,
  /** Once a month, without a time. */
  MONTHLY,
  /** Lent equipment: once a month, without a time, with a TAIS or 届出 code. */
  EQUIPMENT,
  /** Some days in a row, without a time. */
  STAY
}
