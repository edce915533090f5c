using System.CommandLine;

namespace EvalHarness.Cli.Commands;

/// <summary>Options that the verbs of labels spell alike.</summary>
internal static class LabelOptions
{
    /// <summary>Where runs are: <c>--out</c> is what is written.</summary>
    public static Option<string> Reports() => new("--reports") { Description = "The parent folder of runs.", DefaultValueFactory = _ => "reports" };
}
