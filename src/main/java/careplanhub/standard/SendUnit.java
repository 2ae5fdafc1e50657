package careplanhub.standard;

import java.util.List;

/**
 * A 送信単位 (2.2, 3.2): the kinds of file that travel together under one serial.
 *
 * @param version the version of the standard
 * @param name plan, slip, result …, as {@code files.yaml} names it
 * @param direction Japanese: who sends it to whom; empty when the data do not say
 * @param files the kinds that may be in it
 * @param required the kinds that must be in it
 * @param expected the kinds whose absence deserves a warning
 */
public record SendUnit(
    StandardVersion version,
    String name,
    String direction,
    List<String> files,
    List<String> required,
    List<String> expected) {}
