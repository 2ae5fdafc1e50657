package careplanhub.cli;

import picocli.CommandLine.Command;

/** {@code ./hub waiting}: what waits for a person. */
@Command(
    name = "waiting",
    description = "人の確認を待っているものを見て、答えます。",
    mixinStandardHelpOptions = true,
    subcommands = {
      WaitingListCommand.class,
      WaitingAnswerCommand.class,
      WaitingPasswordCommand.class
    })
final class WaitingCommand {}
