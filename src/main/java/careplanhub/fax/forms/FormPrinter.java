package careplanhub.fax.forms;

import careplanhub.fax.PageCode;
import careplanhub.office.FormSettings;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Prints contents into one PDF, with one subset of the font and a code on each page. */
final class FormPrinter {
  private static final int NORMAL_WEIGHT = 400;

  static {
    // It would log parts of the forms' texts.
    XRLog.setLoggingEnabled(false);
  }

  private final FormSettings settings;

  FormPrinter(FormSettings settings) {
    this.settings = settings;
  }

  FormDocument print(@Nullable UUID parcel, List<FormContent> contents)
      throws FormException, IOException {
    try (PDDocument document = new PDDocument()) {
      PDFont font = FormFont.shipped().in(document);
      List<FormDocument.Part> parts = parts(document, font, contents);
      int pages = document.getNumberOfPages();
      FormStamp stamp = new FormStamp(document, font);
      for (FormDocument.Part part : parts) {
        for (int page = part.firstPage(); page < part.firstPage() + part.pages(); page++) {
          stamp.foot(page, part);
          if (parcel != null) {
            stamp.code(new PageCode(parcel, page, pages));
          }
        }
      }
      return new FormDocument(
          saved(document),
          pages,
          parts,
          resultPages(contents, parts),
          contents.stream().flatMap(c -> c.missing().stream()).distinct().toList());
    }
  }

  /** A cover says how many pages there are, so it is printed last and moved to its place. */
  private List<FormDocument.Part> parts(
      PDDocument document, PDFont font, List<FormContent> contents)
      throws FormException, IOException {
    int others = 0;
    int[] counts = new int[contents.size()];
    for (int i = 0; i < counts.length; i++) {
      if (contents.get(i).kind() != FormKind.COVER) {
        counts[i] = add(document, font, contents.get(i).html(0));
        others += counts[i];
      }
    }
    List<FormDocument.Part> parts = new ArrayList<>();
    int first = 1;
    for (int i = 0; i < counts.length; i++) {
      if (contents.get(i).kind() == FormKind.COVER) {
        counts[i] = addCover(document, font, contents.get(i), others, first - 1);
        others += counts[i];
      }
      parts.add(
          new FormDocument.Part(contents.get(i).kind(), contents.get(i).user(), first, counts[i]));
      first += counts[i];
    }
    return parts;
  }

  private int addCover(
      PDDocument document, PDFont font, FormContent cover, int others, int position)
      throws FormException, IOException {
    int before = document.getNumberOfPages();
    int pages;
    try (PDDocument draft = new PDDocument()) {
      pages = add(draft, FormFont.shipped().in(draft), cover.html(others + 1));
    }
    int added = add(document, font, cover.html(others + pages));
    PDPageTree tree = document.getPages();
    for (int i = 0; i < added && position < before; i++) {
      PDPage page = tree.get(before + i);
      tree.remove(page);
      tree.insertBefore(page, tree.get(position + i));
    }
    return added;
  }

  /** Adds the pages of one form and says how many they are. */
  private int add(PDDocument document, PDFont font, String html) throws FormException, IOException {
    int before = document.getNumberOfPages();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(
        new PDFontSupplier(font), FormFont.FAMILY, NORMAL_WEIGHT, FontStyle.NORMAL, true);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.usePDDocument(document);
    builder.withHtmlContent(html, null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
    }
    if (document.getNumberOfPages() > settings.maximumPages()) {
      throw FormException.tooManyPages(settings.maximumPages());
    }
    return document.getNumberOfPages() - before;
  }

  private byte[] saved(PDDocument document) throws FormException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    if (bytes.size() > settings.maximumSize().bytes()) {
      throw FormException.tooLarge();
    }
    return bytes.toByteArray();
  }

  private static List<FormDocument.ResultPage> resultPages(
      List<FormContent> contents, List<FormDocument.Part> parts) {
    List<FormDocument.ResultPage> pages = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int page = parts.get(i).firstPage();
      for (List<ResultLine> lines : contents.get(i).resultPages()) {
        pages.add(new FormDocument.ResultPage(page++, lines));
      }
    }
    return pages;
  }
}
