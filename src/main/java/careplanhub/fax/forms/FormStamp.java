package careplanhub.fax.forms;

import careplanhub.fax.PageCode;
import careplanhub.standard.UserIdentity;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** What is put on pages when their number is known: the QR code and the line at the foot. */
final class FormStamp {
  private static final float POINTS_PER_MM = 72 / 25.4f;

  /** At 98 dots an inch shrunk to 89 % a module is still three dots. */
  private static final float MODULE = 0.9f;

  private static final float RIGHT = 10;
  private static final float TOP = 8;
  private static final float FOOT = 5;
  private static final float FOOT_SIZE = 7;

  private final PDDocument document;
  private final PDFont font;

  FormStamp(PDDocument document, PDFont font) {
    this.document = document;
    this.font = font;
  }

  /** Draws the code into the top right corner, which every form leaves free. */
  void code(PageCode code) throws IOException {
    BitMatrix modules = modules(code.write());
    PDPage page = document.getPage(code.page() - 1);
    float left =
        page.getMediaBox().getWidth() / POINTS_PER_MM - RIGHT - modules.getWidth() * MODULE;
    float top = page.getMediaBox().getHeight() / POINTS_PER_MM - TOP;
    try (PDPageContentStream stream = stream(page)) {
      for (int row = 0; row < modules.getHeight(); row++) {
        for (int column = 0; column < modules.getWidth(); column++) {
          if (modules.get(column, row)) {
            stream.addRect(
                (left + column * MODULE) * POINTS_PER_MM,
                (top - (row + 1) * MODULE) * POINTS_PER_MM,
                MODULE * POINTS_PER_MM,
                MODULE * POINTS_PER_MM);
          }
        }
      }
      stream.fill();
    }
  }

  /** Writes what lets a person sort pages that fell apart: title, insured number, page. */
  void foot(int page, FormDocument.Part part) throws IOException {
    UserIdentity user = part.user();
    String text =
        part.kind().title()
            + (user == null ? "" : "　被保険者番号 " + user.insuredNumber())
            + "　"
            + page
            + "／"
            + document.getNumberOfPages();
    PDPage target = document.getPage(page - 1);
    double width = FormFont.shipped().width(text) * FOOT_SIZE;
    try (PDPageContentStream stream = stream(target)) {
      stream.beginText();
      stream.setFont(font, FOOT_SIZE);
      stream.newLineAtOffset(
          (float) (target.getMediaBox().getWidth() - width) / 2, FOOT * POINTS_PER_MM);
      stream.showText(text);
      stream.endText();
    }
  }

  private PDPageContentStream stream(PDPage page) throws IOException {
    return new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.H,
                  EncodeHintType.MARGIN,
                  0));
    } catch (WriterException e) {
      throw new IllegalStateException("A page's code does not fit a QR code", e);
    }
  }
}
