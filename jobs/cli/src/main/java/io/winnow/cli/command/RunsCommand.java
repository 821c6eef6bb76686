package io.winnow.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is below a root, and what readers follow. */
@Command(
    name = "runs",
    description = "Lists runs, shows one, verifies its files, or rolls back to an earlier one.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow runs list --root target/demo",
      "  winnow runs show demo/2026-11-22/1 --root target/demo --output json",
      "  winnow runs verify --config conf/examples/demo.yaml",
      "  winnow runs rollback --config conf/examples/demo.yaml"
    })
public final class RunsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing required subcommand: list, show, verify or rollback");
  }
}
