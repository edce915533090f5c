using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Checkpoints and what is in production: registered, compared, promoted, rolled back.</summary>
internal sealed class CheckpointsCommand(TerminalOutput terminal, TimeProvider time)
{
    public Command Build() => new Verb(
        "checkpoints",
        """
        The registry of checkpoints: which there are, which one is in production, and who moved what there on which verdict.

        Aliases such as production move only by promote, on a PROMOTE verdict of evalharness gate, or back by rollback.
        The registry is a file to which entries are only ever added: checkpoints/registry.jsonl beside the experiment.

        Exit codes: 0 done · 1 refused, or not confirmed by the model's server · 3 invalid, or the registry was tampered with
        """,
        "evalharness checkpoints register --from checkpoints/helpdesk@3 --experiment experiment.yaml",
        "evalharness checkpoints promote helpdesk@3 --gate 20261123-101500-helpdesk --experiment experiment.yaml",
        "evalharness checkpoints rollback --reason \"nightly alarm\" --experiment experiment.yaml")
    {
        new RegisterCommand(terminal, time).Build(),
        new ListCommand(terminal).Build(),
        new ShowCommand(terminal).Build(),
        new DiffCommand(terminal).Build(),
        new PromoteCommand(terminal, time).Build(),
        new RollbackCommand(terminal, time).Build(),
        new VerifyCommand(terminal).Build(),
    };
}
