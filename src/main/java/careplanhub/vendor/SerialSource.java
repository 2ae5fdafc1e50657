package careplanhub.vendor;

import careplanhub.standard.Serial;

/** Gives ファイル連番: each is a real time, later than every one before. */
@FunctionalInterface
public interface SerialSource {
  Serial next();
}
