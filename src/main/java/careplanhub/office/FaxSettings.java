package careplanhub.office;

import java.time.Duration;

/**
 * The bounds within which pages of FAX files are decoded, each file in a child process of its own,
 * and how they are read.
 *
 * @param maximumFileSize of a TIFF or PDF
 * @param maximumPages of a file
 * @param maximumPixels of a page, width times height
 * @param maximumTextPieces of the text layer of a PDF page
 * @param pdfResolution dots per inch that PDF pages are drawn with
 * @param decodeTime how long a file's child may keep the hub waiting, all its pages together
 * @param decodeMemory heap of a child, at least 32 MB
 * @param maximumChildren children at the same time
 * @param reading of what people wrote on pages
 */
public record FaxSettings(
    DataSize maximumFileSize,
    int maximumPages,
    int maximumPixels,
    int maximumTextPieces,
    int pdfResolution,
    Duration decodeTime,
    DataSize decodeMemory,
    int maximumChildren,
    PageReadingSettings reading) {
  private static final long SMALLEST_HEAP = 32L << 20;

  public FaxSettings {
    SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
    SettingLimits.positive("maximumPages", maximumPages);
    SettingLimits.positive("maximumPixels", maximumPixels);
    SettingLimits.positive("maximumTextPieces", maximumTextPieces);
    SettingLimits.positive("pdfResolution", pdfResolution);
    SettingLimits.positive("decodeTime", decodeTime);
    SettingLimits.check(
        "decodeMemory", decodeMemory.bytes() >= SMALLEST_HEAP, "32MB 以上の大きさを書いてください。");
    SettingLimits.positive("maximumChildren", maximumChildren);
  }
}
