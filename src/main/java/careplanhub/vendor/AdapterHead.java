package careplanhub.vendor;

/** What every {@code adapter.yaml} says, whatever reads and writes its files. */
interface AdapterHead {
  /** The name; also that of the folder. */
  String adapter();

  String version();

  /** What it is, in Japanese. */
  String title();

  AdapterFile.StandardSide standard();

  AdapterFile.Lost lost();
}
