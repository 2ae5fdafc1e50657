package careplanhub.office;

import java.util.Locale;

/** The resolutions of FAX pages: 1728 dots a line, more or fewer lines. */
public enum FaxResolution {
  /** 204 × 98 dots an inch, 普通. */
  STANDARD(98),
  /** 204 × 196 dots an inch, 精細. */
  FINE(196),
  /** 204 × 391 dots an inch, 高精細. */
  SUPERFINE(391);

  /** Dots an inch along a line. */
  public static final int HORIZONTAL = 204;

  private final int vertical;

  FaxResolution(int vertical) {
    this.vertical = vertical;
  }

  /** Lines an inch. */
  public int vertical() {
    return vertical;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
