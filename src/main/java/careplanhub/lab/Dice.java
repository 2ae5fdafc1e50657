package careplanhub.lab;

import java.util.List;
import java.util.Random;

/**
 * Chance that is the same on every machine for the same seed: {@link Random}'s sequence is part of
 * Java's specification. Each subject has its own, so that what one throws moves no other.
 */
final class Dice {
  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  static Dice of(long seed, String subject, long index) {
    long mixed = seed * 0x9E3779B97F4A7C15L + subject.hashCode();
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + index;
    mixed = (mixed ^ (mixed >>> 32)) * 0x94D049BB133111EBL;
    return new Dice(mixed ^ (mixed >>> 31));
  }

  /** A number from 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number from the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
