package careplanhub.vendor;

import java.util.List;

/**
 * A table that an adapter asks.
 *
 * @param table its name: the file {@code <table>.csv}
 * @param columns the vendor's, whose words are looked up together; columns of the table, too
 * @param fields keys of the fields of the standard that find the words again; each has a column
 *     with its Japanese name
 */
public record TableNeed(String table, List<String> columns, List<String> fields) {
  public TableNeed {
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
  }
}
