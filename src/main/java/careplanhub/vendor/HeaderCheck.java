package careplanhub.vendor;

/**
 * Tells what is wrong with the header of a vendor's file.
 *
 * @param findings takes what is told
 */
record HeaderCheck(Definition definition, BoundedFindings findings) {

  /** Whether the records below can be read. */
  boolean isUsable(VendorHeader header) {
    VendorColumns columns = definition.format().columns();
    if (header.known() == 0) {
      findings.add(
          VendorFinding.OTHER_LAYOUT.of(
              "この形式の見出しがありません。書き出しの種類と文字コード（Shift_JIS か UTF-8）を確認してください。"));
      return false;
    }
    boolean usable = true;
    for (int index = 0; index < columns.size(); index++) {
      if (definition.requiredColumns().contains(index) && !header.has(index)) {
        String name = columns.name(index);
        findings.add(
            VendorFinding.COLUMN_MISSING.at(
                1L, null, null, name, "列「" + name + "」がありません。書き出す項目に加えてください。"));
        usable = false;
      }
    }
    for (int index : header.twice()) {
      String name = columns.name(index);
      findings.add(
          VendorFinding.COLUMN_TWICE.at(
              1L, null, null, name, "列「" + name + "」が 2 つあります。1 つにしてください。"));
      usable = false;
    }
    for (int place : header.unknown()) {
      findings.add(VendorFinding.COLUMN_UNKNOWN.at(1L, null, place + 1, null, "知らない列なので使いません。"));
    }
    return usable;
  }
}
