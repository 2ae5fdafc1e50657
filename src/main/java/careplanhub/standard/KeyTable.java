package careplanhub.standard;

import java.util.Arrays;

/**
 * A growing set of keys, each with its index in the order of arrival: 0, 1, 2 …. A key is a 64-bit
 * hash of some values of a row, 12 bytes each in memory whatever the values' length; two different
 * ones meet with a chance of about 1 to 100 million in a file of 500,000. Not safe for several
 * threads.
 */
final class KeyTable {
  private static final int FREE = 0;

  private long[] keys = new long[64];
  private int[] slots = new int[256];
  private int size;

  /** A key made of the values of a row at some positions. */
  static long keyOf(Row row, int[] positions) {
    long hash = 0xcbf29ce484222325L;
    for (int position : positions) {
      hash = add(hash, row.value(position));
    }
    return spread(hash);
  }

  /** A key made of one text. */
  static long keyOf(String text) {
    return spread(add(0xcbf29ce484222325L, text));
  }

  /** The key, and one value more. */
  static long keyOf(long key, String more) {
    return spread(add(key, more));
  }

  int size() {
    return size;
  }

  /** The key's index, -1 when it is not here. */
  int indexOf(long key) {
    int slot = slotOf(key);
    return slots[slot] == FREE ? -1 : slots[slot] - 1;
  }

  /** The key's index; the key is added when it is not here. */
  int put(long key) {
    int slot = slotOf(key);
    if (slots[slot] != FREE) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size] = key;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** The key of an index. */
  long key(int index) {
    return keys[index];
  }

  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = (int) key & mask;
    while (slots[slot] != FREE && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slotOf(keys[i])] = i + 1;
    }
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * 0x100000001b3L;
    }
    return (sum ^ 0x1f) * 0x100000001b3L;
  }

  private static long spread(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
