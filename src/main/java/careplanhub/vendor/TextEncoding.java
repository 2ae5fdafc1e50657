package careplanhub.vendor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The encodings that vendors' files come in. */
enum TextEncoding {
  MS932("MS932", Charset.forName("windows-31j")),
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_8_WITH_MARK("UTF-8-BOM", StandardCharsets.UTF_8);

  static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String label;
  private final Charset charset;

  TextEncoding(String label, Charset charset) {
    this.label = label;
    this.charset = charset;
  }

  static Optional<TextEncoding> of(String label) {
    return Arrays.stream(values()).filter(encoding -> encoding.label.equals(label)).findFirst();
  }

  Charset charset() {
    return charset;
  }

  /** The text of a file without a mark. */
  String text(byte[] file) {
    String text = new String(file, charset);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** What stands before the first character. */
  String prefix() {
    return this == UTF_8_WITH_MARK ? BYTE_ORDER_MARK : "";
  }
}
