package careplanhub.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What happens to files on their way: each applied to a good file of the standard gives the same
 * damaged one every time. Meant for CSV files with a text field, such as UPPLAN and UPJSK.
 */
public enum Damage {
  /** The file ends in the middle of its last text field. */
  TRUNCATED(false) {
    @Override
    byte[] bytes(byte[] good) {
      return Arrays.copyOf(good, last(good, '"'));
    }
  },
  /** Nothing is left. */
  EMPTY(false) {
    @Override
    byte[] bytes(byte[] good) {
      return new byte[0];
    }
  },
  /** A user-defined character (F040) in the first text field. */
  GAIJI(false) {
    @Override
    byte[] bytes(byte[] good) {
      return inserted(good, first(good, '"') + 1, new byte[] {(byte) 0xF0, 0x40});
    }
  },
  /** Bytes that are no character of MS932. */
  NO_CHARACTER(false) {
    @Override
    byte[] bytes(byte[] good) {
      return inserted(good, first(good, '"') + 1, new byte[] {(byte) 0xFF, (byte) 0xFD});
    }
  },
  /** The first text field never ends. */
  UNCLOSED_QUOTE(false) {
    @Override
    byte[] bytes(byte[] good) {
      return (firstLine(good).replaceFirst("\"[^\"]*\"", "\"unclosed") + "\r\n").getBytes(MS932);
    }
  },
  /** The name says a month that the records do not. */
  WRONG_MONTH(false) {
    @Override
    String name(String good) {
      return good.replaceFirst("_20(\\d\\d)(\\d\\d)_", "_21$1$2_");
    }
  },
  /** The first record has a column too many. */
  EXTRA_COLUMN(false) {
    @Override
    byte[] bytes(byte[] good) {
      return inserted(good, firstLine(good).getBytes(MS932).length, new byte[] {','});
    }
  },
  /** The first record lacks its last column. */
  MISSING_COLUMN(false) {
    @Override
    byte[] bytes(byte[] good) {
      String line = firstLine(good);
      return replacedFirstLine(good, line.substring(0, line.lastIndexOf(',')));
    }
  },
  /** The first record has 10,000 columns. */
  MANY_COLUMNS(false) {
    @Override
    byte[] bytes(byte[] good) {
      return inserted(
          good, firstLine(good).getBytes(MS932).length, ",".repeat(9_999).getBytes(MS932));
    }
  },
  /** A ZIP archive under the name of a CSV file. */
  ZIP(false) {
    @Override
    byte[] bytes(byte[] good) {
      return zip(good);
    }
  },
  /** A block of zero bytes, as a disk leaves after a power cut. */
  NULS(false) {
    @Override
    byte[] bytes(byte[] good) {
      byte[] bytes = good.clone();
      Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
      return bytes;
    }
  },
  /** A field of a million characters. */
  HUGE_FIELD(false) {
    @Override
    byte[] bytes(byte[] good) {
      return inserted(good, first(good, '"') + 1, "x".repeat(1_000_000).getBytes(MS932));
    }
  },
  /** UTF-8 instead of MS932; tolerated. */
  UTF8(true) {
    @Override
    byte[] bytes(byte[] good) {
      return new String(good, MS932).getBytes(StandardCharsets.UTF_8);
    }
  },
  /** UTF-8 with a byte order mark; tolerated. */
  BYTE_ORDER_MARK(true) {
    @Override
    byte[] bytes(byte[] good) {
      return ("\uFEFF" + new String(good, MS932)).getBytes(StandardCharsets.UTF_8);
    }
  },
  /** LF instead of CRLF; tolerated. */
  LINE_FEEDS(true) {
    @Override
    byte[] bytes(byte[] good) {
      return new String(good, MS932).replace("\r\n", "\n").getBytes(MS932);
    }
  },
  /** No line end after the last record; tolerated. */
  NO_LAST_LINE_END(true) {
    @Override
    byte[] bytes(byte[] good) {
      return Arrays.copyOf(good, good.length - 2);
    }
  },
  /** Blank lines at the end; tolerated. */
  BLANK_LINES(true) {
    @Override
    byte[] bytes(byte[] good) {
      return inserted(good, good.length, "\r\n\r\n".getBytes(MS932));
    }
  },
  /** The name ends in lower case; tolerated. */
  LOWER_CASE_NAME(true) {
    @Override
    String name(String good) {
      return good.replaceFirst("\\.CSV$", ".csv");
    }
  };

  private static final Charset MS932 = Charset.forName("windows-31j");

  private final boolean tolerated;

  Damage(boolean tolerated) {
    this.tolerated = tolerated;
  }

  /** Whether a tolerant reader takes the file with a warning. */
  public boolean isTolerated() {
    return tolerated;
  }

  /** The damaged file; the good one stays as it is. */
  public GeneratedFile applyTo(GeneratedFile good) {
    return new GeneratedFile(name(good.name()), bytes(good.content()), good.rows());
  }

  byte[] bytes(byte[] good) {
    return good;
  }

  String name(String good) {
    return good;
  }

  private static int first(byte[] bytes, char wanted) {
    int place = 0;
    while (bytes[place] != wanted) {
      place++;
    }
    return place;
  }

  private static int last(byte[] bytes, char wanted) {
    int place = bytes.length - 1;
    while (bytes[place] != wanted) {
      place--;
    }
    return place;
  }

  private static byte[] inserted(byte[] bytes, int place, byte[] more) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, place, more.length);
    System.arraycopy(bytes, place, all, place + more.length, bytes.length - place);
    return all;
  }

  private static String firstLine(byte[] bytes) {
    String text = new String(bytes, MS932);
    return text.substring(0, text.indexOf("\r\n"));
  }

  private static byte[] replacedFirstLine(byte[] bytes, String line) {
    String text = new String(bytes, MS932);
    return (line + text.substring(text.indexOf("\r\n"))).getBytes(MS932);
  }

  private static byte[] zip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("data.csv");
      entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
      out.putNextEntry(entry);
      out.write(content);
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
