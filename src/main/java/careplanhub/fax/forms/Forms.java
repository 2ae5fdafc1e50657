package careplanhub.fax.forms;

import careplanhub.office.FormSettings;
import careplanhub.standard.UserIdentity;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the official forms from rows of the standard: {@link #contents} lays them out user by user,
 * {@link #print} makes one PDF of what is sent together. Immutable and safe for every thread; a
 * document is built in memory within the settings' bounds.
 */
public final class Forms {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final FormSettings settings;
  private final OfficeNames names;

  private Forms(FormSettings settings, OfficeNames names) {
    this.settings = settings;
    this.names = names;
  }

  /**
   * Forms within these settings.
   *
   * @param names of offices and insurers, which the rows tell by number only
   */
  public static Forms of(FormSettings settings, OfficeNames names) {
    return new Forms(settings, names);
  }

  /**
   * One form for each user, and for each plan or month of theirs, that the rows have something for;
   * none when they have nothing.
   *
   * @param kind any but {@link FormKind#COVER}
   * @throws FormException when the texts of one form are longer than the settings allow
   */
  public List<FormContent> contents(FormRows rows, FormKind kind) throws FormException {
    List<FormContent> contents = new ArrayList<>();
    for (UserIdentity user : rows.users()) {
      contents.addAll(contents(rows, kind, user));
    }
    return contents;
  }

  /**
   * The same for one user.
   *
   * @throws FormException when the texts of one form are longer than the settings allow
   */
  public List<FormContent> contents(FormRows rows, FormKind kind, UserIdentity user)
      throws FormException {
    List<FormContent> contents = new ArrayList<>();
    for (FormSource source : FormSource.of(rows, kind, user)) {
      Characters characters = new Characters(kind, settings.maximumCharacters());
      Object model = model(source, characters);
      characters.checkLength();
      String html = render(kind, Map.of("form", model));
      contents.add(
          new FormContent(
              kind,
              user,
              pages -> html,
              characters.missing(),
              model instanceof ResultSheet sheet ? sheet.lines() : List.of()));
    }
    return contents;
  }

  /**
   * The sheet that goes before the others; how many there are is filled in when they are printed.
   *
   * @throws FormException when its texts are longer than the settings allow
   */
  public FormContent cover(Cover cover) throws FormException {
    Characters characters = new Characters(FormKind.COVER, settings.maximumCharacters());
    CoverSheet sheet = CoverSheet.of(cover, characters);
    characters.checkLength();
    return new FormContent(
        FormKind.COVER,
        null,
        pages -> render(FormKind.COVER, Map.of("form", sheet, "pages", pages)),
        characters.missing(),
        List.of());
  }

  /**
   * One PDF of all contents in their order, with a {@link careplanhub.fax.PageCode} on each page.
   *
   * @throws FormException when it has more pages or bytes than the settings allow
   */
  public FormDocument print(UUID parcel, List<FormContent> contents)
      throws FormException, IOException {
    return new FormPrinter(settings).print(parcel, contents);
  }

  /**
   * The same without codes, for what is printed to be looked at and not sent.
   *
   * @throws FormException when it has more pages or bytes than the settings allow
   */
  public FormDocument print(List<FormContent> contents) throws FormException, IOException {
    return new FormPrinter(settings).print(null, contents);
  }

  private Object model(FormSource source, Characters characters) {
    return switch (source.kind()) {
      case USE_SLIP, SERVICE_SLIP -> SlipSheet.of(source, names, characters);
      case RESULT_SHEET -> ResultSheet.of(source, names, characters);
      case USE_BREAKDOWN, SERVICE_BREAKDOWN -> BreakdownSheet.of(source, characters);
      case PLAN_2 -> NeedSheet.of(source, characters);
      case PLAN_3 -> WeekSheet.of(source, characters);
      case PLAN_1, BASIC, PREVENTION -> RecordSheet.of(source, characters);
      case COVER -> throw new IllegalArgumentException("A cover is made by cover()");
    };
  }

  private String render(FormKind kind, Map<String, Object> model) {
    StringOutput html = new StringOutput();
    templates.render(kind.template(), model, html);
    return html.toString();
  }
}
