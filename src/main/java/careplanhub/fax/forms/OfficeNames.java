package careplanhub.fax.forms;

/** Names that the rows do not hold, where the hub knows them. */
public interface OfficeNames {
  /** Knows none. */
  OfficeNames NONE =
      new OfficeNames() {
        @Override
        public String office(String number) {
          return "";
        }

        @Override
        public String insurer(String number) {
          return "";
        }
      };

  /** The name of the office of this 事業所番号, empty when it is not known. */
  String office(String number);

  /** The name of the insurer of this 保険者番号, empty when it is not known. */
  String insurer(String number);
}
