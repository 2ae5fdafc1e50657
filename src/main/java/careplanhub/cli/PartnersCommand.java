package careplanhub.cli;

import picocli.CommandLine.Command;

/** {@code ./hub partners}: the offices of other corporations that we exchange with. */
@Command(
    name = "partners",
    description = "送受信の相手の一覧を取り込み、表示し、参加の進み具合を示します。",
    mixinStandardHelpOptions = true,
    subcommands = {
      PartnersImportCommand.class,
      PartnersListCommand.class,
      PartnersProgressCommand.class
    })
final class PartnersCommand {}
