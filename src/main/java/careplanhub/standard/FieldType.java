package careplanhub.standard;

/** The shapes of a field, as the layout data name them. */
public enum FieldType {
  /** YYYYMM. */
  MONTH,
  /** YYYYMMDD. */
  DATE,
  /** HHMM, or 9999 where {@link Field#noTimeAllowed()}. */
  TIME,
  /** Free text; the only type that is quoted. */
  TEXT,
  /** A fixed number of letters and digits. */
  ID,
  /** A value of the code table {@link Field#codes()}. */
  CODE,
  /** A whole number of at most {@link Field#length()} characters. */
  INT,
  /** A number with decimals of at most {@link Field#length()} characters. */
  DECIMAL,
  /** 31 digits of 0 and 1, one a day. */
  DIGITS,
  /** 1 or 0. */
  FLAG,
  /** XXX-XXXX. */
  POSTAL,
  /** A telephone number. */
  TEL,
  /** The name of an image file. */
  FILENAME,
  /** 使用しない. */
  UNUSED
}
