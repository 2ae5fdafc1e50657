package careplanhub.fax.read;

/** Single dots that a telephone line or a dirty glass put on a page. */
final class Specks {
  private static final int BLACK = 0;
  private static final int WHITE = 255;
  private static final int NEIGHBOURS = 8;
  private static final int SIDES = 4;

  private Specks() {}

  /**
   * A copy of a black and white page, as the machine scanned it, in which each dot with no like
   * beside it, and at most one like at its corners, is turned over.
   */
  static byte[] removed(byte[] page, int width, int height) {
    byte[] clean = page.clone();
    int[] around = {-1, 1, -width, width, -width - 1, -width + 1, width - 1, width + 1};
    for (int y = 1; y < height - 1; y++) {
      int end = (y + 1) * width - 1;
      for (int place = y * width + 1; place < end; place++) {
        if (page[place] != page[place - 1] && isAlone(page, place, around)) {
          clean[place] = (byte) (page[place] == BLACK ? WHITE : BLACK);
        }
      }
    }
    return clean;
  }

  private static boolean isAlone(byte[] page, int place, int[] around) {
    int corners = 0;
    for (int i = 0; i < NEIGHBOURS; i++) {
      if (page[place + around[i]] == page[place]) {
        if (i < SIDES) {
          return false;
        }
        corners++;
      }
    }
    return corners <= 1;
  }
}
