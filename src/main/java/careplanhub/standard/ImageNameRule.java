package careplanhub.standard;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The images that 利用者基本情報 names: of its own send unit (rule 3), one a row (rule 57). */
final class ImageNameRule implements FileRule {
  private final Field field;
  private final @Nullable UnitKey unit;
  private final PlaceTable images;

  ImageNameRule(CheckContext context) {
    field = context.layout().field("familyImageFileName");
    unit = context.name() == null ? null : context.name().unit();
    images = new PlaceTable(context.options().comparedKeys());
  }

  /** The names that were found, each under its key. */
  PlaceTable images() {
    return images;
  }

  static long keyOf(FileName image) {
    return KeyTable.keyOf(image.format());
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String value = row.value(field);
    FileName image = value.isEmpty() ? null : imageOf(value);
    if (image == null) {
      return;
    }
    if (unit != null && !image.unit().equals(unit)) {
      findings.accept(FindingCode.IMAGE_OF_OTHER_UNIT.at(row, field));
      return;
    }
    long key = keyOf(image);
    if (!images.add(key, row) && images.contains(key)) {
      findings.accept(FindingCode.IMAGE_TWICE.at(row, field));
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    images.tellWhenFull(findings);
  }

  private static @Nullable FileName imageOf(String value) {
    try {
      FileName name = FileName.parse(value);
      return name.isImage() ? name : null;
    } catch (FileNameException e) {
      return null;
    }
  }
}
