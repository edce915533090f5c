using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Labels of people: drawn from a run, handed out, taken in.</summary>
internal sealed class LabelCommand(TerminalOutput terminal, TimeProvider time)
{
    public Command Build() => new Verb("label", "Have people label a run's answers, to measure the scorers on your own data.", "evalharness label export --help", "evalharness label import --help")
    {
        new LabelExportCommand(terminal, time).Build(),
        new LabelImportCommand(terminal, time).Build(),
    };
}
