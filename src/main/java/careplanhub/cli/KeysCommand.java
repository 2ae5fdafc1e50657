package careplanhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub keys}: makes and watches keys and certificates. */
@Command(
    name = "keys",
    description = {
      "鍵と証明書を作り、期限を示します。",
      "鍵のパスワードは環境変数 CAREPLANHUB_KEY_PASSWORD、無ければ鍵フォルダの password ファイルから取り、"
          + "どちらも無ければ新しく作って password ファイルに書きます（持ち主だけが読めます）。"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      KeysAuthorityCommand.class,
      KeysImportCommand.class,
      KeysIssueCommand.class,
      KeysListCommand.class,
      KeysOfficeCommand.class,
      KeysPublisherCommand.class,
      KeysRenewCommand.class,
      KeysRenewListCommand.class,
      KeysRequestCommand.class,
      KeysRevokeCommand.class,
      KeysServerCommand.class,
      KeysVaultCommand.class,
    })
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse(spec.commandLine(), "コマンドを指定してください。");
  }
}
