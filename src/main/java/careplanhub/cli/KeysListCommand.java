package careplanhub.cli;

import careplanhub.security.CertificateStatus;
import careplanhub.security.Expiry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys list}: the certificates of a folder and how long they hold. */
@Command(
    name = "list",
    description = {
      "証明書の期限と残り日数を一覧にします。90・60・30・7 日を切ると注意を付けます。",
      "期限の切れたもの（失効したものを除く）があれば終了コードは 1 です。"
    },
    mixinStandardHelpOptions = true)
final class KeysListCommand extends KeyWork {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.systemDefault());

  @Parameters(paramLabel = "フォルダ", description = "鍵のフォルダ、または keys のあるフォルダ")
  private Path folder;

  @Override
  int work(PrintWriter out) throws IOException {
    Path directory = folder(folder).directory();
    if (!Files.isDirectory(directory)) {
      return refuse("フォルダがありません: " + directory);
    }
    List<CertificateStatus> statuses = folder(folder).certificates(Instant.now());
    out.println("期限        残り日数  ファイル              状態");
    statuses.forEach(status -> out.println(line(status)));
    boolean expired = statuses.stream().anyMatch(KeysListCommand::isExpired);
    return expired ? 1 : 0;
  }

  private static String line(CertificateStatus status) {
    return "%s  %8d  %-20s  %s"
        .formatted(
            DAY.format(status.expiry().notAfter()),
            status.expiry().daysLeft(),
            status.file().getFileName(),
            state(status));
  }

  private static String state(CertificateStatus status) {
    if (status.revoked()) {
      return "失効";
    }
    return switch (status.expiry().warning()) {
      case NONE -> "有効";
      case WITHIN_90_DAYS -> "有効（90 日を切りました。更新の準備をしてください）";
      case WITHIN_60_DAYS -> "有効（60 日を切りました。更新してください）";
      case WITHIN_30_DAYS -> "注意（30 日を切りました。更新してください）";
      case WITHIN_7_DAYS -> "警告（7 日を切りました。すぐに更新してください）";
      case EXPIRED -> "期限切れ";
    };
  }

  private static boolean isExpired(CertificateStatus status) {
    return !status.revoked() && status.expiry().warning() == Expiry.Warning.EXPIRED;
  }
}
