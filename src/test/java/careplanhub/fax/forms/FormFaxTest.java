package careplanhub.fax.forms;

import careplanhub.office.FaxResolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages that a FAX server gets tell by themselves which they are, at every resolution. */
class FormFaxTest {
  @ParameterizedTest
  @EnumSource(FaxResolution.class)
  void everyPageIsAPageOfAFaxMachineAndTellsWhichItIs(FaxResolution resolution) throws Exception {
    Forms forms = FormExamples.forms();
    FormRows rows = FormRows.of(FormExamples.rows(Map.of()));
    List<FormContent> contents = new ArrayList<>();
    contents.add(forms.cover(FormExamples.cover("")));
    for (FormKind kind : FormExamples.FORMS) {
      contents.addAll(forms.contents(rows, kind));
    }
    FormDocument document = forms.print(FormExamples.PARCEL, contents);

    byte[] tiff = FormFax.tiff(document, resolution);

    FaxPicture.assertCoded(tiff, FormExamples.PARCEL, resolution.vertical());
  }
}
