package careplanhub.hub;

import careplanhub.fax.forms.OfficeNames;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;

/** Names of offices as the directory has them; it knows no insurers. */
record DirectoryNames(Directory directory) implements OfficeNames {
  @Override
  public String office(String number) {
    return OfficeNumber.isValid(number)
        ? directory.nameOf(new OfficeNumber(number)).orElse("")
        : "";
  }

  @Override
  public String insurer(String number) {
    return "";
  }
}
