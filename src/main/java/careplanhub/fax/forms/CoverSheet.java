package careplanhub.fax.forms;

/** A cover as it is printed. Public for the templates only. */
public record CoverSheet(
    Cover.Side to, Cover.Side from, String date, String subject, String message, String mistake) {
  static CoverSheet of(Cover cover, Characters characters) {
    return new CoverSheet(
        side(cover.to(), "送付先", characters),
        side(cover.from(), "送付元", characters),
        FormDates.date(cover.date()),
        characters.printable(cover.subject(), "件名"),
        characters.printable(cover.message(), "連絡事項"),
        characters.printable(cover.mistake(), "誤送信のときの連絡先"));
  }

  private static Cover.Side side(Cover.Side side, String place, Characters characters) {
    return new Cover.Side(
        characters.printable(side.name(), place),
        characters.printable(side.officeNumber(), place),
        characters.printable(side.person(), place),
        characters.printable(side.phone(), place),
        characters.printable(side.fax(), place));
  }
}
