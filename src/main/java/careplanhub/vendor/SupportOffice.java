package careplanhub.vendor;

import careplanhub.standard.OfficeNumber;

/**
 * Who plans a user's care.
 *
 * @param number the support office
 * @param plannerName プラン担当者名; empty when it is not known
 */
public record SupportOffice(OfficeNumber number, String plannerName) {}
