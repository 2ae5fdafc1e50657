package careplanhub.standard;

/** What a file of V4.1 may say that V3.2 has no place for, and that a person may give up. */
public enum VersionLoss {
  /** TAISコード, 福祉用具届出コード and 用具名称（機種名） of sheets 6 and 7. */
  EQUIPMENT,
  /** The whole 第３表. */
  THIRD_SHEET,
  /** A service type in a file's name that the register of offices would not give back. */
  SERVICE_TYPE
}
